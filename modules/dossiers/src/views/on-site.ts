// SPDX-License-Identifier: EUPL-1.2
import { handledAt, handledCounts } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { agencyNames } from '@motcua/organisation';
import type { OnSiteProcedures, OnSiteShares } from '../contract.ts';
import { classesOn, targets } from '../store/on-site.ts';

/** Whether a share meets a target: as much, or more where the plan says more. */
const meets = (share: number, target: { readonly share: number; readonly strict: boolean }): boolean => (target.strict ? share > target.share : share >= target.share);

/** The share of each agency's procedures that is fully on site, from the live catalogue, against the target of the day. */
export async function onSiteShares(db: Db, day: string): Promise<Omit<OnSiteShares, 'mayClass'>> {
  const [phases, classes, counts] = [await targets(db), await classesOn(db, day), await handledCounts(db, day)];
  const target = phases.findLast(({ since, through }) => since <= day && (through === null || through >= day)) ?? null;
  const next = phases.find(({ since }) => since > day);
  const nameOf = await agencyNames(db, counts.map(({ agency }) => agency));
  const count = (agency: string, kind: string): number => classes.filter((line) => line.agency === agency && line.class === kind).length;
  return {
    day, target: target === null ? null : { share: target.share, strict: target.strict, since: target.since, source: target.source, unsure: target.unsure, next: next === undefined ? null : { share: next.share, from: next.since } },
    agencies: counts.map(({ agency, procedures }) => {
      const five = count(agency, 'five');
      const share = procedures === 0 ? null : five / procedures;
      return { agency, name: nameOf(agency), procedures, five, three: count(agency, 'three'), share, meets: share === null || target === null ? null : meets(share, target) };
    }),
  };
}

/** The procedures behind a figure of the shares. */
export async function onSiteProcedures(db: Db, asked: { readonly agency: string; readonly class?: 'five' | 'three' | undefined; readonly day: string }): Promise<OnSiteProcedures> {
  const classes = new Map((await classesOn(db, asked.day, asked.agency)).map((line) => [line.procedure, line]));
  const procedures = (await handledAt(db, asked.agency, asked.day)).map(({ code, name }) => {
    const line = classes.get(code);
    return { code, name, class: line?.class ?? 'none' as const, from: line?.from ?? null, documentNumber: line?.documentNumber ?? null };
  });
  return { procedures: asked.class === undefined ? procedures : procedures.filter((one) => one.class === asked.class) };
}
