// SPDX-License-Identifier: EUPL-1.2
import { type Role, roles } from '@motcua/kernel/actor';
import { compileProcess, processToPublish } from '../definition/compile-process.ts';
import { draftSizeFault } from '../definition/draft-size.ts';
import type { ProcessTable, StepRow } from '../drawing/model.ts';
import { readTable } from '../drawing/table.ts';
import type { ProcessDefinition, PublicationFault } from '../model.ts';
import { plannedHours } from './plan.ts';
import { roleWords } from './role-words.ts';
import { type Finding, type PostedPlace, type Surroundings, hoursOfLimit, limitWords } from './surroundings.ts';
import { unansweredFindings } from './unanswered.ts';
import { waitFindings } from './waits.ts';

const stepPlace = ({ no, name }: StepRow): string => `Bước ${String(no)} «${name}»`;
const whole = 'Cả quy trình';
const at = (step: StepRow, property: string, found: Pick<Finding, 'text' | 'blocks'>): Finding => ({ path: `steps.${step.id}.${property}`, place: stepPlace(step), ...found });
const overall = (text: string, blocks: boolean): Finding => ({ path: 'process', place: whole, text, blocks });

/** A fault of publication at the row that shows it; the sentence without the name it begins with. */
function faultFinding({ element, name, text }: PublicationFault, steps: readonly StepRow[]): Finding {
  const step = steps.find(({ id }) => id === element);
  const bare = text.replace(/^«[^»]*»: /u, '');
  return { path: element === null ? 'process' : `steps.${element}`, place: step === undefined ? (name ?? element ?? whole) : stepPlace(step), text: bare, blocks: true };
}

/** Hours along the longest way against the limits of law. */
function limitFindings(definition: ProcessDefinition, { procedures }: Surroundings): readonly Finding[] {
  const hours = plannedHours(definition);
  return procedures.flatMap(({ code, name, limit }) => (limit === null || hours <= hoursOfLimit(limit) ? [] : [overall(
    `Các bước cộng lại ${String(hours)} giờ, dài hơn thời hạn của thủ tục ${code} «${name.slice(0, 80)}»: ${limitWords(limit)}. Bớt giờ ở các bước, hoặc cho các bước dùng chung quỹ giờ.`, true)]));
}

