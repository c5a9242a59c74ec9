// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { handlingsOf, procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type EformDefinition, eformOn } from '@motcua/eforms';
import { type Citizen, type Officer, newId, officeDay, ok } from '@motcua/kernel';
import { placeOn } from '@motcua/organisation';
import { organisationsOf } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { Draft, EnterpriseAnswers, EnterpriseAskedFor, EnterpriseQuestion, KnownAnswers, Party, RegisterExtract } from '../contract.ts';
import type { Enterprise, EnterpriseAnswer } from '../registers.ts';
import { enterpriseView } from '../rules/enterprise-view.ts';
import { businessFields, enterpriseAnswersFrom } from '../rules/register-answers.ts';
import { registerCodesOn } from '../store/register-codes.ts';
import { forgetExtracts, keepExtract, keptExtracts, logRegisterQuery } from '../store/register-queries.ts';
import { answerablePapers, answeredPapers } from '../views/answered-papers.ts';
import { counterForm } from './counter-form.ts';
import type { Outcome } from './perform.ts';

type Asking = { readonly who: Officer | Citizen; readonly agency: string | null; readonly procedure: string; readonly code: string; /** Whose number is compared with those of the representatives; null: nobody's. */ readonly person: string | null; readonly purpose: EnterpriseAskedFor; readonly dossier: string | null };
type Told = { readonly id: string; readonly outcome: EnterpriseAnswer['outcome'] | 'not-connected'; readonly extract: RegisterExtract | null };

async function namesOf(db: Db, { headOffice }: Enterprise, day: string): Promise<{ readonly province: string; readonly commune: string }> {
  const name = async (code: string | undefined): Promise<string> => (code === undefined || code === '' ? '' : (await placeOn(db, code, day))?.fullName ?? '');
  return { province: await name(headOffice?.province), commune: await name(headOffice?.commune) };
}

/** Asks the business register for one enterprise and writes down who asked for what, whatever comes back. */
export async function askEnterprise(ctx: DossierContext, { who, agency, procedure, code, person, purpose, dossier }: Asking): Promise<Told> {
  const at = ctx.clock.now();
  const id = newId(at);
  if (ctx.business === undefined) return { id, outcome: 'not-connected', extract: null };
  const answer = await ctx.business({ requestId: id, officer: who.id, procedure, code, purpose: person === null ? 'content' : 'representation' });
  await logRegisterQuery(ctx.db, { id, register: 'business', subject: code, by: who, agency, procedure, outcome: answer.outcome, at, purpose, dossier });
  if (answer.outcome !== 'found') return { id, outcome: answer.outcome, extract: null };
  const day = officeDay(at).toString();
  const enterprise = enterpriseView(answer.enterprise, { codes: await registerCodesOn(ctx.db, day), named: await namesOf(ctx.db, answer.enterprise, day), person });
  return { id, outcome: 'found', extract: { register: 'business', at: at.toString(), who: who.name, purpose, enterprise } };
}

/** Asks while there is no dossier yet: the answer is kept until the filing takes it along. */
async function askBeforeFiling(ctx: DossierContext, asking: Omit<Asking, 'dossier'>): Promise<Told> {
  const told = await askEnterprise(ctx, { ...asking, dossier: null });
  if (told.extract !== null) await keepExtract(ctx.db, { id: told.id, procedure: asking.procedure, by: asking.who.id, comparedWith: asking.person, extract: told.extract });
  return told;
}

/** Since when an answer of the register serves a filing, by the dated period; no row in force: none does. */
async function servesSince(ctx: DossierContext, db: Db, { procedure, at }: { readonly procedure: string | null; readonly at: Temporal.Instant }): Promise<Temporal.Instant> {
  const period = await ctx.periods.of(db, { key: 'register-answer-serves', procedure, at });
  return period?.unit === 'hour' ? at.subtract({ minutes: Math.round(period.value * 60) }) : at.add({ seconds: 1 });
}

const withoutComparing = (extract: RegisterExtract): RegisterExtract => ({ ...extract, enterprise: { ...extract.enterprise, representatives: extract.enterprise.representatives.map((one) => ({ ...one, isSubmitter: null })) } });

/** What the register answered for the organisation of a filing, to be kept with the dossier; null: it was not asked lately. Who was compared with its representatives must be who files. */
export async function extractForFiling(ctx: DossierContext, db: Db, filing: { readonly procedure: string; readonly applicant: Party; readonly submitter: Party | null; readonly ownerId: string | null; readonly at: Temporal.Instant }): Promise<RegisterExtract | null> {
  const { applicant, submitter, ownerId, procedure } = filing;
  if (ctx.business === undefined || applicant.kind !== 'organisation') return null;
  const kept = await keptExtracts(db, { code: applicant.personalId, procedure, since: await servesSince(ctx, db, filing) });
  const who = submitter?.personalId ?? ownerId;
  const own = kept.find(({ comparedWith }) => comparedWith !== null && comparedWith === who)?.extract;
  const [newest] = kept;
  return own ?? (newest === undefined ? null : withoutComparing(newest.extract));
}

