// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import type { DossierPaper, OriginalPlace } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import type { Doer, Dossier, Original, OriginalAt } from '../model.ts';
import type { LifecycleRefusal } from './refusal.ts';
import { isSecret } from './secret-papers.ts';
import { isEnded } from './transition.ts';

type Stamp = { readonly at: string; readonly by: Doer };
type TripEvent = Extract<DossierEvent, { type: 'papers-sent' | 'papers-received' | 'papers-sent-back' }>;

/** Ways of filing in which papers are handed in. */
const onPaper: ReadonlySet<Dossier['channel']> = new Set(['counter', 'post', 'kiosk']);

const moved = (original: Original, place: OriginalAt, { at, by }: Stamp): Original => ({ no: original.no, place, since: at, by, last: { place: original.place, by: original.by } });

/**
 * Numbers of the components of which sheets were handed in and taken into custody at acceptance.
 *
 * @legal nd-118-2025/d18
 */
export function handedIn({ channel, parent, papers, secrets }: Pick<Dossier, 'channel' | 'parent' | 'secrets'> & { readonly papers: readonly DossierPaper[] }): readonly number[] {
  if (parent !== undefined || !onPaper.has(channel)) return [];
  return papers.filter(({ no, state, originals, copies }) => state === 'ok' && originals + copies > 0 && !isSecret({ secrets }, no)).map(({ no }) => no);
}

/**
 * Custody begins at the counter that received.
 *
 * @legal nd-118-2025/d18
 */
export function originalsBegun({ agencies }: Pick<Dossier, 'agencies'>, nos: readonly number[] | undefined, { at, by }: Stamp): Pick<Dossier, 'originals'> {
  return nos === undefined ? {} : { originals: nos.map((no) => ({ no, place: { kind: 'counter', agency: agencies.receiving, detail: null }, since: at, by, last: null })) };
}

/** Where the papers are that the receiving agency still had in hand. */
const inHand: ReadonlySet<OriginalPlace> = new Set(['counter', 'shelf', 'unit']);

/**
 * Whether sheets handed in at the counter can lie with the others of their paper: these are there as well, or nobody has any. A paper is in one place.
 *
 * @legal nd-118-2025/d18
 */
export function joinsAtCounter({ originals = [], agencies }: Pick<Dossier, 'originals' | 'agencies'>, no: number): boolean {
  const place = originals.find((one) => one.no === no)?.place;
  return place === undefined || place.kind === 'applicant' || (inHand.has(place.kind) && place.agency === agencies.receiving);
}

/**
 * What was handed in with a supplement is in custody at the counter that took it.
 *
 * @legal nd-118-2025/d18
 */
export function originalsTaken({ originals = [], agencies }: Pick<Dossier, 'originals' | 'agencies'>, nos: readonly number[] | undefined, stamp: Stamp): Pick<Dossier, 'originals'> {
  if (nos === undefined) return {};
  const known = new Set(originals.map(({ no }) => no));
  const begun = originalsBegun({ agencies }, nos.filter((no) => !known.has(no)), stamp).originals ?? [];
  const place: OriginalAt = { kind: 'counter', agency: agencies.receiving, detail: null };
  return { originals: [...originals.map((one) => (nos.includes(one.no) ? moved(one, place, stamp) : one)), ...begun] };
}

/**
 * What a hand-over note does to the papers: the giver's act puts them on the way, the receiver's into its hands, or back; what the receiver did not find is lost until it turns up.
 *
 * @legal nd-118-2025/d18
 */
export function originalsAfterTrip({ originals, papers, agencies }: Pick<Dossier, 'originals' | 'papers' | 'agencies'>, event: TripEvent): Pick<Dossier, 'originals'> {
  if (originals === undefined) return {};
  const put = (isMoved: (one: Original) => boolean, placeOf: (one: Original) => OriginalAt): Pick<Dossier, 'originals'> => ({ originals: originals.map((one) => (isMoved(one) ? moved(one, placeOf(one), event) : one)) });
  const isOnTheWay = ({ place }: Original): boolean => place.kind === 'way';
  switch (event.type) {
    case 'papers-sent': {
      const { note: { from, to, number }, stay = [] } = event.data;
      return put(({ no, place }) => inHand.has(place.kind) && place.agency === from && !stay.includes(no), () => ({ kind: 'way', agency: to, detail: number }));
    }
    case 'papers-received': return put(isOnTheWay, () => ({ kind: 'unit', agency: agencies.solving, detail: null }));
    case 'papers-sent-back': {
      const missing = new Set(papers.filter(({ name }) => event.data.missing.includes(name)).map(({ no }) => no));
      return put(isOnTheWay, ({ no }) => (missing.has(no) ? { kind: 'lost', agency: agencies.receiving, detail: event.data.number } : { kind: 'counter', agency: agencies.receiving, detail: null }));
    }
  }
}

/**
 * The papers after some were put elsewhere.
 *
 * @legal nd-118-2025/d18
 */
export function originalsMoved({ originals }: Pick<Dossier, 'originals'>, { at, by, data: { nos, place } }: Extract<DossierEvent, { type: 'originals-moved' }>): Pick<Dossier, 'originals'> {
  return originals === undefined ? {} : { originals: originals.map((one) => (nos.includes(one.no) ? moved(one, place, { at, by }) : one)) };
}

