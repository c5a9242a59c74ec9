// SPDX-License-Identifier: EUPL-1.2
import { handledEverywhere } from '@motcua/catalogue';
import { publishedYears } from '@motcua/deadlines';
import { certifiedAt } from '@motcua/documents';
import { listEforms } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { standings } from '@motcua/organisation';
import { templatesOn } from '@motcua/paper-templates';
import { roleWords, rolesAsked } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { Readiness } from '../contract.ts';
import { readinessOf } from '../rules/readiness.ts';

/** Sẵn sàng đưa vào dùng: every agency that handles procedures or receives dossiers, line by line; those that lack most first. A fixed number of questions, whatever the number of agencies. */
export async function readiness({ db, clock, province }: Pick<DossierContext, 'db' | 'clock' | 'province'>): Promise<Readiness> {
  const now = clock.now();
  const day = officeDay(now);
  const [agencies, handled, certified, years, forms, templates] = await Promise.all([
    standings(db, province, day.toString()), handledEverywhere(db, day.toString()), certifiedAt(db, now), publishedYears(db, [province, 'VN']), listEforms(db), templatesOn(db, day.toString()),
  ]);
  const here = new Map(handled.map((row) => [row.agency, row]));
  const asked = await rolesAsked(db, handled.flatMap(({ processes }) => processes));
  const known = new Set(forms.map(({ key }) => key));
  const certifiedOfficers = new Set([...certified].filter((owner) => owner.startsWith('officer:')).map((owner) => owner.slice('officer:'.length)));
  const shown = agencies.filter(({ agency, hasShop }) => hasShop || here.has(agency)).map((standing) => {
    const own = here.get(standing.agency);
    const processes = own?.processes ?? [];
    const roles = [...(standing.hasShop ? ['intake-officer' as const] : []), ...processes.flatMap((key) => asked.get(key) ?? [])];
    const lines = readinessOf({
      ...standing, procedures: own?.procedures ?? 0, unpublished: processes.filter((key) => !asked.has(key)), generalModels: own?.generalModels ?? 0,
      withoutForm: (own?.eforms ?? []).filter((key) => !known.has(key)), asked: new Map(roles.map((role) => [role, roleWords[role]])), agencyCertificate: certified.has(`agency:${standing.agency}`),
      certified: certifiedOfficers, yearsWithoutCalendar: [day.year, day.year + 1].filter((year) => !years.has(year)),
      ownTemplates: templates.filter(({ agency, procedures }) => (agency === null || agency === standing.agency) && procedures.some((code) => own?.codes.includes(code) === true)).length,
    });
    return { agency: standing.agency, name: standing.name, missing: lines.filter(({ state }) => state === 'missing').length, lines: [...lines] };
  });
  return { agencies: shown.toSorted((a, b) => b.missing - a.missing || a.name.localeCompare(b.name, 'vi')), ready: shown.filter(({ missing }) => missing === 0).length };
}
