// SPDX-License-Identifier: EUPL-1.2
import type { PublicationFault } from '../model.ts';
import { fault } from './fault.ts';

/** What may be drafted: looked through in well under a second. The largest internal procedure published in the country has some fifty steps. */
const mostDrafted = { nodes: 500, elements: 15_000, tables: 10 } as const;

const nodeTag = /<(?:[\w.-]+:)?(?:\w*[Tt]ask|\w*Gateway|\w*Event|subProcess|adHocSubProcess|transaction|callActivity)[\s/>]/gu;
const tableTag = /<(?:[\w.-]+:)?businessRuleTask[\s/>]/gu;

const countOf = (xml: string, pattern: RegExp): number => xml.matchAll(pattern).reduce((count) => count + 1, 0);

const words = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.');
const told = (count: number, what: string, most: number): string => `${words(count)} ${what}, nhiều nhất ${words(most)}; hãy tách thành nhiều quy trình gọi nhau`;

/** Whether a file is larger than what may be drafted, read off the text alone: nothing is parsed. */
export function draftSizeFault(xml: string): PublicationFault | null {
  const [nodes, elements, tables] = [countOf(xml, nodeTag), countOf(xml, /<[A-Za-z]/gu), countOf(xml, tableTag)];
  if (nodes > mostDrafted.nodes) return fault('too-large', null, told(nodes, 'bước, cổng và sự kiện', mostDrafted.nodes));
  if (elements > mostDrafted.elements) return fault('too-large', null, told(elements, 'thẻ XML', mostDrafted.elements));
  return tables > mostDrafted.tables ? fault('too-large', null, told(tables, 'bảng quyết định', mostDrafted.tables)) : null;
}
