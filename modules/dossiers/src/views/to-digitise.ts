// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import type { DossierContext } from '../context.ts';
import type { OfficerDossier } from '../contract.ts';
import type { PaperToDigitise } from '../contract/digitising.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { Dossier } from '../model.ts';
import { type DigitisingDuty, dutyOf } from '../rules/must-digitise.ts';

/** The article that orders results to be digitised. */
const ordering = 'nd-118-2025/d19k2';

type Asked = { readonly procedure: string; readonly parts: readonly string[]; readonly at: Temporal.Instant };

/** Whether each component of a procedure must be digitised that day, asked by its name. */
export async function digitisingDuties(ctx: Pick<DossierContext, 'digitising'>, db: Db, { procedure, parts, at }: Asked): Promise<(name: string) => DigitisingDuty> {
  const { kindOf, rules } = await ctx.digitising.of(db, { procedure, day: officeDay(at).toString() });
  return (name) => dutyOf({ kind: kindOf(name), procedure, parts }, rules, sourceTitle(ordering));
}

/** Papers handed in on paper at acceptance that must be digitised; nothing of what came as a file, from a vault, or is a state secret. */
export async function papersToDigitise(ctx: Pick<DossierContext, 'digitising'>, db: Db, dossier: Dossier, at: Temporal.Instant): Promise<NonNullable<Dossier['toDigitise']>> {
  const onPaper = dossier.papers.filter(({ no, originals, copies, documents, reused, state }) => state === 'ok' && originals + copies > 0 && documents.length === 0 && reused === undefined && !isSecret(dossier, no));
  if (dossier.channel === 'online' || onPaper.length === 0) return [];
  const dutyFor = await digitisingDuties(ctx, db, { procedure: dossier.procedure.code, parts: dossier.children.map(({ procedure }) => procedure.code), at });
  return onPaper.flatMap(({ no, name }) => {
    const duty = dutyFor(name);
    return duty.class === 'on-request' ? [] : [{ no, ...duty }];
  });
}

/** What of a dossier must be digitised, and what of it is. */
export const toDigitiseOf = ({ toDigitise = [], digitised, secrets }: Dossier): PaperToDigitise[] =>
  toDigitise.filter(({ no }) => secrets.every((secret) => secret.no !== no)).map((paper) => ({ ...paper, isDone: digitised.some(({ no }) => no === paper.no) }));

/** Papers made while it was solved, as an officer sees them. */
export const workingPapersOf = ({ working = [] }: Dossier): OfficerDossier['working'] => working.map(({ by, file: { id, name, size }, ...paper }) => ({ ...paper, file: { id, name, size }, who: by.name }));
