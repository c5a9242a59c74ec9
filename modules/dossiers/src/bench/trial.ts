// SPDX-License-Identifier: EUPL-1.2
import { randomInt, randomUUID } from 'node:crypto';
import { type EformDefinition, getEform } from '@motcua/eforms';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { findOfficer, officersWith, shopServing } from '@motcua/organisation';
import { takeIn } from '../commands/accept.ts';
import { fileFromPartner } from '../commands/partner-filing.ts';
import type { Outcome } from '../commands/perform.ts';
import type { ActDone, BenchAsked, BenchRun, FilingStart, PaperName, Party } from '../contract.ts';
import type { DossierContext } from '../context.ts';
import { printPaper } from '../papers/print.ts';
import { load } from '../store/ledger.ts';
import { filingStart } from '../views/filing-start.ts';
import { officerDossier, readable } from '../views/one.ts';
import type { NotDone, Post, Tried } from './acts.ts';
import { tried } from './choices.ts';
import { everyone, offersOf } from './offers.ts';
import { type Bench, rolledBack, undone } from '../store/bench.ts';

/** What the bench needs from whoever wires it: publishing bản soạn inside the transaction that is thrown away. */
export type BenchParts = { readonly ctx: DossierContext; readonly publishDrafts: (bench: DossierContext, ids: readonly string[]) => Promise<BenchRun['drafts']> };

type Line = { readonly at: string; readonly outcome: Tried };

/** A run before it is put into words. */
export type Trial = Omit<BenchRun, 'taken' | 'lines' | 'tookMs'> & { readonly taken: Line; readonly lines: readonly Line[] };

/** Whose dossier it is at the bench: nobody's. */
export const benchPerson: Party = { kind: 'person', name: 'Nguyễn Thị Bàn Thử', personalId: '000190000009', birthDate: '1990-01-09', address: { province: null, commune: null, text: 'Thôn Thử' }, phone: '0900000009', email: null };

/** Longest a run may take, in milliseconds: the numbers it counts are locked meanwhile. */
const longest = 8000;

export class BenchTooLong extends Error {}

/** The first officer of a post on a day. */
async function anyOf({ db }: DossierContext, at: Temporal.Instant, { role, agency }: Post): Promise<Officer | undefined> {
  const day = officeDay(at).toString();
  const [first] = await officersWith(db, { role, agency, day });
  return first === undefined ? undefined : findOfficer(db, { id: first.id }, day);
}

async function takenIn({ ctx, clock }: Bench, asked: BenchAsked, start: FilingStart): Promise<Outcome<ActDone> | Result<never, NotDone>> {
  const shop = await shopServing(ctx.db, asked.agency) ?? asked.agency;
  if (asked.channel === 'online') {
    return fileFromPartner(ctx, { kind: 'partner', id: 'national-portal', name: 'Cổng Dịch vụ công quốc gia (giả)' }, {
      messageId: randomUUID(), nationalCode: `BAN-THU-${String(randomInt(1e9))}`, procedure: asked.procedure, circumstance: asked.circumstance, solvingAgency: asked.agency, applicant: benchPerson,
      answers: asked.answers, filedAt: clock.now().toString(), returnWay: 'electronic', papers: [],
    });
  }
  const post: Post = { role: 'intake-officer', agency: shop };
  const officer = await anyOf(ctx, clock.now(), post);
  if (officer === undefined) return refuse({ code: 'nobody', ...post });
  const papers = start.papers.find(({ circumstance }) => circumstance === asked.circumstance)?.papers ?? start.papers[0]?.papers ?? [];
  return takeIn(ctx, { actor: officer, body: {
    clientKey: randomUUID(), procedure: asked.procedure, circumstance: asked.circumstance, receivingAgency: shop, solvingAgency: asked.agency, returningAgency: shop, channel: 'counter', applicant: benchPerson, submitter: null, authorisation: null,
    answers: asked.answers, papers: papers.map(({ no, originals, copies }) => ({ no, state: 'ok', originals: originals === 0 && copies === 0 ? 1 : originals, copies, remark: null })), returnWay: 'counter',
    fee: { amountVnd: start.feeVnd ?? 0, way: start.feeVnd === null ? 'none' : 'cash', asked: { units: {}, claims: [], shipping: null } }, limitOverride: null, outcome: { kind: 'accept' },
  } });
}

