// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { paperDue } from '../clock/paper-due.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import type { Fact } from '../events.ts';
import { arePapersThere } from '../lifecycle/paper-trip.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { Dossier, PapersToSend } from '../model.ts';
import { keysOf } from '../papers/sign.ts';
import { partedPapers } from '../rules/paper-travel.ts';
import { findNote, handOverRuleOn } from '../store/hand-over.ts';
import { documentNumber } from '../store/number-series.ts';
import { mustSignHandOver, travelRulesOn } from '../store/paper-travel.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { filedElsewhere } from './start-clock.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };

/** Ways of filing in which papers are handed in. */
const onPaper: ReadonlySet<Dossier['channel']> = new Set(['counter', 'post', 'kiosk']);

const dueOf = async (ctx: DossierContext, { tx, at }: Stage, dossier: Pick<Dossier, 'agencies'>): Promise<Outcome<string | null>> => {
  const rule = await handOverRuleOn(tx, { kind: await filedElsewhere(tx, dossier) ? 'elsewhere' : 'ordinary', day: officeDay(at).toString() });
  if (rule === null) return ok(null);
  const calendar = await ctx.calendars.of(tx, dossier.agencies.receiving);
  const due = calendar === null ? null : paperDue(calendar.compiled, at, rule);
  return due === null ? refuse({ code: 'calendar-gap' }) : ok(due.toString());
};

/** That so many sheets, received after acceptance, must go to the agency that solves; null when none came, or it is solved where they lie. */
export async function sheetsToSend(ctx: DossierContext, stage: Stage, { agencies }: Pick<Dossier, 'agencies'>, count: number): Promise<Outcome<PapersToSend | null>> {
  if (count === 0 || agencies.receiving === agencies.solving) return ok(null);
  const due = await dueOf(ctx, stage, { agencies });
  return !due.ok ? due : ok(due.value === null ? null : { count, dueAt: due.value });
}

/**
 * How many papers must go to the agency that solves, and by when; null when none was handed in, or it is solved where it was received.
 *
 * @error calendar-gap
 * @legal nd-118-2025/d18
 */
export async function papersToSendOf(ctx: DossierContext, stage: Stage, dossier: Pick<Dossier, 'agencies' | 'channel' | 'papers' | 'parent' | 'secrets'>): Promise<Outcome<PapersToSend | null>> {
  const { agencies, channel, papers, parent } = dossier;
  const count = papers.reduce((sum, { no, state, originals, copies }) => sum + (state === 'ok' && !isSecret(dossier, no) ? originals + copies : 0), 0);
  if (agencies.receiving === agencies.solving || parent !== undefined || !onPaper.has(channel) || count === 0) return ok(null);
  const due = await dueOf(ctx, stage, dossier);
  return !due.ok ? due : ok(due.value === null ? null : { count, dueAt: due.value });
}

/** Whether two agencies are those of a note. */
const isBetween = ({ from, to }: { readonly from: string; readonly to: string }, { receiving, solving }: Dossier['agencies']): boolean => from === receiving && to === solving;

/** Where the rule of the day lets only hand over and receive who can sign: that this officer cannot; null otherwise. */
async function unableToSign(ctx: DossierContext, { tx, at, by }: Pick<Situation, 'tx' | 'at' | 'by'>): Promise<LifecycleRefusal | null> {
  if (!await mustSignHandOver(tx, officeDay(at).toString())) return null;
  const { here, elsewhere } = await keysOf(ctx, tx, by.id);
  return here || elsewhere ? null : { code: 'no-certificate', who: by.name };
}

async function sent(ctx: DossierContext, { tx, at, by, to, dossier }: Situation, noteId: string): Promise<Outcome<readonly Fact[]>> {
  const { paperTrip: trip, agencies } = dossier;
  if (trip === undefined || !arePapersThere(dossier, 'hand-over-papers')) return refuse({ code: 'papers-not-there' });
  const begun = await findNote(tx, noteId, true);
  if (begun !== undefined && !isBetween(begun, agencies)) return refuse({ code: 'fields-to-mend', fields: [{ path: 'items', label: 'Hồ sơ', text: 'Một phiếu bàn giao chỉ ghi hồ sơ gửi đến một cơ quan. Lập phiếu khác cho hồ sơ này.' }] });
  const note = begun ?? {
    id: noteId, from: agencies.receiving, to: agencies.solving,
    number: await documentNumber(tx, { document: 'hand-over-note', agency: agencies.receiving, procedure: null, at }),
  };
  const day = officeDay(at).toString();
  const unable = await unableToSign(ctx, { tx, at, by });
  if (unable !== null) return refuse(unable);
  const { count, stay } = partedPapers(dossier, await travelRulesOn(tx, day));
  return ok([{ type: 'papers-sent', data: { to, note, count, ...(stay.length === 0 ? {} : { stay }), dueAt: trip.dueAt, late: Temporal.Instant.compare(at, Temporal.Instant.from(trip.dueAt)) > 0 } }]);
}

/**
 * Bàn giao giấy: the papers of a dossier that must travel go to the agency that solves, on the note `noteId`; those digitised stay where the rule of the day says so. The first dossier of a note gives it its number.
 *
 * @error papers-not-there; no-certificate - the rule of the day lets only hand over who can sign; fields-to-mend - the note is between other agencies
 * @legal nd-118-2025/d18
 */
export function handOverPapers(ctx: DossierContext, asked: Asked & { readonly noteId: string }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'hand-over-papers', (situation) => sent(ctx, situation, asked.noteId));
}

/**
 * Nhận giấy: the agency that solves confirms that all papers of a dossier came.
 *
 * @error papers-not-there; no-certificate
 * @legal nd-118-2025/d18
 */
export function confirmPapers(ctx: DossierContext, asked: Asked): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'confirm-papers', async ({ tx, at, by, to, dossier }) => {
    const note = dossier.paperTrip?.sent?.note;
    if (note === undefined || !arePapersThere(dossier, 'confirm-papers')) return refuse({ code: 'papers-not-there' });
    const unable = await unableToSign(ctx, { tx, at, by });
    if (unable !== null) return refuse(unable);
    return ok([{ type: 'papers-received', data: { to, number: note.number } }]);
  });
}

/**
 * Trả lại giấy: what came is not what the dossier says; the papers are to be handed over again. `missing` are numbers of papers of the dossier.
 *
 * @error papers-not-there; fields-to-mend - a paper the dossier does not have
 * @legal nd-118-2025/d18
 */
export function returnPapers(ctx: DossierContext, asked: Asked & { readonly body: { readonly reason: string; readonly missing: readonly number[] } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'return-papers', async (situation) => {
    const { to, dossier } = situation;
    const { reason, missing } = asked.body;
    const note = dossier.paperTrip?.sent?.note;
    if (note === undefined || !arePapersThere(dossier, 'return-papers')) return refuse({ code: 'papers-not-there' });
    const named = dossier.papers.filter(({ no }) => missing.includes(no));
    if (named.length !== new Set(missing).size) return refuse({ code: 'fields-to-mend', fields: [{ path: 'missing', label: 'Giấy còn thiếu', text: 'Hồ sơ không có giấy mang số này. Chọn trong danh sách.' }] });
    const due = await dueOf(ctx, situation, dossier);
    if (!due.ok) return due;
    return ok([{ type: 'papers-sent-back', data: { to, number: note.number, reason, missing: named.map(({ name }) => name), dueAt: due.value ?? situation.at.toString() } }]);
  });
}
