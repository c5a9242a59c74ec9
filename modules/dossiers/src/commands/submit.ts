// SPDX-License-Identifier: EUPL-1.2
import { type Handling, type Procedure, type PublishedProcedure, findHandling, procedureOn, procedureVersion, timeLimitOf } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import type { TimeLimit } from '@motcua/deadlines';
import { type EformDefinition, eformOn, getEform, normaliseAnswers, validateAnswers } from '@motcua/eforms';
import { type Result, cleanText, officeDay, ok, refuse } from '@motcua/kernel';
import { shopServing } from '@motcua/organisation';
import { getDefinition } from '@motcua/workflow';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import type { AgreedApplicant, AnsweredOffer, Channel, FeeAsked, DossierPaper, PaperJudgement, ParcelTo, Party, ReturnWay, ReuseConsent } from '../contract.ts';
import type { Fact } from '../events.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { DossierFee, HeldMandate, LinkedParent, PostalFiling } from '../model.ts';
import { papersByForm } from '../rules/papers-asked.ts';
import { nextDossierCode } from '../store/numbers.ts';
import { answeredHere } from '../views/answered-papers.ts';
import { extractForFiling } from './ask-enterprise.ts';
import { feeOf } from './fee.ts';
import { channelOfLaw } from './filing-channel.ts';
import type { Outcome } from './perform.ts';

/** What is filed, by whichever channel. */
export type Filing = {
  readonly procedure: string; readonly circumstance: string | null; readonly channel: Channel;
  readonly agencies: { readonly receiving: string; readonly solving: string; readonly returning: string };
  readonly applicant: Party; readonly submitter: Party | null; readonly authorisation: string | null; readonly ownerId: string | null; readonly origin: string | null;
  readonly answers: Readonly<Record<string, unknown>>; readonly returnWay: ReturnWay; readonly fee: DossierFee & { readonly asked?: FeeAsked | undefined };
  readonly documents: ReadonlyMap<number, DossierPaper['documents']>;
  /** When the post's hand-over record was signed. */
  readonly handedOverAt?: string | null;
  readonly coApplicants?: readonly AgreedApplicant[];
  readonly confirmedContent?: string;
  readonly mandate?: HeldMandate | null;
  readonly post?: PostalFiling | null;
  readonly returnTo?: ParcelTo | null;
  /** Files handed in beside the papers that are asked for, with their names. */
  readonly besides?: readonly { readonly name: string; readonly documents: DossierPaper['documents'] }[];
  /** Components taken from the vault, by number, and how the owner agreed. */
  readonly reuse?: { readonly consent: ReuseConsent; readonly papers: ReadonlyMap<number, Pick<DossierPaper, 'documents' | 'reused'>> };
  /** What the counter already judged of the papers. */
  readonly judgements?: readonly PaperJudgement[];
  /** The e-form may have gaps: the dossier is not accepted yet. What is there must still be readable. */
  readonly mayHaveGaps?: boolean;
  /** The part of a linked group: its code is the group's with a number. */
  readonly partOf?: { readonly code: string; readonly parent: LinkedParent };
};

/** The offices of a dossier filed from afar: the shop that serves the solving agency receives and returns. */
export async function officesFor(db: Db, solving: string): Promise<Filing['agencies']> {
  const shop = await shopServing(db, solving) ?? solving;
  return { receiving: shop, solving, returning: shop };
}

const cleanParty = (party: Party): Party => ({ ...party, name: cleanText(party.name), address: { ...party.address, text: cleanText(party.address.text) } });

/** A component the vault stands for is in order, and nothing of it was handed in. */
const held = (no: number, reuse: Filing['reuse']): Partial<DossierPaper> => {
  const taken = reuse?.papers.get(no);
  return taken === undefined ? {} : { ...taken, state: 'ok', remark: null, originals: 0, copies: 0 };
};

/** A component a register or the e-form answered is not needed, unless it was handed in all the same. */
function leftOut(no: number, { documents, judgements = [], reuse }: Filing, answer: DossierPaper['answered']): Partial<DossierPaper> {
  const state = judgements.find((judgement) => judgement.no === no)?.state ?? 'not-seen';
  if (answer === undefined || documents.has(no) || reuse?.papers.has(no) === true || state === 'ok' || state === 'faulty') return {};
  return { answered: answer, state: 'not-needed', originals: 0, copies: 0 };
}

