// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, ok, refuse } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { DigitalIdentity, IdentityCheck } from '../contract.ts';
import { grants } from '../permissions.ts';
import { identityChecksOf, keepIdentityCheck } from '../store/identity-checks.ts';
import type { Outcome } from './perform.ts';

const asking = 'nd-118-2025/d17k1a';
const intakeRoles = grants.intake.flatMap((grant) => ('roles' in grant ? grant.roles : []));

/** The first dossier a person filed with an account of his own, here or at the national portal. Served by dossier_by_owner. */
async function firstFiled(db: Db, personalId: string): Promise<{ readonly channel: string; readonly at: string } | undefined> {
  const { rows } = await sql<{ channel: string; at: string }>`select channel, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from dossiers.dossier
    where owner_id = ${personalId} and channel in ('online', 'national-portal') order by submitted_at limit 1`.execute(db);
  return rows[0];
}

/**
 * Kiểm tra tài khoản định danh: what this system has seen of a person's account. An account of an authorising person counts, not that of who stands there.
 *
 * @legal nd-118-2025/d17k1a
 */
export async function digitalIdentityOf(ctx: DossierContext, personalId: string): Promise<DigitalIdentity> {
  const [signedIn, filed, checks] = await Promise.all([ctx.firstSignIn?.(ctx.db, personalId) ?? null, firstFiled(ctx.db, personalId), identityChecksOf(ctx.db, personalId)]);
  const [newest] = checks;
  const last = newest === undefined ? null : { outcome: newest.outcome, identityPaper: newest.identityPaper, by: newest.officer.name, at: newest.at.toString() };
  const seen = checks.find(({ outcome }) => outcome !== 'declined');
  const known = { last, rule: sourceTitle(asking) };
  if (signedIn !== null) return { standing: 'signed-in', since: signedIn.toString(), ...known };
  if (filed !== undefined) return { standing: filed.channel === 'online' ? 'filed-online' : 'national-portal', since: filed.at, ...known };
  return seen === undefined ? { standing: 'unknown', since: null, ...known } : { standing: 'seen-at-counter', since: seen.at.toString(), ...known };
}

/**
 * Ghi kết quả kiểm tra định danh: shown, opened with help, or declined; whichever it is, the dossier goes on.
 *
 * @error not-permitted - the officer has no counter there
 * @legal nd-118-2025/d17k1a
 */
export async function checkDigitalIdentity(ctx: DossierContext, { officer, personalId, body }: { readonly officer: Officer; readonly personalId: string; readonly body: z.infer<typeof IdentityCheck> }): Promise<Outcome<DigitalIdentity>> {
  if (!officer.postings.some(({ role, agency }) => intakeRoles.includes(role) && agency === body.agency)) return refuse({ code: 'not-permitted', act: 'accept' });
  await keepIdentityCheck(ctx.db, { id: body.id, person: personalId, officer: { id: officer.id, name: officer.name }, agency: body.agency, identityPaper: body.identityPaper, outcome: body.outcome, at: ctx.clock.now() });
  return ok(await digitalIdentityOf(ctx, personalId));
}