type Played = { readonly code: string | null; readonly taken: Line; readonly lines: readonly Line[] };

/** Does the choices one after the other; the first that is refused is the last. */
async function played(bench: Bench, asked: BenchAsked, until: number): Promise<Played> {
  const { ctx, clock } = bench;
  const at = (): string => clock.now().toString();
  const start = await filingStart(ctx, ctx.db, { procedure: asked.procedure, agency: asked.agency });
  if (!start.ok) return { code: null, taken: { at: at(), outcome: start }, lines: [] };
  const taken = await undone(ctx.db, () => takenIn(bench, asked, start.value), (outcome) => !outcome.ok);
  if (!taken.ok) return { code: null, taken: { at: at(), outcome: taken }, lines: [] };
  const { code } = taken.value;
  const lines: Line[] = [];
  for (const choice of asked.choices) {
    if (performance.now() > until) throw new BenchTooLong();
    const outcome = await undone(ctx.db, () => tried(bench, code, choice), (one) => !one.ok);
    lines.push({ at: at(), outcome });
    if (!outcome.ok) break;
  }
  return { code, taken: { at: at(), outcome: ok({ note: null }) }, lines };
}

/** Chạy thử cả thủ tục trên một hồ sơ giả: the choices are done by the real acts from the start; nothing of it is kept. @throws BenchTaken, BenchTooLong */
export function trial({ ctx, publishDrafts }: BenchParts, asked: BenchAsked): Promise<Trial> {
  return onBench({ ctx, publishDrafts }, asked, async (bench, { code, taken, lines }, drafts) => {
    const dossier = code === null ? undefined : (await load(bench.ctx.db, code))?.dossier;
    const view = dossier === undefined ? null : await officerDossier(bench.ctx, bench.ctx.db, everyone(dossier), dossier.code);
    const shown = view?.ok === true ? view.value : null;
    return { at: bench.clock.now().toString(), dossier: shown, taken, lines, offers: dossier === undefined || shown === null ? [] : await offersOf(bench, dossier), fee: dossier?.fee.price ?? null, drafts };
  });
}

/** A paper of the dossier at the bench as PDF; null when there is none (yet). @throws BenchTaken, BenchTooLong */
export function benchPaper(parts: BenchParts, asked: BenchAsked & { readonly paper: PaperName }): Promise<Uint8Array | null> {
  return onBench(parts, asked, async ({ ctx }, { code }) => {
    const dossier = code === null ? undefined : (await load(ctx.db, code))?.dossier;
    const found = dossier === undefined ? null : await readable(ctx.db, everyone(dossier), dossier.code);
    return found?.ok === true ? printPaper(ctx, ctx.db, { ...found.value, paper: asked.paper }) : null;
  });
}

function onBench<Value>({ ctx, publishDrafts }: BenchParts, asked: BenchAsked, look: (bench: Bench, played: Played, drafts: BenchRun['drafts']) => Promise<Value>): Promise<Value> {
  const until = performance.now() + longest;
  return rolledBack(ctx, asked.startAt === null ? ctx.clock.now() : Temporal.Instant.from(asked.startAt), async (bench) => {
    const drafts = await publishDrafts(bench.ctx, asked.proposals);
    return look(bench, await played(bench, asked, until), drafts);
  });
}

/** The form of a procedure as it would be filled today, drafts counted as published. @throws BenchTaken */
export function benchForm({ ctx, publishDrafts }: BenchParts, asked: Pick<BenchAsked, 'procedure' | 'agency' | 'proposals'>): Promise<Outcome<{ readonly form: EformDefinition; readonly circumstances: string[] }>> {
  return rolledBack(ctx, ctx.clock.now(), async (bench) => {
    await publishDrafts(bench.ctx, asked.proposals);
    const start = await filingStart(bench.ctx, bench.ctx.db, asked);
    if (!start.ok) return start;
    const form = await getEform(bench.ctx.db, start.value.eform.key, start.value.eform.version);
    return form === undefined ? refuse({ code: 'not-handled-here', procedure: asked.procedure, agency: asked.agency }) : ok({ form, circumstances: start.value.circumstances });
  });
}
