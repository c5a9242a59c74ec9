// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { newId, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, CheckMinutes, CheckPlan } from '../contract.ts';
import { documentNumber } from '../store/number-series.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

type Body<Act extends z.ZodType> = Omit<z.infer<Act>, 'clientKey' | 'version'>;

const field = (path: string, label: string, text: string) => refuse({ code: 'fields-to-mend', fields: [{ path, label, text }] } as const);

/**
 * Thẩm tra, xác minh: a check is set with its time, place, participants and content; the applicant is told when he must attend.
 *
 * @error fields-to-mend - the time is past
 * @legal nd-118-2025/d19k4
 */
export function planCheck(ctx: DossierContext, asked: Asked & { readonly body: Body<typeof CheckPlan> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'plan-check', ({ at, to }) => {
    const { kind, heldAt, place, participants, content, applicantAttends } = asked.body;
    if (Temporal.Instant.compare(Temporal.Instant.from(heldAt), at) < 0) return Promise.resolve(field('heldAt', 'Thời gian', 'Thời gian đã qua. Chọn thời gian sắp tới; việc đã làm thì ghi biên bản.'));
    return Promise.resolve(ok([{ type: 'check-planned', data: { to, check: { id: newId(at), kind, heldAt: Temporal.Instant.from(heldAt).toString(), place, participants, content, applicantAttends } } }]));
  });
}

/**
 * Biên bản thẩm tra, xác minh: when and where it was held, who took part, what was found and concluded.
 *
 * @error fields-to-mend - held after now or before the dossier was accepted; no-such-check
 * @legal nd-118-2025/d19k4
 */
export function recordCheck(ctx: DossierContext, asked: Asked & { readonly id: string; readonly body: Body<typeof CheckMinutes> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'record-check', async ({ tx, at, to, dossier }) => {
    const { heldAt, place, participants, findings, conclusion } = asked.body;
    if (!dossier.checks.some(({ id, minutes }) => id === asked.id && minutes === null)) return refuse({ code: 'no-such-check' });
    const held = Temporal.Instant.from(heldAt);
    const isOutside = Temporal.Instant.compare(held, at) > 0 || (dossier.acceptedAt !== null && Temporal.Instant.compare(held, Temporal.Instant.from(dossier.acceptedAt)) < 0);
    if (isOutside) return field('heldAt', 'Thời gian', 'Thời gian phải sau khi tiếp nhận hồ sơ và không sau lúc này.');
    const number = await documentNumber(tx, { document: 'check-minutes', agency: dossier.agencies.solving, procedure: dossier.procedure.code, at });
    return ok([{ type: 'check-recorded', data: { to, id: asked.id, minutes: { heldAt: held.toString(), place, participants, findings, conclusion, number } } }]);
  });
}