/** What answered in the place of the components of a filing, by number: the e-form that was filled in first, then the registers. */
function answersInPlace(asked: ReturnType<typeof papersByForm>, { form, registers, at }: { readonly form: EformDefinition; readonly registers: readonly AnsweredOffer[]; readonly at: Temporal.Instant }): ReadonlyMap<number, NonNullable<DossierPaper['answered']>> {
  const byForm = { register: 'form', at: at.toString(), rule: `${form.title}, bản ${String(form.version)}` } as const;
  return new Map<number, NonNullable<DossierPaper['answered']>>([...registers.map(({ paperNo, register, at: answeredAt, rule }) => [paperNo, { register, at: answeredAt, rule }] as const), ...asked.flatMap(({ no, byForm: is }) => (is ? [[no, byForm] as const] : []))]);
}

/** The papers of a new dossier: those asked for with their files, then what was handed in beside them. */
function papersHandedIn(asked: ReturnType<typeof papersByForm>, filing: Filing, answered: ReturnType<typeof answersInPlace>): readonly DossierPaper[] {
  const { documents, besides = [], judgements = [], reuse } = filing;
  const unseen = { state: 'not-seen', remark: null } as const;
  const judged = new Map(judgements.map((judgement) => [judgement.no, judgement]));
  return [
    ...asked.map(({ byForm: _, ...paper }) => ({ ...paper, ...unseen, ...judged.get(paper.no), documents: documents.get(paper.no) ?? [], ...held(paper.no, reuse), ...leftOut(paper.no, filing, answered.get(paper.no)) })),
    ...besides.map(({ name, documents: files }, at) => ({ ...unseen, no: asked.length + at + 1, code: null, name, originals: 0, copies: 0, required: false, documents: files })),
  ];
}

/** Procedure and handling of a filing, or of a dossier in hand, which keeps its version; refused when the procedure is not in force or nobody handles it there. */
export async function handledBy(tx: Db, asked: { readonly procedure: string; readonly version?: number; readonly agency: string; readonly at: Temporal.Instant }):
Promise<Outcome<{ readonly published: PublishedProcedure; readonly handling: Handling }>> {
  const day = officeDay(asked.at).toString();
  const published = asked.version === undefined ? await procedureOn(tx, asked.procedure, day) : await procedureVersion(tx, asked.procedure, asked.version);
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure: asked.procedure });
  const handling = await findHandling(tx, { procedure: asked.procedure, agency: asked.agency, day });
  return handling === undefined ? refuse({ code: 'not-handled-here', procedure: asked.procedure, agency: asked.agency }) : ok({ published, handling });
}

/** The answers of the e-form in the version asked for (that of the day when none is), normalised, or every field that is to be mended. */
export async function checkedAnswers(tx: Db, { key, version, at, mayHaveGaps = false }: { readonly key: string; readonly version?: number; readonly at: Temporal.Instant; readonly mayHaveGaps?: boolean | undefined }, answers: Readonly<Record<string, unknown>>): Promise<Outcome<{ readonly form: EformDefinition; readonly answers: Readonly<Record<string, unknown>> }>> {
  const form = version === undefined ? await eformOn(tx, key, officeDay(at).toString()) : await getEform(tx, key, version);
  if (form === undefined) throw new Error(`e-form ${key} is not published`);
  const clean = normaliseAnswers(form, answers);
  const faults = validateAnswers(form, clean, { today: officeDay(at).toString() }).filter(({ rule }) => !mayHaveGaps || rule !== 'required');
  if (faults.length > 0) return refuse({ code: 'fields-to-mend', fields: faults.map(({ path, label, text }) => ({ path: `answers.${path}`, label, text })) });
  return ok({ form, answers: clean });
}

/** Everybody else whose dossier it is and the text they agreed to; nothing when there is nobody. */
const sharedBy = ({ coApplicants = [], confirmedContent }: Filing): Pick<Filing, 'coApplicants' | 'confirmedContent'> =>
  (coApplicants.length === 0 ? {} : { coApplicants, ...(confirmedContent === undefined ? {} : { confirmedContent }) });

/** How the owner let his vault be used; nothing when it was not. */
const reusedBy = ({ reuse }: Filing): { readonly reuse?: ReuseConsent } => (reuse === undefined || reuse.papers.size === 0 ? {} : { reuse: reuse.consent });

