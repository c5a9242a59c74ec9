// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, elements } from '@motcua/xml-kit';
import type { Look, Paragraph, Rule, TabStop } from './model.ts';
import { worth } from './xml.ts';

/** Told of what is not printed as Word prints it. */
export type Tell = (text: string, blocks?: boolean) => void;

const twip = 20;
const points = (value: string | undefined, otherwise = 0): number => {
  const number = Number(value);
  return value === undefined || !Number.isFinite(number) ? otherwise : number / twip;
};
const isOn = (value: Xml | undefined): boolean | undefined => (value === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(value.attributes['w:val'] ?? 'true'));

/** The styles of a file: what a style says, after all it is based on. */
export type Styles = { readonly run: (style: string | undefined) => readonly Xml[]; readonly paragraph: (style: string | undefined) => { readonly paragraphs: readonly Xml[]; readonly runs: readonly Xml[] }; readonly table: (style: string | undefined) => readonly Xml[] };

/** Reads styles.xml. */
export function readStyles(xml: Xml | undefined): Styles {
  const all = new Map(elements(xml, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const usual = elements(xml, 'w:style').find(({ attributes }) => attributes['w:type'] === 'paragraph' && ['1', 'true'].includes(attributes['w:default'] ?? ''));
  const defaults = element(xml, 'w:docDefaults');
  const chain = (id: string | undefined, seen = new Set<string>()): readonly Xml[] => {
    const style = id === undefined ? undefined : all.get(id);
    if (style === undefined || id === undefined || seen.has(id)) return [];
    return [...chain(worth(style, 'w:basedOn'), new Set([...seen, id])), style];
  };
  const partOf = (styles: readonly Xml[], name: string): readonly Xml[] => styles.flatMap((style) => elements(style, name));
  const given = (kind: 'p' | 'r'): readonly Xml[] => elements(element(defaults, `w:${kind}PrDefault`), `w:${kind}Pr`);
  return {
    run: (style) => partOf(chain(style), 'w:rPr'), table: (style) => partOf(chain(style), 'w:tblPr'),
    paragraph: (style) => {
      const styles = chain(style ?? usual?.attributes['w:styleId']);
      return { paragraphs: [...given('p'), ...partOf(styles, 'w:pPr')], runs: [...given('r'), ...partOf(styles, 'w:rPr')] };
    },
  };
}

const silentInRun = new Set(['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:strike', 'w:color', 'w:sz', 'w:szCs', 'w:u', 'w:vertAlign', 'w:lang', 'w:noProof', 'w:kern', 'w:webHidden', 'w:rtl', 'w:cs', 'w:snapToGrid', 'w:oMath', 'w:specVanish']);
const runWords: Readonly<Record<string, string>> = {
  'w:smallCaps': 'chữ hoa nhỏ', 'w:highlight': 'tô nền chữ', 'w:shd': 'nền chữ', 'w:spacing': 'giãn chữ', 'w:position': 'nâng, hạ chữ', 'w:emboss': 'chữ nổi', 'w:outline': 'chữ viền', 'w:shadow': 'bóng chữ',
  'w:bdr': 'viền quanh chữ', 'w:dstrike': 'gạch đôi', 'w:effect': 'hiệu ứng chữ', 'w:w': 'co giãn chữ', 'w:imprint': 'chữ chìm',
};
const timesNames = /times|tinos|liberation serif|^$/iu;

const stopping: Readonly<Record<string, string>> = { 'w:vanish': 'Chữ ẩn không in được. Bỏ định dạng ẩn.', 'w:ins': 'Còn thay đổi chưa chấp nhận. Chấp nhận hoặc bỏ hết thay đổi.', 'w:del': 'Còn thay đổi chưa chấp nhận. Chấp nhận hoặc bỏ hết thay đổi.' };

/** True of a property that says what would be there without it. */
function saysNothing({ name, attributes }: Xml): boolean {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:spacing') return value === '0';
  return name === 'w:shd' && ['clear', 'nil'].includes(value) && ['auto', 'FFFFFF', undefined].includes(attributes['w:fill']);
}

function tellOfRun(properties: Xml, tell: Tell): void {
  for (const one of elements(properties)) {
    const { name } = one;
    const why = stopping[name];
    if (why !== undefined) tell(why, true);
    else if (!silentInRun.has(name) && !saysNothing(one)) tell(`Định dạng «${runWords[name] ?? name}» không in được, chữ in như thường.`);
  }
  const font = element(properties, 'w:rFonts')?.attributes;
  const face = font?.['w:ascii'] ?? font?.['w:hAnsi'] ?? '';
  if (!timesNames.test(face)) tell(`Phông «${face}» in bằng Tinos (cỡ như Times New Roman).`);
}

const plain: Look = { bold: false, italic: false, underline: false, strike: false, caps: false, size: 10, raised: 'none', colour: null };

function withProperties(look: Look, properties: Xml): Look {
  const size = Number(worth(properties, 'w:sz'));
  const colour = worth(properties, 'w:color');
  const raised = worth(properties, 'w:vertAlign');
  const underline = worth(properties, 'w:u');
  return {
    bold: isOn(element(properties, 'w:b')) ?? look.bold, italic: isOn(element(properties, 'w:i')) ?? look.italic, strike: isOn(element(properties, 'w:strike')) ?? look.strike, caps: isOn(element(properties, 'w:caps')) ?? look.caps,
    underline: underline === undefined ? look.underline : underline !== 'none', size: Number.isFinite(size) && size > 0 ? Math.min(size / 2, 96) : look.size,
    raised: raised === 'superscript' ? 'super' : raised === 'subscript' ? 'sub' : raised === undefined ? look.raised : 'none',
    colour: colour === undefined ? look.colour : /^[0-9A-Fa-f]{6}$/u.test(colour) && colour !== '000000' ? `#${colour}` : null,
  };
}

/** How a run looks: defaults, styles of the paragraph and of the letters, then its own. Tells of what its own properties ask in vain. */
export function lookOf(styles: Styles, around: readonly Xml[], own: Xml | undefined, tell: Tell): Look {
  if (own !== undefined) tellOfRun(own, tell);
  return [...around, ...styles.run(worth(own, 'w:rStyle')), ...(own === undefined ? [] : [own])].reduce(withProperties, plain);
}

const silentInParagraph = new Set(['w:numPr', 'w:pStyle', 'w:jc', 'w:ind', 'w:spacing', 'w:tabs', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:pBdr', 'w:rPr', 'w:widowControl', 'w:suppressAutoHyphens', 'w:snapToGrid', 'w:adjustRightInd',
  'w:autoSpaceDE', 'w:autoSpaceDN', 'w:outlineLvl', 'w:textAlignment', 'w:overflowPunct', 'w:kinsoku', 'w:wordWrap', 'w:mirrorIndents', 'w:divId', 'w:suppressLineNumbers', 'w:topLinePunct', 'w:cnfStyle', 'w:contextualSpacing', 'w:sectPr', 'w:bidi']);

function tellOfParagraph(properties: Xml, tell: Tell): void {
  for (const one of elements(properties)) {
    if (one.name === 'w:framePr') tell('Khung chữ nổi không in được. Dùng bảng để đặt hai cột.', true);
    else if (one.name === 'w:pPrChange') tell('Còn thay đổi chưa chấp nhận. Chấp nhận hoặc bỏ hết thay đổi.', true);
    else if (one.name === 'w:shd') { if (!['auto', 'FFFFFF', undefined].includes(one.attributes['w:fill'])) tell('Nền của đoạn không in được.'); }
    else if (!silentInParagraph.has(one.name)) tell(`Định dạng «${one.name}» của đoạn không in được.`);
  }
}

/** A border as a rule with its width; null when there is none. */
export function ruleOf(border: Xml | undefined): Rule {
  const kind = border?.attributes['w:val'];
  return kind === undefined || kind === 'nil' || kind === 'none' ? null : { width: Math.max(0.25, Number(border?.attributes['w:sz'] ?? '4') / 8) };
}

const leaders: Readonly<Record<string, string>> = { dot: '.', hyphen: '-', underscore: '_', middleDot: '·', heavy: '_' };

function stopsOf(properties: readonly Xml[]): readonly TabStop[] {
  const stops = new Map<number, TabStop>();
  for (const tab of properties.flatMap((one) => elements(element(one, 'w:tabs'), 'w:tab'))) {
    const [at, kind] = [points(tab.attributes['w:pos']), tab.attributes['w:val']];
    if (kind === 'clear') stops.delete(at);
    else stops.set(at, { at, align: kind === 'right' || kind === 'end' ? 'right' : kind === 'center' ? 'center' : 'left', leader: leaders[tab.attributes['w:leader'] ?? ''] ?? '' });
  }
  return [...stops.values()].toSorted((a, b) => a.at - b.at);
}

const last = (properties: readonly Xml[], name: string, attribute: string): string | undefined => properties.map((one) => element(one, name)?.attributes[attribute]).findLast((value) => value !== undefined);
const aligns: Readonly<Record<string, Paragraph['align']>> = { left: 'left', start: 'left', right: 'right', end: 'right', center: 'center', both: 'justify', distribute: 'justify' };

/** The list a paragraph belongs to by its own word or its style's, and the level in it; null when it is numbered by none. */
export function listOf(inherited: readonly Xml[], own: Xml | undefined): { readonly list: string; readonly level: number } | null {
  const found = [...inherited, ...(own === undefined ? [] : [own])].map((one) => element(one, 'w:numPr')).findLast((one) => one !== undefined);
  const list = worth(found, 'w:numId');
  return list === undefined || list === '0' ? null : { list, level: Number(worth(found, 'w:ilvl') ?? '0') };
}

/** Where a paragraph stands and how its lines lie: defaults, styles, then its own. */
export function placingOf(inherited: readonly Xml[], own: Xml | undefined, tell: Tell): Omit<Paragraph, 'pieces' | 'size' | 'kind'> {
  if (own !== undefined) tellOfParagraph(own, tell);
  const all = own === undefined ? inherited : [...inherited, own];
  const number = (name: string, attribute: string): number => points(last(all, name, attribute));
  const hanging = last(all, 'w:ind', 'w:hanging');
  const line = Number(last(all, 'w:spacing', 'w:line') ?? '240');
  const rule = last(all, 'w:spacing', 'w:lineRule') ?? 'auto';
  const borders = all.map((one) => element(one, 'w:pBdr')).findLast((one) => one !== undefined);
  const flag = (name: string): boolean => all.map((one) => isOn(element(one, name))).findLast((value) => value !== undefined) ?? false;
  return {
    align: aligns[last(all, 'w:jc', 'w:val') ?? 'left'] ?? 'left', left: points(last(all, 'w:ind', 'w:left') ?? last(all, 'w:ind', 'w:start')), right: points(last(all, 'w:ind', 'w:right') ?? last(all, 'w:ind', 'w:end')),
    first: hanging === undefined ? number('w:ind', 'w:firstLine') : -points(hanging), before: number('w:spacing', 'w:before'), after: number('w:spacing', 'w:after'),
    line: rule === 'auto' ? { times: line / 240 } : { exactly: line / twip }, keepNext: flag('w:keepNext'), newPage: flag('w:pageBreakBefore'),
    above: ruleOf(element(borders, 'w:top')), below: ruleOf(element(borders, 'w:bottom')), tabs: stopsOf(all),
  };
}