/** Papers somebody answers for: not yet back with the applicant. */
export const kept = ({ originals = [] }: Pick<Dossier, 'originals'>): readonly Original[] => originals.filter(({ place }) => place.kind !== 'applicant');

/** Papers in the hands of some agencies. What is on its way is confirmed by its note; of a dossier that ended meanwhile, by who was to receive it. */
export const heldBy = (dossier: Pick<Dossier, 'originals' | 'status'>, agencies: readonly string[]): readonly Original[] =>
  kept(dossier).filter(({ place }) => (place.kind !== 'way' || isEnded(dossier.status)) && agencies.includes(place.agency));

/** Places of which one must say which. */
const needsDetail: Readonly<Partial<Record<OriginalPlace, string>>> = { shelf: 'Ghi kệ, ngăn để giấy.', unit: 'Ghi phòng hoặc người giữ giấy.', post: 'Ghi số hiệu bưu gửi.', applicant: 'Ghi tên người nhận lại giấy.', file: 'Ghi cặp, hộp hồ sơ giữ giấy.' };

type Asked = { readonly nos: readonly number[]; readonly place: Exclude<OriginalPlace, 'way'>; readonly detail: string | null; readonly reason: string | null; readonly agencies: readonly string[] };

const mend = (path: string, label: string, text: string): Result<never, LifecycleRefusal> => refuse({ code: 'fields-to-mend', fields: [{ path, label, text }] });

/** Why a paper is not the officer's to move. */
function outOfReach({ place }: Original): string {
  if (place.kind === 'applicant') return 'Giấy đã trả người nộp.';
  return place.kind === 'way' ? 'Giấy đang trên đường theo phiếu bàn giao. Bên nhận xác nhận ở «Giấy cần chuyển».' : 'Giấy đang ở cơ quan khác. Cơ quan đang giữ mới ghi được nơi để.';
}

type Parties = Pick<Dossier, 'applicant' | 'coApplicants' | 'submitter'>;

const plain = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi');

/** Whether papers go to somebody who neither applies nor handed them in. */
const isStranger = ({ applicant, coApplicants = [], submitter }: Parties, name: string): boolean => ![applicant, ...coApplicants.map(({ party }) => party), ...(submitter === null ? [] : [submitter])].some((party) => plain(party.name) === plain(name));

/** What must be said of a place and was not; null when all was. */
function leftUnsaid(dossier: Parties, { place, detail, reason }: Pick<Asked, 'place' | 'detail' | 'reason'>): Result<never, LifecycleRefusal> | null {
  const words = needsDetail[place];
  if (words !== undefined && (detail ?? '') === '') return mend('detail', 'Chỗ để', words);
  if (place === 'applicant' && (reason ?? '') === '' && isStranger(dossier, detail ?? '')) return mend('reason', 'Lý do', 'Người nhận không phải chủ hồ sơ, người nộp. Ghi giấy ủy quyền: số, ngày, nơi cấp.');
  return place === 'lost' && (reason ?? '') === '' ? mend('reason', 'Lý do', 'Ghi đã tìm ở đâu, hỏi ai.') : null;
}

/** Places from which a paper goes back to the applicant: what the post carries already has its paper. */
const givenBack: ReadonlySet<OriginalPlace> = new Set(['applicant', 'post']);
/** Papers meant by «all»: not those that are lost or kept for good. */
const isAtHand = ({ place }: Original): boolean => place.kind !== 'lost' && place.kind !== 'file';

/**
 * Which papers go where, when an officer of some agencies puts them there; each must be in the hands of one of these agencies. `goesBack`: they leave for the applicant now, and that is written on a paper.
 *
 * @error fields-to-mend - no such paper, in other hands, on its way, with the applicant already; what must be said is missing
 * @legal nd-118-2025/d18
 */
export function originalsToMove(dossier: Pick<Dossier, 'originals' | 'status'> & Parties, { nos, place, detail, reason, agencies }: Asked): Result<{ readonly nos: readonly number[]; readonly place: OriginalAt; readonly goesBack: boolean }, LifecycleRefusal> {
  const mine = heldBy(dossier, agencies);
  const wanted = nos.length === 0 ? mine.filter((one) => place === 'lost' || isAtHand(one)) : (dossier.originals ?? []).filter(({ no }) => nos.includes(no));
  const [first] = wanted;
  if (first === undefined && nos.length === 0 && mine.length > 0) return mend('nos', 'Giấy', 'Giấy còn lại đã ghi là mất hoặc đã lưu vào hồ sơ nên không ghi chung được. Chọn từng giấy trong danh sách.');
  if (first === undefined || (nos.length > 0 && wanted.length !== new Set(nos).size)) return mend('nos', 'Giấy', 'Cơ quan không giữ giấy nào mang số này. Chọn trong danh sách.');
  const foreign = wanted.find((one) => !mine.includes(one));
  if (foreign !== undefined) return mend('nos', 'Giấy', outOfReach(foreign));
  if (new Set(wanted.map((one) => one.place.agency)).size > 1) return mend('nos', 'Giấy', 'Giấy đang ở hai cơ quan. Ghi cho từng cơ quan.');
  const unsaid = leftUnsaid(dossier, { place, detail, reason });
  if (unsaid !== null) return unsaid;
  return ok({ nos: wanted.map(({ no }) => no), place: { kind: place, agency: first.place.agency, detail: detail === '' ? null : detail }, goesBack: givenBack.has(place) && wanted.some((one) => one.place.kind !== 'post') });
}
