// SPDX-License-Identifier: EUPL-1.2
import { LoopPlugin, type ScopeData, type Tag, TagPlacement, type TemplateContext, type XmlNode, officeMarkup, xml } from 'easy-template-x';

const textOf = (node: XmlNode): string => ('textContent' in node && typeof node.textContent === 'string' ? node.textContent : (node.childNodes ?? []).map(textOf).join(''));
const isParagraph = (node: XmlNode | undefined): node is XmlNode => node?.nodeName === 'w:p';

/** Moves the mark of a list out of a paragraph that holds nothing else, so that no empty line is repeated with it. */
function moveMark(mark: XmlNode, paragraph: XmlNode, into: XmlNode, at: 'start' | 'end'): void {
  const run = officeMarkup.query.containingRunNode(mark);
  xml.modify.remove(run);
  const children = into.childNodes ?? [];
  const first = children[0]?.nodeName === 'w:pPr' ? 1 : 0;
  xml.modify.insertChild(into, run, at === 'start' ? first : children.length);
  xml.modify.remove(paragraph);
}

const previous = (node: XmlNode): XmlNode | undefined => (node.parentNode?.childNodes ?? []).find((one) => one.nextSibling === node);

/** A list repeats the paragraphs it stands in, or the rows of a table when its marks are in two cells of it. */
export class ParagraphLists extends LoopPlugin {
  override containerTagReplacements(tags: Tag[], data: ScopeData, context: TemplateContext): Promise<void> {
    const [open, close] = [tags[0], tags.at(-1)];
    if (open?.placement !== TagPlacement.TextNode || close?.placement !== TagPlacement.TextNode) return super.containerTagReplacements(tags, data, context);
    const [from, to] = [officeMarkup.query.containingParagraphNode(open.xmlTextNode), officeMarkup.query.containingParagraphNode(close.xmlTextNode)];
    if (from.parentNode === to.parentNode) {
      open.options = { ...open.options, loopOver: 'paragraph' };
      const [after, before] = [from.nextSibling, previous(to)];
      if (from !== to && after !== to && isParagraph(after) && textOf(from).trim() === open.rawText.trim()) moveMark(open.xmlTextNode, from, after, 'start');
      if (from !== to && before !== from && isParagraph(before) && textOf(to).trim() === close.rawText.trim()) moveMark(close.xmlTextNode, to, before, 'end');
    }
    return super.containerTagReplacements(tags, data, context);
  }
}
