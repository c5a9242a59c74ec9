// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { cleanText, officeDay, officeDayText } from '@motcua/kernel';
import { type CostLine, criteria } from '../contract/review-content.ts';
import type { ReviewView } from '../contract/reviews.ts';
import { savingOf, totalOf } from '../rules/compliance-cost.ts';
import { answerWords, criterionWords, outcomeWords } from '../rules/review-words.ts';
import { costColumns, costRows } from './review-table.ts';

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.name)
#set page(paper: "a4", flipped: true, margin: (x: 14mm, y: 14mm), footer: text(size: 9pt)[#d.foot #h(1fr) #context [Trang #counter(page).display("1/1", both: true)]])
#set text(font: "Tinos", size: 11pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.5em)
#let costs(title, rows, total) = {
  heading(level: 2, outlined: false, text(size: 12pt, title))
  if rows.len() == 0 { par[Không có.] } else {
    set text(size: 8pt)
    table(columns: (1.1fr, 2.4fr, 0.8fr, 0.9fr, 1fr, 0.9fr, 0.6fr, 0.8fr, 1fr, 1.2fr, 1.6fr), stroke: 0.4pt, inset: 3pt, align: (col, row) => if row > 0 and col > 1 and col < 10 { right } else { left },
      table.header(..d.columns.map((name) => strong(name))), ..rows.flatten(), table.cell(colspan: 8, strong[Cộng]), strong(total.once), strong(total.yearly), [])
  }
}
#text(size: 10pt, upper(d.office))
#v(0.4em)
#align(center, text(size: 14pt, strong[PHIẾU RÀ SOÁT, ĐÁNH GIÁ THỦ TỤC HÀNH CHÍNH]))
#align(center, [#d.name (#d.code)])
#align(center, text(size: 10pt, d.standing))
#for fact in d.facts { par[#strong(fact.at(0)): #fact.at(1)] }
#heading(level: 2, outlined: false, text(size: 12pt)[Đánh giá])
#table(columns: (1fr, 0.7fr, 3fr), stroke: 0.4pt, inset: 4pt, table.header(strong[Tiêu chí], strong[Kết quả], strong[Lý do]), ..d.criteria.flatten())
#par[Thu nhập bình quân một giờ: #d.income]
#costs("Chi phí tuân thủ hiện tại", d.now, d.nowTotal)
#costs("Chi phí tuân thủ sau đơn giản hóa", d.after, d.afterTotal)
#par[#strong[Lợi ích một năm]: #d.saving]
#heading(level: 2, outlined: false, text(size: 12pt)[Kiến nghị])
#par[#strong(d.outcome)]
#for text in d.proposal { par(text) }
`;

const vnd = (value: number): string => value.toLocaleString('vi-VN');
const dayOf = (day: string): string => officeDayText(Temporal.PlainDate.from(day));
const grounds = { 'government': 'Chính phủ, Thủ tướng giao', 'own-choice': 'Tỉnh tự chọn', 'petition': 'Phản ánh, kiến nghị' } as const;

const tableOf = (lines: readonly CostLine[], hourlyVnd: number) => {
  const { onceVnd, yearlyVnd } = totalOf(lines, hourlyVnd);
  return { rows: costRows(lines, hourlyVnd).map((row) => row.map(cleanText)), total: { once: vnd(onceVnd), yearly: vnd(yearlyVnd) } };
};

/** What of a saving is told: đồng a year, and its part of the cost now. */
function savingWords({ yearlyVnd, share }: ReturnType<typeof savingOf>): string {
  return `${vnd(yearlyVnd)} đồng${share === null ? '' : `, ${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} % chi phí hiện tại`}`;
}

type Printing = { readonly office: string; readonly demonstration: boolean; readonly at: Temporal.Instant };

/** Phiếu rà soát as PDF: answers, both cost tables, the proposal; says whether it is approved. Null before a sheet was begun. */
export async function printReview({ review, content, result }: ReviewView, { office, demonstration, at }: Printing): Promise<Uint8Array | null> {
  if (content === null) return null;
  const { hourlyVnd, source } = content.income;
  const [now, after] = [tableOf(content.now, hourlyVnd), tableOf(content.after, hourlyVnd)];
  const data = {
    office: cleanText(office), name: cleanText(content.procedure.name), code: content.procedure.code, columns: costColumns, foot: `${demonstration ? 'BẢN TRÌNH DIỄN, không có giá trị pháp lý. ' : ''}In ngày ${officeDayText(officeDay(at))}.`,
    standing: result === null ? 'BẢN SOẠN, chưa được phê duyệt' : `Phê duyệt theo quyết định ${cleanText(result.number)} ngày ${dayOf(result.date)}, thực hiện từ ${dayOf(result.validFrom)}`,
    facts: [['Cơ quan rà soát', `${review.agencyName}, ${review.person}`], ['Căn cứ', `${grounds[review.ground]}: ${review.basis}`], ['Sản phẩm', review.product], ['Hạn', dayOf(review.due)]].map((pair) => pair.map(cleanText)),
    criteria: criteria.map((criterion) => [criterionWords[criterion], answerWords[content.criteria[criterion].answer], cleanText(content.criteria[criterion].reason)]),
    income: `${vnd(hourlyVnd)} đồng (${cleanText(source)})`, now: now.rows, nowTotal: now.total, after: after.rows, afterTotal: after.total,
    saving: content.outcome === 'keep' || content.outcome === '' ? 'không có, giữ nguyên thủ tục' : savingWords(savingOf(totalOf(content.now, hourlyVnd), totalOf(content.after, hourlyVnd))),
    outcome: outcomeWords[content.outcome], proposal: content.proposal.split('\n').map(cleanText).filter((line) => line !== ''),
  };
  return renderPaper({ template, data, standard: 'a-2b', at });
}