/** Answers that serve no filing any more are removed, whatever procedure they were for. @returns how many went */
export async function dropOldExtracts(ctx: DossierContext): Promise<number> {
  const at = ctx.clock.now();
  const since = await servesSince(ctx, ctx.db, { procedure: null, at });
  return forgetExtracts(ctx.db, Temporal.Instant.compare(since, at) > 0 ? at : since.subtract({ hours: 24 }));
}

const answersOf = (form: EformDefinition, { at, enterprise }: RegisterExtract): KnownAnswers['answers'] =>
  enterpriseAnswersFrom(form, enterprise).map(({ name, value }) => ({ name, value, source: { kind: 'business' as const, code: enterprise.code, at } }));

/**
 * Hỏi đăng ký doanh nghiệp tại quầy: for the organisation that files and the procedure it came for.
 *
 * @error not-permitted - the officer has no counter there; procedure-unknown - the agency does not handle it
 */
export async function counterEnterpriseAnswers(ctx: DossierContext, { officer, body }: { readonly officer: Officer; readonly body: z.infer<typeof EnterpriseQuestion> }): Promise<Outcome<EnterpriseAnswers>> {
  const asked = await counterForm(ctx, { officer, ...body });
  if (!asked.ok) return asked;
  const { form, procedure } = asked.value;
  const { outcome, extract } = await askBeforeFiling(ctx, { who: officer, agency: body.agency, procedure: body.procedure, code: body.code, person: body.person, purpose: 'intake' });
  const answered = extract === null ? [] : await answeredPapers(ctx.db, { procedure, circumstance: body.circumstance, personalId: body.code, at: ctx.clock.now() });
  return ok({ outcome, extract, answers: extract === null ? [] : [...answersOf(form, extract)], answered: [...answered] });
}

/** Which enterprise a draft is about: the applicant, or the only one its owner represents when the form asks of one; null: none. */
async function enterpriseOfDraft(ctx: DossierContext, { who, draft: { content }, form }: { readonly who: Citizen; readonly draft: Draft; readonly form: EformDefinition }): Promise<string | null> {
  const { kind, personalId } = content.applicant ?? {};
  if (content.forOther) return kind === 'organisation' ? personalId ?? null : null;
  if (businessFields(form).length === 0) return null;
  const represented = await organisationsOf(ctx.db, who.personalId, officeDay(ctx.clock.now()).toString());
  return represented.length === 1 ? represented[0]?.organisation ?? null : null;
}

async function formOfDraft(db: Db, draft: Draft, day: string): Promise<EformDefinition | undefined> {
  const handlings = await handlingsOf(db, draft.procedure, day);
  const handling = handlings.find(({ agency }) => agency === draft.content.agency) ?? handlings[0];
  return handling === undefined ? undefined : eformOn(db, handling.eformKey, day);
}

type OwnAsking = { readonly who: Citizen; readonly draft: Draft; readonly form: EformDefinition };

/** Answers for the form of a draft about an enterprise. What its owner was told lately serves again; where neither form nor papers want anything of the register, nothing is asked. */
export async function ownEnterpriseAnswers(ctx: DossierContext, { who, draft, form }: OwnAsking): Promise<KnownAnswers['answers']> {
  const code = ctx.business === undefined ? null : await enterpriseOfDraft(ctx, { who, draft, form });
  if (code === null) return [];
  const at = ctx.clock.now();
  const published = await procedureOn(ctx.db, draft.procedure, officeDay(at).toString());
  const papers = published === undefined ? [] : await answerablePapers(ctx.db, { procedure: published.procedure, circumstance: draft.content.circumstance, at });
  if (businessFields(form).length === 0 && papers.every(({ rule }) => rule.register !== 'business')) return [];
  const before = await keptExtracts(ctx.db, { code, procedure: draft.procedure, since: await servesSince(ctx, ctx.db, { procedure: draft.procedure, at }) });
  const extract = before.find(({ by }) => by === who.id)?.extract ?? (await askBeforeFiling(ctx, { who, agency: null, procedure: draft.procedure, code, person: who.personalId, purpose: 'filing' })).extract;
  return extract === null ? [] : answersOf(form, extract);
}

/** Hỏi theo mã số doanh nghiệp khi nộp trực tuyến: what the register says of the enterprise a citizen files for. */
export async function draftEnterpriseAnswers(ctx: DossierContext, { who, draft, code }: { readonly who: Citizen; readonly draft: Draft; readonly code: string }): Promise<EnterpriseAnswers> {
  const { outcome, extract } = await askBeforeFiling(ctx, { who, agency: null, procedure: draft.procedure, code, person: who.personalId, purpose: 'filing' });
  const at = ctx.clock.now();
  const day = officeDay(at).toString();
  if (extract === null) return { outcome, extract, answers: [], answered: [] };
  const [form, published] = [await formOfDraft(ctx.db, draft, day), await procedureOn(ctx.db, draft.procedure, day)];
  const answered = published === undefined ? [] : await answeredPapers(ctx.db, { procedure: published.procedure, circumstance: draft.content.circumstance, personalId: code, at });
  return { outcome, extract, answers: form === undefined ? [] : [...answersOf(form, extract)], answered: [...answered] };
}
