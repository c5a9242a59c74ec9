// SPDX-License-Identifier: EUPL-1.2
import { findHandling, procedureOn, type Procedure } from '@motcua/catalogue';
import { type EformDefinition, eformOn } from '@motcua/eforms';
import { type Officer, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import { grants } from '../permissions.ts';
import type { Outcome } from './perform.ts';

type Asked = { readonly officer: Officer; /** The counter. */ readonly agency: string; readonly procedure: string; readonly solvingAgency: string };

const intakeRoles = grants.intake.flatMap((grant) => ('roles' in grant ? grant.roles : []));

/**
 * What a counter asks registers for: the form and the procedure somebody came for.
 *
 * @error not-permitted - the officer has no counter there; procedure-unknown - the agency does not handle it
 */
export async function counterForm(ctx: DossierContext, { officer, agency, procedure, solvingAgency }: Asked): Promise<Outcome<{ readonly form: EformDefinition; readonly procedure: Procedure; readonly at: Temporal.Instant }>> {
  if (!officer.postings.some((posting) => intakeRoles.includes(posting.role) && posting.agency === agency)) return refuse({ code: 'not-permitted', act: 'accept' });
  const at = ctx.clock.now();
  const day = officeDay(at).toString();
  const handling = await findHandling(ctx.db, { procedure, agency: solvingAgency, day });
  const form = handling === undefined ? undefined : await eformOn(ctx.db, handling.eformKey, day);
  const published = await procedureOn(ctx.db, procedure, day);
  return form === undefined || published === undefined ? refuse({ code: 'procedure-unknown', procedure }) : ok({ form, procedure: published.procedure, at });
}