/** Budgets that several steps share: stated on one of them, used by more than one. */
function budgetFindings(steps: readonly StepRow[]): readonly Finding[] {
  const shared = new Map<string, StepRow[]>();
  for (const step of steps) if (step.budget !== '') shared.set(step.budget, [...shared.get(step.budget) ?? [], step]);
  return [...shared].flatMap(([budget, users]) => {
    const stated = users.filter(({ hours }) => hours !== '');
    const [first] = users;
    if (first === undefined) return [];
    if (stated.length === 0) return [at(first, 'hours', { text: `Quỹ giờ chung «${budget}» chưa có số giờ. Ghi số giờ ở một trong các bước dùng chung.`, blocks: true })];
    if (new Set(stated.map(({ hours }) => hours)).size > 1) return [at(stated[1] ?? first, 'hours', { text: `Quỹ giờ chung «${budget}» được ghi nhiều số giờ khác nhau. Chỉ ghi ở một bước.`, blocks: true })];
    return users.length === 1 ? [at(first, 'budget', { text: `Quỹ giờ chung «${budget}» chỉ một bước dùng. Bỏ quỹ chung, hoặc chọn quỹ này ở bước khác.`, blocks: false })] : [];
  });
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const holds = ({ posts }: PostedPlace, role: Role, unit: string): boolean => posts.some((post) => post.role === role && (unit === '' || post.unit === null || post.unit === unit));

/** A unit that is a variable of the dossier («competentUnit») is known only when one is handled. */
const unitCode = (unit: string): string => (/^[a-z]/u.test(unit) ? '' : unit);

/** Steps that nobody is posted to do, at all or at some of the agencies. */
function postFindings(steps: readonly StepRow[], { places }: Surroundings): readonly Finding[] {
  return steps.flatMap((step) => {
    const { role, agency, unit } = step;
    const known = places.get(agency === '' ? 'competent' : agency);
    if (known === undefined || !isRole(role) || known.length === 0) return [];
    const without = known.filter((place) => !holds(place, role, unitCode(unit)));
    if (without.length === 0) return [];
    const named = without.slice(0, 3).map(({ name }) => name).join(', ');
    const where = without.length > 3 ? `${named} và ${String(without.length - 3)} nơi khác` : named;
    return [at(step, 'role', { text: `Không ai được bố trí làm «${roleWords[role]}»${unitCode(unit) === '' ? '' : ` ở đơn vị ${unit}`} tại ${where}. Chọn vai trò khác, hoặc bố trí người trước khi công bố.`, blocks: without.length === known.length })];
  });
}

/** What a process must do once, and what a reader would miss. */
function contentFindings(steps: readonly StepRow[], { calledOnly }: Pick<ProcessTable, 'calledOnly'>): readonly Finding[] {
  const does = (act: string): boolean => steps.some((step) => step.act === act);
  const back = steps.filter((step) => step.no > 1 && step.returns.length === 0 && ['appraise', 'approve', 'sign', 'number'].includes(step.act));
  return [
    ...(calledOnly || does('accept') ? [] : [overall('Chưa có bước «Tiếp nhận» (việc: tiếp nhận). Hồ sơ vào quy trình này sẽ không có giấy hẹn.', true)]),
    ...(calledOnly || does('return') ? [] : [overall('Chưa có bước «Trả kết quả» (việc: trả kết quả).', false)]),
    ...(calledOnly || does('approve') || does('sign') || does('linked') ? [] : [overall('Chưa có bước ký duyệt (việc: phê duyệt hoặc ký): không ai quyết định kết quả.', false)]),
    ...steps.filter(({ name }) => name.trim() === '').map((step) => at(step, 'name', { text: 'Chưa ghi tên bước.', blocks: true })),
    ...steps.filter(({ hours, budget, act }) => hours === '' && budget === '' && act !== 'return' && act !== 'linked').map((step) => at(step, 'hours', { text: 'Chưa ghi số giờ: bước này sẽ không có hạn riêng.', blocks: false })),
    ...back.map((step) => at(step, 'returnTo', { text: 'Chưa chọn bước để trả về khi không đồng ý.', blocks: false })),
    ...steps.filter(({ citizenLabel }) => citizenLabel === '').map((step) => at(step, 'citizenLabel', { text: 'Chưa ghi người dân đọc gì khi hồ sơ ở bước này.', blocks: false })),
  ];
}

/** What others call is handled by the processes that call it. */
const calledOnlyFindings = ({ procedures }: ProcessTable, surroundings: Surroundings): readonly Finding[] =>
  (procedures === '' && surroundings.procedures.length === 0 ? [] : [overall('Quy trình chỉ để quy trình khác gọi thì không gắn với thủ tục. Bỏ mã thủ tục, hoặc bỏ đánh dấu.', true)]);

/**
 * What is wrong with a process, in words: what the engine refuses, hours beyond the limits of law (8 hours a day), budgets, steps nobody can do, what is missing.
 * A draft that cannot be read at all has the faults of the file alone; one that is too large is not read.
 *
 * @legal nd-118-2025/internal-procedures
 */
export async function lintProcess(xml: string, surroundings: Surroundings): Promise<readonly Finding[]> {
  const size = draftSizeFault(xml);
  if (size !== null) return [faultFinding(size, [])];
  const table = await readTable(xml, 'whole');
  const publishable = await processToPublish(xml);
  const steps = table.ok ? table.value.rows.filter((row) => row.kind === 'step') : [];
  const faults = publishable.ok ? [] : publishable.error.map((fault) => faultFinding(fault, steps));
  if (!table.ok) return faults;
  const compiled = publishable.ok ? publishable : await compileProcess(xml);
  return [
    ...faults, ...(compiled.ok ? [...limitFindings(compiled.value, surroundings), ...waitFindings(compiled.value), ...unansweredFindings(compiled.value, steps)] : []), ...budgetFindings(steps), ...postFindings(steps, surroundings), ...contentFindings(steps, table.value),
    ...(table.value.calledOnly ? calledOnlyFindings(table.value, surroundings) : table.value.procedures === '' && surroundings.procedures.length === 0 ? [overall('Chưa gắn với thủ tục nào: công bố rồi vẫn chưa dùng được. Ghi mã thủ tục.', false)] : []),
  ];
}
