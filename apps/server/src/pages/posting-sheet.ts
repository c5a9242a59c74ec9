// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, priceUnder } from '@motcua/catalogue';
import { qrSvg, renderPaper } from '@motcua/documents';
import type { Db } from '@motcua/db-kit';
import { cleanText, officeDay, officeDayText } from '@motcua/kernel';
import type { Site } from '@motcua/citizen-portal/props';

const sheets = `#set text(font: "Tinos", size: 12pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.5em)
#set page(paper: "a4", margin: (x: 18mm, y: 16mm), footer: align(right, text(size: 9pt)[#d.foot #context [Trang #counter(page).display("1/1", both: true)]]))
#show heading.where(level: 1): it => text(size: 16pt, strong(it.body))
#show outline.entry: it => { set text(size: 11pt); it }
#let sheet(d) = [
  #grid(columns: (1fr, 30mm), column-gutter: 6mm,
    { text(size: 10pt, upper(d.owner)); v(0.6em, weak: true); heading(level: 1, d.name); v(0.5em, weak: true); text(size: 10.5pt)[Mã thủ tục #d.code. #d.decision] },
    { align(right, image(bytes(d.qr), format: "svg", width: 28mm)); align(right, text(size: 8.5pt)[Quét để xem bản đang dùng]) })
  #line(length: 100%, stroke: 0.5pt)
  #for part in d.parts { heading(level: 2, outlined: false, text(size: 12.5pt, part.title)); if part.items.len() == 1 { par(part.items.first()) } else { enum(tight: true, ..part.items) } }
]
`;

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.name)
${sheets}#sheet(d)
`;

const setTemplate = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
${sheets}#text(size: 10pt, upper(d.owner))
#v(1em)
#align(center, text(size: 17pt, strong(d.title)))
#align(center, d.about)
#v(1em)
#outline(title: [Mục lục], depth: 1)
#for one in d.sheets { pagebreak(); sheet(one) }
`;

const units = { WORKING_DAY: 'ngày làm việc', DAY: 'ngày', HOUR: 'giờ làm việc', MONTH: 'tháng', YEAR: 'năm', OTHER: '' } as const;
const channels = { DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính' } as const;

const part = (title: string, items: readonly string[]) => ({ title, items: items.map((item) => cleanText(item)).filter((item) => item !== '').length === 0 ? ['Chưa công bố'] : items.map((item) => cleanText(item)).filter((item) => item !== '') });

const paperLines = ({ papers }: Procedure): readonly string[] => papers.flatMap(({ circumstance, papers: listed }) => listed.map(({ name, originals, copies }) => `${circumstance === null ? '' : `(${circumstance}) `}${name}${originals > 0 ? `; ${originals} bản chính` : ''}${copies > 0 ? `; ${copies} bản sao` : ''}`));

type Printing = { readonly at: Temporal.Instant; readonly site: Site; readonly origin: string };

const footOf = ({ site, at }: Printing): string => `${site.demonstration ? 'BẢN TRÌNH DIỄN, không có giá trị pháp lý. ' : ''}In ngày ${officeDayText(officeDay(at))}.`;

/** What a sheet says of a procedure. */
async function sheetOf(db: Db, procedure: Procedure, printing: Printing) {
  const { at, site, origin } = printing;
  const price = await priceUnder(db, procedure, { day: officeDay(at).toString(), channel: 'DIRECT', circumstance: null });
  const agencies = procedure.competentAgencies.length > 0 ? procedure.competentAgencies : procedure.executingAgencies;
  return {
    owner: cleanText(site.owner), name: cleanText(procedure.name), code: procedure.code, qr: qrSvg(`${origin}/thu-tuc/${encodeURIComponent(procedure.code)}`),
    decision: procedure.decision.number === null ? '' : `Công bố theo ${cleanText(procedure.decision.number)}.`, foot: footOf(printing),
    parts: [
      part('Thành phần hồ sơ', paperLines(procedure)),
      part('Thời hạn giải quyết', procedure.methods.map(({ channel, time }) => `${channels[channel]}: ${time?.value == null || time.unit === 'OTHER' ? 'theo quy định của từng trường hợp' : `${String(time.value).replace('.', ',')} ${units[time.unit]}`}`)),
      part('Phí, lệ phí', price.lines.map(({ text }) => text)), part('Cơ quan giải quyết', agencies.map(({ name }) => name)), part('Trình tự thực hiện', procedure.steps.map(({ name, text }) => `${name === null ? '' : `${name}: `}${text}`)),
      part('Kết quả', procedure.results.map(({ name }) => name)), part('Yêu cầu, điều kiện', procedure.conditions === null ? [] : [procedure.conditions]), part('Căn cứ pháp lý', procedure.legalBases.map(({ code, name }) => (code === null ? name : `${name} (${code})`))),
    ],
  };
}

/**
 * Tờ niêm yết of a procedure: what the version in force says, on A4, with a code that leads to the page.
 *
 * @legal tt-02-2017-vpcp/d14
 */
export async function postingSheet(db: Db, procedure: Procedure, printing: Printing): Promise<Uint8Array> {
  return renderPaper({ template, data: await sheetOf(db, procedure, printing), standard: 'a-2b', at: printing.at });
}

/**
 * Tập tờ niêm yết: a contents page and the sheets of several procedures, each on a page of its own.
 *
 * @legal tt-02-2017-vpcp/d14
 */
export async function postingSet(db: Db, { title, about, procedures }: { readonly title: string; readonly about: string; readonly procedures: readonly Procedure[] }, printing: Printing): Promise<Uint8Array> {
  const made = [];
  for (const procedure of procedures) made.push(await sheetOf(db, procedure, printing));
  return renderPaper({ template: setTemplate, data: { title: cleanText(title), about: cleanText(about), owner: cleanText(printing.site.owner), foot: footOf(printing), sheets: made }, standard: 'a-2b', at: printing.at });
}
