// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';
import type { Procedure, PublishedTime, RequiredPaper } from '../model.ts';
import { missingParts } from './completeness.ts';
import { type Finding, might, must } from './finding.ts';
import { outOfLimits } from './lint-limits.ts';
import { channelTitles, partTitles, timeText } from './procedure-words.ts';
import { timeLimitOf } from './time-limit.ts';

/** A dated rule of what must not be written: words looked for in the name of a paper, without tone marks; `*` stands for anything. */
export type LintRule = { readonly kind: 'vague-label' | 'held-data' | 'forbidden-demand'; readonly pattern: string; readonly says: string };

/** What a procedure is held against: rules in force, the version the ministry published, and how long agencies plan to work on it. */
export type LintGround = {
  readonly rules: readonly LintRule[];
  readonly national: Procedure | null;
  /** Database of the state that holds a component already, by the kind a person confirmed it to be; null: none. */
  readonly heldIn: (component: string) => string | null;
  readonly processes: readonly { readonly name: string; readonly hours: number; readonly agencies: number }[];
};

const pathOfPart = { 'name': 'name', 'steps': 'steps', 'methods': 'methods', 'papers': 'papers', 'paper-names': 'papers', 'time': 'methods', 'applicants': 'applicantKinds', 'agency': 'competentAgencies', 'results': 'results', 'legal-bases': 'legalBases' } as const;

type Place = { readonly paper: RequiredPaper; readonly path: string; readonly place: string };

const places = ({ papers }: Procedure): readonly Place[] => papers.flatMap((group, at) => group.papers.map((paper, no) => ({
  paper, path: `papers.${at}.papers.${no}.name`, place: `Giấy tờ ${no + 1}${group.circumstance === null ? '' : `, trường hợp «${group.circumstance}»`}`,
})));

const missing = (procedure: Procedure): readonly Finding[] => missingParts(procedure).flatMap((part) => (part === 'decision' || part === 'paper-names' ? [] : [must(pathOfPart[part], partTitles[part], 'Chưa có phần này. Thủ tục được công bố phải đủ các bộ phận bắt buộc.')]));

function matcher(pattern: string): (folded: string) => boolean {
  const words = pattern.split('*').map((part) => part.trim()).filter((part) => part !== '');
  return (folded) => {
    let from = 0;
    return words.every((part) => { const at = folded.indexOf(part, from); from = at + part.length; return at >= 0; });
  };
}

function demands(procedure: Procedure, rules: readonly LintRule[]): readonly Finding[] {
  const compiled = rules.map((rule) => ({ ...rule, matches: matcher(rule.pattern) }));
  return places(procedure).flatMap(({ paper, path, place }) => {
    if (paper.name === '') return [must(path, place, 'Ghi tên giấy tờ.')];
    const folded = fold(paper.name);
    const broken = compiled.find(({ matches }) => matches(folded));
    const none = paper.originals + paper.copies === 0 && !paper.eForm ? [might(path.replace(/name$/u, 'originals'), place, 'Chưa ghi nộp mấy bản chính, mấy bản sao.')] : [];
    if (broken === undefined) return none;
    return [broken.kind === 'held-data' ? might(path, place, broken.says) : must(path, place, `Tên giấy tờ không rõ hoặc không được đòi. ${broken.says}`), ...none];
  });
}

/** Components whose confirmed kind the state holds already: it should look them up, not ask for them. */
const heldAlready = (procedure: Procedure, heldIn: LintGround['heldIn']): readonly Finding[] => places(procedure).flatMap(({ paper, path, place }) => {
  const held = heldIn(paper.name);
  return held === null ? [] : [might(path, place, `Nhà nước đã giữ giấy này (${held}). Khai thác dữ liệu thay cho yêu cầu nộp.`)];
});

/** Papers the ministry's list does not have. Under the same decision they may not be asked for; under another one a person compares. */
function beyondNational(procedure: Procedure, national: Procedure | null): readonly Finding[] {
  if (national === null) return [];
  const known = new Set(places(national).flatMap(({ paper }) => [fold(paper.name), ...(paper.code === null ? [] : [paper.code])]));
  const isSame = procedure.decision.number === national.decision.number;
  return places(procedure).filter(({ paper }) => paper.name !== '' && !known.has(fold(paper.name)) && (paper.code === null || !known.has(paper.code))).map(({ path, place }) => (isSame
    ? must(path, place, `Danh mục công bố theo ${national.decision.number ?? 'quyết định của bộ'} không có giấy này. Không được yêu cầu thêm giấy tờ; bỏ dòng này hoặc ghi quyết định công bố mới.`)
    : might(path, place, 'Bản của bộ không có giấy này. Đối chiếu với quyết định công bố mới.')));
}

