// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { cleanText, officeDay, officeDayText } from '@motcua/kernel';

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set page(paper: "a4", flipped: true, margin: (left: 20mm, right: 14mm, y: 15mm), footer: text(size: 9pt)[#d.foot #h(1fr) #context [Trang #counter(page).display("1/1", both: true)]])
#set text(font: "Tinos", size: 11.5pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.5em)
#text(size: 11pt, strong(upper(d.office)))
#v(0.5em)
#align(center, text(size: 14pt, strong(upper(d.title))))
#align(center, d.number)
#v(0.3em)
#for fact in d.facts { par[#strong(fact.at(0)): #fact.at(1)] }
#set text(size: 10pt)
#table(columns: d.widths.map((w) => if w == 0 { auto } else { w * 1fr }), stroke: 0.4pt, inset: 4pt, table.header(..d.columns.map((name) => strong(name))), ..d.rows.flatten())
#set text(size: 11.5pt)
#par(d.sum)
#v(1em)
#block(breakable: false, grid(columns: d.signers.map((_) => 1fr), align: center, ..d.signers.map((s) => [#strong(upper(s.at(0))) \\ #text(size: 10pt, s.at(1)) #v(4.5em) #s.at(2)])))
`;

/** A list of the archive on paper: head, facts, a table, who signs. `widths`: part of the page of each column, 0: as wide as needed. */
export type ListPaper = {
  readonly office: string; readonly title: string; readonly number: string; readonly facts: readonly (readonly [string, string])[]; readonly columns: readonly string[]; readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[]; readonly sum: string; readonly signers: readonly { readonly as: string; readonly under: string; readonly name: string }[];
};

/** «17/11/2026» of an ISO day; a dash for none. */
export const dayOf = (day: string | null): string => (day === null ? '–' : officeDayText(Temporal.PlainDate.from(day)));

/** Prints a list of the archive (mục lục, biên bản, danh mục) as PDF/A. */
export function printList({ office, title, number, facts, columns, widths, rows, sum, signers }: ListPaper, { demonstration, at }: { readonly demonstration: boolean; readonly at: Temporal.Instant }): Promise<Uint8Array> {
  const data = {
    office: cleanText(office), title: cleanText(title), number: cleanText(number), facts: facts.map((pair) => pair.map(cleanText)), columns, widths, rows: rows.map((row) => row.map(cleanText)), sum,
    signers: signers.map(({ as, under, name }) => [as, under, cleanText(name)]), foot: `${demonstration ? 'BẢN TRÌNH DIỄN, không có giá trị pháp lý. ' : ''}In ngày ${officeDayText(officeDay(at))}.`,
  };
  return renderPaper({ template, data, standard: 'a-2b', at });
}
