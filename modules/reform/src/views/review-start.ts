// SPDX-License-Identifier: EUPL-1.2
import { priceUnder, procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { experienceOf } from '@motcua/dossiers';
import { sourceTitle } from '@motcua/legal';
import type { CostLine, Experience, Review } from '../contract/review-content.ts';
import { hourlyIncome } from '../rules/compliance-cost.ts';
import { allFigures, figureOn } from '../store/figures.ts';

const dayWords = (day: string): string => day.split('-').toReversed().join('/');

/** What the running system knows of a procedure between two days. */
export async function experience(db: Db, asked: { readonly procedure: string; readonly from: string; readonly until: string }): Promise<Experience> {
  return { from: asked.from, until: asked.until, ...await experienceOf(db, asked) };
}

/** Where a number was counted, in words that stand beside it. */
const counted = ({ from, until, accepted }: Experience, what: string): string =>
  `${what}: hệ thống đếm ${accepted.toLocaleString('vi-VN')} hồ sơ tiếp nhận từ ${dayWords(from)} đến hết ${dayWords(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString())}.`;

const noDossier = 'Hệ thống chưa có hồ sơ nào của thủ tục này trong 12 tháng.';

const blank = { hours: null, hiredVnd: null, feesVnd: null, timesPerYear: 1, subjectsPerYear: null, note: '' } as const;

/** Lines a table begins with: a component each, a way of filing each, the fee, collecting. Hours are left to who reviews. */
function startLines({ papers, feeVnd, known }: { readonly papers: readonly string[]; readonly feeVnd: number | null; readonly known: Experience }): CostLine[] {
  const all = known.accepted === 0 ? null : known.accepted;
  const note = all === null ? noDossier : counted(known, 'Số đối tượng');
  const ways = ([['counter', 'Nộp trực tiếp'], ['online', 'Nộp trực tuyến'], ['post', 'Nộp qua bưu chính']] as const).filter(([way]) => all === null ? way === 'counter' : known[way] > 0);
  return [
    ...papers.map((what, at): CostLine => ({ ...blank, id: `p${String(at + 1)}`, work: 'prepare', what: what.slice(0, 500), subjectsPerYear: all, note })),
    ...ways.map(([way, what]): CostLine => ({ ...blank, id: way, work: 'file', what, subjectsPerYear: all === null ? null : known[way], note: all === null ? noDossier : counted(known, 'Số đối tượng theo cách nộp') })),
    { ...blank, id: 'pay', work: 'pay', what: 'Nộp phí, lệ phí', feesVnd: feeVnd, subjectsPerYear: all, note: feeVnd === null ? note : `Mức thu theo danh mục. ${note}` },
    { ...blank, id: 'collect', work: 'collect', what: 'Nhận kết quả', subjectsPerYear: all, note },
  ];
}

const unanswered = { answer: '' as const, reason: '' };

/** What the sheet of a procedure begins with on a day: components and fee of the version in force, volumes of the last twelve months, income of the figures that hold. */
export async function reviewStart(db: Db, { code, name, today }: { readonly code: string; readonly name: string; readonly today: string }): Promise<Review> {
  const day = Temporal.PlainDate.from(today);
  const [found, figures, known] = await Promise.all([
    procedureOn(db, code, today), allFigures(db), experience(db, { procedure: code, from: day.subtract({ months: 12 }).add({ days: 1 }).toString(), until: day.add({ days: 1 }).toString() }),
  ]);
  const product = figureOn(figures, 'gdp-per-person', today);
  const price = found === undefined ? null : await priceUnder(db, found.procedure, { day: today, channel: 'DIRECT', circumstance: null });
  return {
    procedure: { code, name: name.slice(0, 2000) }, criteria: { necessity: unanswered, reasonableness: unanswered, legality: unanswered, cost: unanswered, fit: unanswered },
    income: product === undefined ? { hourlyVnd: 0, source: '' } : { hourlyVnd: hourlyIncome(product.value), source: `${sourceTitle(product.source)}: ${product.value.toLocaleString('vi-VN')} đồng một người một năm, chia 12 tháng, 22 ngày, 8 giờ` },
    experience: known.accepted === 0 ? null : known, now: startLines({ papers: (found?.procedure.papers ?? []).flatMap(({ papers }) => papers.map((paper) => paper.name)).slice(0, 390), feeVnd: price?.totalVnd ?? null, known }), after: [], outcome: '', proposal: '',
    promised: { days: null, papers: null, contacts: null },
  };
}
