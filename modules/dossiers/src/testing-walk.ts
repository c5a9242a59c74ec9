// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Actor, Result } from '@motcua/kernel';
import { accept, takeIn } from './commands/accept.ts';
import { approve, issue } from './commands/decide.ts';
import { completeStep } from './commands/handle.ts';
import { fileFromPartner } from './commands/partner-filing.ts';
import type { Asked } from './commands/perform.ts';
import type { ActDone, CounterIntake, PaperJudgement, PartnerFiling } from './contract.ts';
import type { Dossier, OpenTask } from './model.ts';
import { load } from './store/ledger.ts';
import { type SmallProvince, aParty, anIntake, places, plainAnswers, procedures } from './testing-province.ts';

/** The value of an outcome. @throws with the refusal when there is none */
export function done<Value>(outcome: Result<Value, unknown>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
}

/** Everything is in order, whatever the number of papers. */
export const allInOrder: PaperJudgement[] = Array.from({ length: 300 }, (_, at) => ({ no: at + 1, state: 'ok', originals: 1, copies: 0, remark: null }));

/** A draft result with nothing special. */
export const aDraft = { title: 'Về việc gia hạn giấy phép xây dựng', provisions: ['Chấp thuận đề nghị.'] };

/** A cause for a step that may be late; in time it is not kept. */
export const aCause = { code: 'workload', note: null };

/** A dossier filed at the national portal, as it arrives here. */
export function aFiling(about: Partial<PartnerFiling> = {}): PartnerFiling {
  return {
    messageId: randomUUID(), nationalCode: 'G22.99-000000001', procedure: procedures.permits, circumstance: null, solvingAgency: places.commune, applicant: aParty(), answers: { ...plainAnswers },
    filedAt: '2026-11-17T08:00:00+07:00', returnWay: 'counter', papers: [], ...about,
  };
}

/** Leads dossiers of a small province to where a test begins. */
export function walk({ ctx, officer }: SmallProvince) {
  const state = async (code: string): Promise<Dossier> => {
    const loaded = await load(ctx.db, code);
    if (loaded === undefined) throw new Error(`no dossier ${code}`);
    return loaded.dossier;
  };
  const by = async (actor: Actor | string, code: string): Promise<Asked> => ({ actor: typeof actor === 'string' ? officer(actor) : actor, code, version: (await state(code)).version, clientKey: randomUUID() });
  const task = async (code: string, act: string): Promise<OpenTask> => {
    const open = (await state(code)).tasks.find((one) => one.act === act);
    if (open === undefined) throw new Error(`no step «${act}» on ${code}`);
    return open;
  };
  const onTask = async (actor: Actor | string, code: string, act: string): Promise<Asked & { readonly taskId: string }> => ({ ...await by(actor, code), taskId: (await task(code, act)).taskId });
  const taken = async (about: Partial<CounterIntake> = {}): Promise<string> => done(await takeIn(ctx, { actor: officer('tiepnhan'), body: anIntake(about) })).code;
  const filed = async (about: Partial<PartnerFiling> = {}): Promise<string> => done(await fileFromPartner(ctx, { kind: 'partner', id: 'national-portal', name: 'Cổng Dịch vụ công quốc gia' }, aFiling(about))).code;
  const accepted = async (code: string): Promise<ActDone> => done(await accept(ctx, { ...await by('tiepnhan', code), body: { papers: allInOrder, limitOverride: null } }));
  const appraised = async (code: string): Promise<ActDone> => done(await completeStep(ctx, { ...await onTask('chuyenvien', code, 'appraise'), body: { opinion: 'Đủ điều kiện.', draft: aDraft, variables: {}, lateCause: aCause } }));
  const approved = async (code: string): Promise<ActDone> => done(await approve(ctx, { ...await onTask('lanhdao', code, 'approve'), body: { opinion: 'Đồng ý.', lateCause: aCause } }));
  const issued = async (code: string): Promise<ActDone> => done(await issue(ctx, { ...await onTask('vanthu', code, 'number'), body: { lateCause: aCause } }));
  return { state, by, task, onTask, taken, filed, accepted, appraised, approved, issued };
}
