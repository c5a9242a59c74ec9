// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { procedureOn } from '@motcua/catalogue';
import type { EformDefinition } from '@motcua/eforms';
import { type Citizen, type Officer, newId, officeDay, ok } from '@motcua/kernel';
import { placeOn } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { KnownAnswers, PopulationAnswers, PopulationQuery } from '../contract.ts';
import type { PopulationAnswer, PopulationPerson } from '../registers.ts';
import { answersFrom, populationFields } from '../rules/register-answers.ts';
import { logRegisterQuery } from '../store/register-queries.ts';
import { answerablePapers, answeredPapers } from '../views/answered-papers.ts';
import { counterForm } from './counter-form.ts';
import type { Outcome } from './perform.ts';

type Asking = { readonly who: Officer | Citizen; readonly agency: string | null; readonly procedure: string; readonly form: EformDefinition; /** Papers of the procedure the register answers in the place of. */ readonly papers: number; readonly person: { readonly personalId: string; readonly name: string; readonly birthDate: string | null } };
type Told = { readonly outcome: PopulationAnswer['outcome'] | 'not-connected'; readonly answers: KnownAnswers['answers'] };

async function namesOf(ctx: DossierContext, { residence }: PopulationPerson, day: string): Promise<{ readonly province: string; readonly commune: string }> {
  const name = async (code: string | undefined): Promise<string> => (code === undefined || code === '' ? '' : (await placeOn(ctx.db, code, day))?.fullName ?? '');
  return { province: await name(residence?.province), commune: await name(residence?.commune) };
}

/**
 * Asks the population register for what a form wants of it, and writes down who asked for whom and what for, whatever comes back. Where neither form nor papers want anything of it, nothing is asked.
 */
async function askPopulation(ctx: DossierContext, { who, agency, procedure, form, papers, person }: Asking): Promise<Told> {
  if (ctx.population === undefined || populationFields(form).length + papers === 0) return { outcome: 'not-connected', answers: [] };
  const at = ctx.clock.now();
  const id = newId(at);
  const answer = await ctx.population({ requestId: id, officer: who.id, procedure, person });
  await logRegisterQuery(ctx.db, { id, register: 'population', subject: person.personalId, by: who, agency, procedure, outcome: answer.outcome, at });
  if (answer.outcome !== 'found') return { outcome: answer.outcome, answers: [] };
  const named = await namesOf(ctx, answer.person, officeDay(at).toString());
  return { outcome: 'found', answers: answersFrom(form, answer.person, named).map(({ name, value }) => ({ name, value, source: { kind: 'population' as const, at: at.toString() } })) };
}

const ofPopulation = ({ rule }: { readonly rule: { readonly register: string } }): boolean => rule.register === 'population';

/** What signing in tells of a person already: the register is not asked for these alone. */
const toldBySigningIn: ReadonlySet<string> = new Set(['fullName', 'personalId', 'birthDate', 'residence'].map((name) => `population.${name}`));

/** A citizen's own answers from the register, for the form he fills in for himself. */
export async function ownPopulationAnswers(ctx: DossierContext, asked: { readonly citizen: Citizen; readonly procedure: string; readonly form: EformDefinition; readonly circumstance: string | null; readonly birthDate: string | null }): Promise<KnownAnswers['answers']> {
  const { citizen, procedure, form, birthDate } = asked;
  const at = ctx.clock.now();
  const published = await procedureOn(ctx.db, procedure, officeDay(at).toString());
  const papers = published === undefined ? 0 : (await answerablePapers(ctx.db, { procedure: published.procedure, circumstance: asked.circumstance, at })).filter(ofPopulation).length;
  if (papers === 0 && populationFields(form).every(({ source = '' }) => toldBySigningIn.has(source))) return [];
  const { answers } = await askPopulation(ctx, { who: citizen, agency: null, procedure, form, papers, person: { personalId: citizen.personalId, name: citizen.name, birthDate } });
  return answers;
}

/**
 * Hỏi dữ liệu dân cư tại quầy: for who stands there and the form of the procedure he came for, nothing else.
 *
 * @error not-permitted - the officer has no counter there; procedure-unknown - the agency does not handle it
 */
export async function counterPopulationAnswers(ctx: DossierContext, { officer, body }: { readonly officer: Officer; readonly body: z.infer<typeof PopulationQuery> }): Promise<Outcome<PopulationAnswers>> {
  const asked = await counterForm(ctx, { officer, ...body });
  if (!asked.ok) return asked;
  const { form, procedure, at } = asked.value;
  const wanted = { procedure, circumstance: body.circumstance };
  const { outcome, answers } = await askPopulation(ctx, { who: officer, agency: body.agency, procedure: body.procedure, form, papers: (await answerablePapers(ctx.db, { ...wanted, at })).filter(ofPopulation).length, person: body.person });
  return ok({ outcome, answers: [...answers], answered: outcome === 'found' ? [...await answeredPapers(ctx.db, { ...wanted, personalId: body.person.personalId, at: ctx.clock.now() })] : [] });
}
