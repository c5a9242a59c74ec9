// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { agencyNames } from '@motcua/organisation';
import { getDefinition, plannedSteps } from '@motcua/workflow';
import { type AgencyDue as Due, agencyDues } from '../clock/agency-due.ts';
import type { AgencyCalendar } from '../clock/calendars.ts';
import type { DossierContext } from '../context.ts';
import type { AgencyDue } from '../contract.ts';
import type { Dossier } from '../model.ts';

/** How far an agency has come: its steps before the open ones are done. */
function stateOf({ nodes }: Due, { tasks, decidedAt, endedAt }: Dossier, reached: ReadonlySet<string>): AgencyDue['state'] {
  if (tasks.some(({ node }) => nodes.includes(node))) return 'working';
  return endedAt !== null || decidedAt !== null || nodes.every((node) => reached.has(node)) ? 'done' : 'to-come';
}

/** When each agency must be finished (từng cơ quan phải xong lúc), for who works on the dossier; none before acceptance, and for a group, whose parts have clocks of their own. */
export async function agencyDuesOf(ctx: DossierContext, db: Db, { dossier, nameOf: known }: { readonly dossier: Dossier; readonly nameOf: (code: string) => string }): Promise<AgencyDue[]> {
  const { clock, process, tasks, agencies } = dossier;
  const published = clock === null || process === null || dossier.children.length > 0 ? null : await getDefinition(db, process.key, process.version);
  if (clock === null || published == null) return [];
  const { definition } = published;
  const steps = plannedSteps(definition);
  if (steps.some(({ act }) => act === 'linked')) return [];
  const places = new Set([...Object.values(agencies), ...steps.map(({ agency }) => agency)]);
  const calendars = new Map<string, AgencyCalendar | null>();
  for (const place of places) if (place !== 'competent' && place !== 'receiving') calendars.set(place, await ctx.calendars.of(db, place));
  const open = tasks.map(({ node }) => node);
  const ahead = new Set([...open, ...open.flatMap((node) => [...definition.after.get(node) ?? []])]);
  const reached = new Set(definition.mainPath.filter((node) => !ahead.has(node)));
  const dues = agencyDues(steps, { clock, agencies }, (agency) => calendars.get(agency) ?? null);
  // Seldom another agency than those the page has named already.
  const others = dues.map(({ agency }) => agency).filter((agency) => !Object.values(agencies).includes(agency));
  const nameOf = others.length === 0 ? known : await agencyNames(db, dues.map(({ agency }) => agency));
  return dues.map((due) => {
    const state = stateOf(due, dossier, reached);
    const late = state !== 'done' && due.dueAt !== null && Temporal.Instant.compare(Temporal.Instant.from(due.dueAt), ctx.clock.now()) < 0;
    return { agency: due.agency, agencyName: nameOf(due.agency), hours: due.hours, dueAt: due.dueAt, state, late };
  });
}
