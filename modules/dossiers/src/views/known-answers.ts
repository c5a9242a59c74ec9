// SPDX-License-Identifier: EUPL-1.2
import { handlingsOf, procedureOn } from '@motcua/catalogue';
import { type Db, sql } from '@motcua/db-kit';
import { type EformDefinition, eformOn, getEform } from '@motcua/eforms';
import { type Citizen, officeDay, officeDayText } from '@motcua/kernel';
import { ownEnterpriseAnswers } from '../commands/ask-enterprise.ts';
import { ownPopulationAnswers } from '../commands/ask-population.ts';
import { reuseOffers } from '../commands/reuse.ts';
import type { DossierContext } from '../context.ts';
import type { Draft, KnownAnswers } from '../contract.ts';
import { foldedEach } from '../store/ledger.ts';

type Field = EformDefinition['display']['sections'][number]['fields'][number];

/** Kinds of fields that say who somebody is and how he is reached: what is asked anew is not carried over. */
const carried: ReadonlySet<Field['control']> = new Set(['address', 'person', 'organisation', 'personal-id', 'phone', 'email']);

const fieldsOf = (form: EformDefinition): readonly Field[] => form.display.sections.flatMap(({ fields }) => fields).filter(({ computed }) => computed === undefined);

/** Whether an answer of one field answers another: the same register says both, or they bear one name and are of one kind that is carried over. */
const answers = (asked: Field, given: Field): boolean =>
  (asked.source !== undefined && asked.source === given.source) || (asked.name === given.name && asked.control === given.control && carried.has(asked.control));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const mostDossiers = 10;

/** Of each field the newest answer of an earlier dossier of his own. Served by dossier_by_owner. */
async function answeredBefore(db: Db, form: EformDefinition, who: Citizen): Promise<KnownAnswers['answers']> {
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where owner_id = ${who.personalId} and personal_id = ${who.personalId} order by submitted_at desc limit ${mostDossiers}`.execute(db);
  const found = new Map<string, KnownAnswers['answers'][number]>();
  for (const dossier of await foldedEach(db, rows.map(({ id }) => id))) {
    const earlier = await getEform(db, dossier.eform.key, dossier.eform.version);
    const given = earlier === undefined ? [] : fieldsOf(earlier).filter(({ name }) => !isEmpty(dossier.answers[name]));
    const day = officeDayText(officeDay(Temporal.Instant.from(dossier.submittedAt)));
    for (const { asked, by } of fieldsOf(form).flatMap((asked) => given.filter((one) => answers(asked, one)).slice(0, 1).map((by) => ({ asked, by })))) {
      if (!found.has(asked.name)) found.set(asked.name, { name: asked.name, value: dossier.answers[by.name], source: { kind: 'dossier', code: dossier.code, day } });
    }
  }
  return [...found.values()];
}

/** What the newest numbered paper says that the vault holds for this procedure. */
async function saidInVault(ctx: DossierContext, form: EformDefinition, { who, draft }: { readonly who: Citizen; readonly draft: Draft }): Promise<KnownAnswers['answers']> {
  const wanted = fieldsOf(form).filter(({ source }) => source === 'vault.permitNumber' || source === 'vault.permitDay');
  const at = ctx.clock.now();
  const published = wanted.length === 0 ? undefined : await procedureOn(ctx.db, draft.procedure, officeDay(at).toString());
  const offers = published === undefined ? [] : await reuseOffers(ctx.db, { procedure: published.procedure, circumstance: draft.content.circumstance, owner: { kind: 'person', ref: who.personalId }, at });
  const paper = offers.filter(({ number }) => number !== null).toSorted((one, other) => (other.issuedOn ?? '').localeCompare(one.issuedOn ?? ''))[0];
  if (paper === undefined) return [];
  return wanted.flatMap(({ name, source }) => {
    const value = source === 'vault.permitNumber' ? paper.number : paper.issuedOn;
    return value === null ? [] : [{ name, value, source: { kind: 'vault' as const, paper: paper.name, number: paper.number ?? '' } }];
  });
}

/**
 * What is known already for the fields of a draft a citizen fills in for himself, each field once: the population register first, the business register for the organisation he files for, then papers of his vault, then his own earlier dossiers.
 * Nothing for another person.
 */
export async function knownAnswers(ctx: DossierContext, db: Db, { who, draft }: { readonly who: Citizen; readonly draft: Draft }): Promise<KnownAnswers> {
  const today = officeDay(ctx.clock.now()).toString();
  const handlings = await handlingsOf(db, draft.procedure, today);
  const handling = handlings.find(({ agency }) => agency === draft.content.agency) ?? handlings[0];
  const form = handling === undefined ? undefined : await eformOn(db, handling.eformKey, today);
  if (form === undefined) return { answers: [] };
  const enterprise = await ownEnterpriseAnswers(ctx, { who, draft, form });
  if (draft.content.forOther) return { answers: [...enterprise] };
  const register = await ownPopulationAnswers(ctx, { citizen: who, procedure: draft.procedure, form, circumstance: draft.content.circumstance, birthDate: draft.content.applicant?.birthDate ?? null });
  const all = [...register, ...enterprise, ...await saidInVault(ctx, form, { who, draft }), ...await answeredBefore(db, form, who)];
  return { answers: [...new Map(all.toReversed().map((answer) => [answer.name, answer])).values()].toReversed() };
}