/** Hours of work a published time gives; a rough one for calendar days. Null: it cannot be compared. */
function hoursOf(time: PublishedTime | null): number | null {
  const hours = { WORKING_DAY: 8, DAY: 8, HOUR: 1, MONTH: 176, YEAR: 2112, OTHER: null } as const;
  const unit = time === null ? null : hours[time.unit];
  return time?.value == null || unit === null ? null : time.value * unit;
}

/** The longest time the ministry gives for a way of filing: it may write the way more than once. */
const longestOf = (national: Procedure | null, channel: Procedure['methods'][number]['channel']): PublishedTime | null =>
  (national?.methods ?? []).filter((method) => method.channel === channel).map(({ time }) => time).toSorted((a, b) => (hoursOf(b) ?? 0) - (hoursOf(a) ?? 0))[0] ?? null;

function times(procedure: Procedure, { national, processes }: LintGround): readonly Finding[] {
  const unsaid = procedure.methods.flatMap(({ channel, time, note }, at) => {
    if (time === null || (time.unit === 'OTHER' && note === null)) return [must(`methods.${at}.time`, `Thời hạn, ${channelTitles[channel]}`, 'Ghi thời hạn bằng số và đơn vị, hoặc ghi rõ trong ghi chú.')];
    const before = longestOf(national, channel);
    const [now, was] = [hoursOf(time), hoursOf(before)];
    return now !== null && was !== null && now > was ? [must(`methods.${at}.time`, `Thời hạn, ${channelTitles[channel]}`, `Dài hơn bản của bộ (${timeText(before)}). Tỉnh chỉ được rút ngắn.`)] : [];
  });
  const limit = timeLimitOf(procedure, { channel: 'DIRECT', circumstance: null });
  const given = limit === null || limit.unit === 'month' ? null : limit.value * (limit.unit === 'working-hour' ? 1 : 8);
  return [...unsaid, ...(given === null ? [] : processes.filter(({ hours }) => hours > given).map(({ name, hours, agencies }) =>
    might('methods', 'Thời hạn giải quyết', `Quy trình «${name}» (${agencies} cơ quan dùng) cần ${hours} giờ, dài hơn thời hạn ${given} giờ. Phải có bản quy trình mới trước ngày có hiệu lực.`)))];
}

/** Ways of filing written more than once. Where the ministry itself writes it so often, it is only said. */
function twiceWritten(methods: Procedure['methods'], national: Procedure | null): readonly Finding[] {
  return methods.flatMap(({ channel }, at) => {
    const before = methods.slice(0, at).filter((method) => method.channel === channel).length;
    if (before === 0) return [];
    const published = national?.methods.filter((method) => method.channel === channel).length ?? 0;
    return [(before < published ? might : must)(`methods.${at}.channel`, 'Cách thức thực hiện', `Cách nộp «${channelTitles[channel]}» ghi hai lần.`)];
  });
}

function ways({ methods, onlineLevel, onlineReason }: Procedure, national: Procedure | null): readonly Finding[] {
  const twice = twiceWritten(methods, national);
  const isOnline = methods.some(({ channel }) => channel === 'ONLINE');
  if (onlineLevel === 'FULL' && !isOnline) return [...twice, must('onlineLevel', 'Dịch vụ công trực tuyến', 'Ghi là toàn trình nhưng không có cách nộp trực tuyến.')];
  return onlineLevel !== 'FULL' && isOnline && (onlineReason ?? '') === '' ? [...twice, might('onlineReason', 'Dịch vụ công trực tuyến', 'Chưa ghi lý do chỉ cung cấp một phần.')] : twice;
}

function repeated(procedure: Procedure): readonly Finding[] {
  return procedure.papers.flatMap(({ papers }, at) => {
    const seen = new Set<string>();
    return papers.flatMap(({ name }, no) => {
      const folded = fold(name);
      const isSeen = name !== '' && seen.has(folded);
      seen.add(folded);
      return isSeen ? [might(`papers.${at}.papers.${no}.name`, `Giấy tờ ${no + 1}`, 'Giấy này đã ghi ở trên trong cùng trường hợp.')] : [];
    });
  });
}

/**
 * Everything that stands against publishing a procedure (kiểm tra bản soạn): mandatory parts, demands nobody may make, times longer than allowed.
 *
 * @legal nd-63-2010/mandatory-parts
 * @legal nd-63-2010/forbidden-demands
 */
export function lintProcedure(procedure: Procedure, ground: LintGround): readonly Finding[] {
  return [...missing(procedure), ...demands(procedure, ground.rules), ...repeated(procedure), ...heldAlready(procedure, ground.heldIn), ...beyondNational(procedure, ground.national), ...times(procedure, ground), ...ways(procedure, ground.national), ...outOfLimits(procedure, ground.national)];
}
