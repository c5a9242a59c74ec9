// SPDX-License-Identifier: EUPL-1.2
import { type Officer, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { cleansingReach } from '../permissions.ts';
import { type Choice, choiceFault, evidenceOf, type FindingKind } from '../rules/cleansing.ts';
import { addDecision } from '../store/cleansing.ts';
import { findingsIn } from '../views/cleansing.ts';

type Asked = Choice & { readonly key: string; readonly kind: FindingKind; readonly subject: string; readonly reason: string; readonly officer: Officer };

/**
 * Kết luận một điều mâu thuẫn: which value is right, both are, or it is left with a reason. A line of its own; what stands in dossiers and vaults is put right by the acts there.
 *
 * @error back-file-unknown - nothing within reach contradicts itself there (any more)
 * @error back-file-choice - the choice does not fit
 */
export async function decideCleansing(ctx: BackFileContext, { key, kind, subject, choice, value, reason, officer }: Asked): Promise<Result<{ readonly id: string }, BackFileRefusal>> {
  const reach = cleansingReach(officer, 'cleansing.decide');
  const finding = (await findingsIn(ctx, reach)).find((one) => one.kind === kind && one.subject === subject);
  if (finding === undefined) return refuse({ code: 'back-file-unknown' });
  const fault = choiceFault(finding, { choice, value });
  if (fault !== null) return refuse({ code: 'back-file-choice', faults: [fault] });
  await addDecision(ctx.db, { id: key, kind, subject, evidence: evidenceOf(finding), choice, value, reason, agency: finding.agencies.find((agency) => reach?.includes(agency) === true) ?? finding.agencies[0] ?? null, by: officer, at: ctx.clock.now() });
  return ok({ id: key });
}