/** The founding fact of a dossier: what was filed, checked against the procedure and its e-form, with its code. */
export async function filed(ctx: DossierContext, { tx, at }: { readonly tx: Db; readonly at: Temporal.Instant }, filing: Filing): Promise<Outcome<Extract<Fact, { type: 'submitted' }>>> {
  const handled = await handledBy(tx, { procedure: filing.procedure, agency: filing.agencies.solving, at });
  if (!handled.ok) return handled;
  const { published, handling } = handled.value;
  const checked = await checkedAnswers(tx, { key: handling.eformKey, at, mayHaveGaps: filing.mayHaveGaps }, filing.answers);
  if (!checked.ok) return checked;
  const fee = await feeOf(tx, { procedure: published.procedure, circumstance: filing.circumstance, channel: filing.channel, at }, filing.fee);
  if (!fee.ok) return fee;
  const { form, answers } = checked.value;
  const asked = papersByForm(published.procedure, filing.circumstance, form);
  const registers = await answeredHere(ctx, tx, { procedure: published.procedure, circumstance: filing.circumstance, personalId: filing.applicant.personalId, at });
  const extract = await extractForFiling(ctx, tx, { ...filing, at });
  const answerBy = await periodEnd(ctx, tx, { key: 'answer-online-filing', procedure: filing.procedure, agency: filing.agencies.receiving, at });
  return ok({
    type: 'submitted',
    data: {
      to: 'submitted', code: filing.partOf?.code ?? await nextDossierCode(tx, filing.agencies.solving, at), channel: filing.channel,
      procedure: { code: filing.procedure, version: published.version, name: published.procedure.name }, circumstance: filing.circumstance, agencies: filing.agencies,
      applicant: cleanParty(filing.applicant), submitter: filing.submitter === null ? null : cleanParty(filing.submitter), authorisation: filing.authorisation,
      ownerId: filing.ownerId, origin: filing.origin, eform: { key: form.key, version: form.version }, answers,
      papers: papersHandedIn(asked, filing, answersInPlace(asked, { form, registers, at })),
      returnWay: filing.returnWay, fee: fee.value, answerBy: answerBy?.toString() ?? null, ...(filing.handedOverAt == null ? {} : { handedOverAt: filing.handedOverAt }),
      ...sharedBy(filing), ...(filing.mandate == null ? {} : { mandate: filing.mandate }), ...(filing.post == null ? {} : { post: filing.post }), ...(filing.returnTo == null ? {} : { returnTo: filing.returnTo }),
      ...reusedBy(filing), ...(extract === null ? {} : { extracts: [extract] }),
      ...(filing.partOf === undefined ? {} : { parent: filing.partOf.parent }),
    },
  });
}

/** Refuses an acceptance while a paper is unseen, or a required one is not in order. */
export function papersInOrder(papers: readonly DossierPaper[], judgements: readonly PaperJudgement[]): Result<null, LifecycleRefusal> {
  const states = new Map(judgements.map(({ no, state }) => [no, state]));
  const stateOf = (paper: DossierPaper): DossierPaper['state'] => states.get(paper.no) ?? paper.state;
  const unseen = papers.filter((paper) => stateOf(paper) === 'not-seen').length;
  const faulty = papers.filter((paper) => stateOf(paper) === 'faulty' || (stateOf(paper) === 'missing' && paper.required)).length;
  return unseen + faulty === 0 ? ok(null) : refuse({ code: 'papers-not-judged', unseen, faulty });
}

type LimitAsked = { readonly procedure: Procedure; readonly circumstance: string | null; readonly channel: Channel; readonly processKey: string };

/**
 * The time limit of a dossier: the published one; where the publication leaves it to a note, the hours of the agency's own internal procedure.
 *
 * @returns null when neither states one: then a person must say it, with the reason
 */
export async function limitOf(db: Db, asked: LimitAsked): Promise<{ readonly limit: TimeLimit; readonly basis: string | null } | null> {
  const published = timeLimitOf(asked.procedure, { channel: channelOfLaw[asked.channel], circumstance: asked.circumstance });
  if (published !== null) return { limit: published, basis: null };
  const process = await getDefinition(db, asked.processKey);
  const hours = (process?.definition.mainPath ?? []).reduce((sum, id) => sum + (process?.definition.nodes.get(id)?.task?.hours ?? 0), 0);
  return hours >= 1 ? { limit: { value: Math.floor(hours), unit: 'working-hour' }, basis: `Quy trình nội bộ ${process?.name ?? ''}` } : null;
}
