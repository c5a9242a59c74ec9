// SPDX-License-Identifier: EUPL-1.2
import { officeMinuteText, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import type { Fact } from '../events.ts';
import { issueOf } from '../lifecycle/issued-papers.ts';
import type { Dossier } from '../model.ts';
import { documentNumber } from '../store/number-series.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { stepsLeft } from './process-step.ts';

/** The reason of a closing that gives none of its own. */
const closingReason = (dossier: Dossier): string => {
  const { supplement } = dossier;
  if (supplement === null) return 'Chưa nhận được bổ sung.';
  const until = supplement.answerBy === null ? '' : ` trước ${officeMinuteText(Temporal.Instant.from(supplement.answerBy))}`;
  return `Chưa nhận được bổ sung${until} theo Phiếu yêu cầu số ${issueOf(dossier, 'supplement-request')?.number ?? supplement.number}.`;
};

type WithReason = Asked & { readonly body: { readonly reason: string } };

/** The fact that a dossier was refused, with the number of form 03 and every reason. */
export async function refusalGiven({ tx, at, to, dossier }: Pick<Situation, 'tx' | 'at' | 'to' | 'dossier'>, reasons: readonly string[]): Promise<Fact> {
  const number = await documentNumber(tx, { document: 'refusal', agency: dossier.agencies.receiving, procedure: dossier.procedure.code, at });
  return { type: 'refused', data: { to, number, reasons, moved: stepsLeft(dossier) } };
}

/**
 * Từ chối: at intake by the counter, after appraisal by the leader; with every reason, on form 03.
 *
 * @legal nd-118-2025/d19k3
 */
export function refuseDossier(ctx: DossierContext, asked: Asked & { readonly body: { readonly reasons: readonly string[] } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'refuse', async (situation) => ok([await refusalGiven(situation, asked.body.reasons)]));
}

type Ended = Pick<Situation, 'tx' | 'at' | 'to' | 'dossier'>;

/** The fact that a dossier was withdrawn. */
export function withdrawalGiven({ to, dossier }: Ended, reason: string): Fact {
  return { type: 'withdrawn', data: { to, reason, number: null, moved: stepsLeft(dossier) } };
}

/** The fact that a dossier was stopped, with the number of form 05. */
export async function stopGiven({ tx, at, to, dossier }: Ended, reason: string): Promise<Fact> {
  const number = await documentNumber(tx, { document: 'stop-notice', agency: dossier.agencies.receiving, procedure: dossier.procedure.code, at });
  return { type: 'stopped', data: { to, reason, number, moved: stepsLeft(dossier) } };
}

/** Rút hồ sơ: by the applicant himself before acceptance, afterwards by the shop at his wish, before a result exists. */
export function withdraw(ctx: DossierContext, asked: WithReason): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'withdraw', (situation) => Promise.resolve(ok([withdrawalGiven(situation, asked.body.reason)])));
}

/**
 * Dừng giải quyết, by the shop at the applicant's wish, on form 05: only while no decision exists.
 *
 * @error result-exists
 * @legal nd-118-2025/d21
 */
export function stop(ctx: DossierContext, asked: WithReason): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'stop', async (situation) => ok([await stopGiven(situation, asked.body.reason)]));
}

/**
 * Đóng hồ sơ: what was asked for did not come within the time given.
 *
 * @legal nd-118-2025/d19k5
 */
export function close(ctx: DossierContext, asked: Asked & { readonly body: { readonly reason: string | null } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'close', ({ at, to, dossier }) => {
    const by = dossier.supplement?.answerBy ?? dossier.supplement?.closeFrom ?? null;
    if (by !== null && Temporal.Instant.compare(at, Temporal.Instant.from(by)) < 0) {
      return Promise.resolve(refuse({ code: 'fields-to-mend', fields: [{ path: 'reason', text: 'Chưa hết hạn bổ sung nên chưa đóng được hồ sơ. Chờ đến hết hạn, hoặc người nộp có thể rút hồ sơ.' }] }));
    }
    return Promise.resolve(ok([{ type: 'closed', data: { to, reason: asked.body.reason === null || asked.body.reason === '' ? closingReason(dossier) : asked.body.reason, number: null, moved: stepsLeft(dossier) } }]));
  });
}
