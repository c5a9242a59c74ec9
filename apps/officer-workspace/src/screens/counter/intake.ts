// SPDX-License-Identifier: EUPL-1.2
import { normaliseAnswers, validateAnswers } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { ParcelTo, Party } from '@motcua/dossiers/contract';
import type { CounterIntake, CounterOutcome, FilingStart, PaperJudgement } from '@motcua/dossiers/contract';
import { officeDayOf, readMoney, t } from '@motcua/i18n';
import { emptyParty, noFeeAnswers, papersFor, readParty } from '@motcua/ui';
import type { FeeAnswers, PartyTyped, Prefilled } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';
import { atCounter } from './arrival-pane.tsx';
import type { Arrival } from './arrival-pane.tsx';
import { emptyLimit } from './limit-fields.tsx';
import type { TypedLimit } from './limit-fields.tsx';
import type { PopulationSubject } from './population-ask.tsx';
import { readCoApplicant } from './co-applicant-fields.tsx';
import type { TypedCoApplicant } from './co-applicant-fields.tsx';
import { readRepresentative } from './representative-fields.tsx';
import type { Representative } from './representative-fields.tsx';
import type { TypedReturn } from './return-fields.tsx';

/** Everything on the counter's one screen. */
export type Intake = {
  readonly clientKey: string; readonly person: PartyTyped; /** Paper of identity the officer saw. */ readonly identityPaper: string; readonly procedure: string; readonly circumstance: string | null; readonly solvingAgency: string | null;
  readonly answers: Answers; /** Answers that were filled in, with where each came from. */ readonly prefilled?: Prefilled; readonly papers: readonly PaperJudgement[]; readonly feeWay: CounterIntake['fee']['way']; readonly feeText: string;
  /** What the fee table asks, as far as it was answered. */
  readonly fee: FeeAnswers; readonly returnWay: CounterIntake['returnWay'];
  readonly arrival: Arrival;
  /** What is taken from the person's vault, under the consent given here; null: nothing. */
  readonly reuse: NonNullable<CounterIntake['reuse']> | null;
  readonly coApplicants: readonly TypedCoApplicant[];
  /** Who hands in, when not the applicant. */
  readonly other: Representative | null;
  /** The shop that hands out; null: this counter's. */
  readonly returningAgency: string | null;
  /** Whom the result goes to by post; null: the person, as typed. */
  readonly returnTo: TypedReturn | null;
  /** Only asked when the publication states no time limit. */
  readonly limit: TypedLimit;
};

/** An empty screen for the next person. */
export const emptyIntake = (clientKey: string): Intake => ({
  clientKey, person: emptyParty, identityPaper: '', procedure: '', circumstance: null, solvingAgency: null, answers: {}, papers: [], feeWay: 'none', feeText: '', fee: noFeeAnswers, returnWay: 'counter', arrival: atCounter, reuse: null, coApplicants: [], other: null, returningAgency: null, returnTo: null, limit: emptyLimit,
});

export type Fault = { readonly field: string; readonly text: string };

/** The agencies a counter may take a procedure in for: all, or those it serves where the procedure must be filed in its place. */
export function solversHere(start: FilingStart | undefined, own: string): FilingStart['agencies'] {
  return start === undefined ? [] : start.agencies.filter(({ shop }) => start.anywhere || shop === own);
}

/** The agency that solves: the one chosen, or the only one, or the counter's own. */
export function solverOf(intake: Intake, start: FilingStart | undefined, own: string): string | null {
  const agencies = solversHere(start, own);
  return intake.solvingAgency ?? agencies.find(({ code }) => code === own)?.code ?? (agencies.length === 1 ? agencies[0]?.code ?? null : null);
}

/** For whom the population register may be asked: a person with number and name, who came for a procedure; null before that. */
export function populationSubject({ person, procedure, circumstance }: Intake, own: string, solver: string | null): PopulationSubject | null {
  const { kind, name, personalId, birthDate } = readParty(person, officeDayOf(nowIso()));
  const isDay = birthDate === null || /^\d{4}-\d{2}-\d{2}$/u.test(birthDate);
  return kind !== 'person' || !/^\d{12}$/u.test(personalId) || name === '' || !isDay || procedure === '' || solver === null ? null : { procedure, agency: own, solvingAgency: solver, circumstance, person: { personalId, name, birthDate } };
}

/** Papers a register answered are not needed, but for those already judged otherwise. */
export const leftOut = (papers: Intake['papers'], answered: readonly number[]): Intake['papers'] => papers.map((paper) => (answered.includes(paper.no) && paper.state === 'not-seen' ? { ...paper, state: 'not-needed', originals: 0, copies: 0 } : paper));

/** The papers of a circumstance, not yet seen; the one the e-form is need not be handed in. Published records mark hardly any paper as required, so the officer judges each. */
function papersToJudge(start: FilingStart, circumstance: string | null): readonly PaperJudgement[] {
  return papersAsked(start, circumstance).map(({ no, originals, copies, byForm }) => (byForm ? { no, originals: 0, copies: 0, remark: null, state: 'not-needed' } : { no, originals, copies, remark: null, state: 'not-seen' }));
}

/** What a procedure and its circumstance bring along: papers to judge, and the published fee. */
export function preparedWith(start: FilingStart, circumstance: string | null): Pick<Intake, 'fee' | 'feeText' | 'feeWay' | 'papers'> {
  const { feeVnd } = start;
  return { papers: papersToJudge(start, circumstance), feeText: String(feeVnd ?? ''), fee: noFeeAnswers, feeWay: feeVnd === null || feeVnd === 0 ? 'none' : 'cash' };
}

/** The published papers of a circumstance, and those every circumstance needs. */
export function papersAsked(start: FilingStart, circumstance: string | null): FilingStart['papers'][number]['papers'] {
  return [...papersFor(start.papers, circumstance)];
}

type Judged = {
  /** What form 02 and 03 cannot do without: who asks, for what, of whom. */
  readonly toAnswer: readonly Fault[];
  readonly person: readonly Fault[]; readonly procedure: readonly Fault[]; readonly arrival: readonly Fault[]; readonly return: readonly Fault[]; readonly form: readonly Fault[]; readonly unseen: number; readonly faulty: number;
};

/** Every field that is left, in the order of the screen. */
export function placesLeft(left: Judged): readonly Fault[] {
  return [...left.person, ...left.procedure, ...left.arrival, ...left.form, ...left.return];
}

/** What is left before the dossier can be accepted. The server judges again by the same rules. */
export function whatIsLeft(intake: Intake, start: FilingStart | undefined, form: EformDefinition | undefined, own: string): Judged {
  const solver = solverOf(intake, start, own);
  const lacksLimit = start !== undefined && start.limit === null && (!/^\d{1,4}$/u.test(intake.limit.value.trim()) || intake.limit.basis.trim() === '');
  const unchosen = start === undefined ? [{ field: 'procedure', text: t('counter.procedure-missing') }] : solver === null ? [{ field: 'agency', text: t('filing.agency-missing') }] : [];
  const person = [...personFaults(intake.person), ...coApplicantFaults(intake), ...otherFaults(intake)];
  return {
    person, toAnswer: [...person, ...unchosen, ...arrivalFaults(intake)],
    procedure: [
      ...unchosen,
      ...(lacksLimit ? [{ field: 'limit', text: t('counter.limit-missing') }] : []),
      ...(start !== undefined && start.circumstances.length > 1 && intake.circumstance === null ? [{ field: 'circumstance', text: t('filing.circumstance-missing') }] : []),
    ],
    arrival: arrivalFaults(intake), return: returnFaults(intake),
    form: form === undefined ? [] : validateAnswers(form, normaliseAnswers(form, intake.answers)).map(({ path, text }) => ({ field: path, text })),
    unseen: intake.papers.filter(({ state }) => state === 'not-seen').length,
    faulty: intake.papers.filter(({ state }) => state === 'faulty' || state === 'missing').length,
  };
}

const words = { name: 'party.name-missing', personalId: 'party.id-wrong', address: 'party.address-missing', birthDate: 'party.birth-wrong', phone: 'party.phone-wrong', email: 'party.email-wrong' } as const;
const hasWords = (field: string): field is keyof typeof words => Object.hasOwn(words, field);

function personFaults(typed: PartyTyped): readonly Fault[] {
  const read = Party.safeParse(readParty(typed, officeDayOf(nowIso())));
  if (read.success) return [];
  return [...new Set(read.error.issues.map(({ path }) => String(path[0])))].filter(hasWords).map((field) => ({ field: `person.${field}`, text: t(words[field]) }));
}

/** What is left of everybody else whose dossier it is. */
function coApplicantFaults({ coApplicants }: Intake): readonly Fault[] {
  return coApplicants.flatMap((one, at) => [
    ...(one.name.trim() === '' ? [missing(`coApplicants.${String(at)}.name`, t('co-applicant.name'))] : []),
    ...(/^\d{12}$/u.test(one.personalId.replace(/[\s.]/gu, '')) ? [] : [missing(`coApplicants.${String(at)}.personalId`, t('co-applicant.id'))]),
    ...(one.confirmed === 'mandate' && one.document.trim() === '' ? [missing(`coApplicants.${String(at)}.document`, t('co-applicant.document'))] : []),
  ]);
}

/** What is left of who hands in for another, and of the paper behind it. */
function otherFaults({ other }: Intake): readonly Fault[] {
  if (other === null) return [];
  const { submitter, mandate } = readRepresentative(other);
  return [
    ...(submitter.success ? [] : [{ field: 'other.name', text: t('counter.other-missing') }]),
    ...(mandate.success ? [] : [...new Set(mandate.error.issues.map(({ path }) => String(path[0])))].map((name) => missing(`mandate.${name}`, t(mandateWords[name] ?? 'mandate.kind')))),
  ];
}
const mandateWords: Readonly<Record<string, 'mandate.number' | 'mandate.issued-on' | 'mandate.issued-by' | 'mandate.valid-until' | 'mandate.scope'>> = { number: 'mandate.number', issuedOn: 'mandate.issued-on', issuedBy: 'mandate.issued-by', validUntil: 'mandate.valid-until', scope: 'mandate.scope' };

const missing = (field: string, name: string): Fault => ({ field, text: t('act-field.missing', { name }) });

/** What is left of how a dossier came by post. */
function arrivalFaults({ arrival: { channel, enterprise, slip, handedBy, handedOverAt } }: Intake): readonly Fault[] {
  if (channel !== 'post') return [];
  return [
    ...(enterprise === '' ? [missing('post.enterprise', t('post.enterprise'))] : []), ...(slip.trim() === '' ? [missing('post.slip', t('post.slip'))] : []),
    ...(handedOverAt === '' ? [missing('handedOverAt', t('counter.handed-over-at'))] : []), ...(handedBy.trim() === '' ? [missing('post.handedBy', t('counter.handed-by'))] : []),
  ];
}

/** Whom the result goes to by post as far as the person tells it already. */
export function knownReturn(person: PartyTyped): TypedReturn {
  const { name, phone, address } = Party.partial().catch({}).parse(readParty(person, officeDayOf(nowIso())));
  return { name: name ?? '', phone: phone ?? '', address: address?.text ?? '', payer: 'applicant' };
}

const returnToOf = ({ returnTo, person }: Intake) => {
  const to = returnTo ?? knownReturn(person);
  const phone = to.phone.replace(/[\s.]/gu, '');
  return ParcelTo.safeParse({ ...to, phone: phone === '' ? null : phone });
};

const returnWords = { name: 'post.to-name', phone: 'post.to-phone', address: 'post.to-address' } as const;
const isReturnField = (field: string): field is keyof typeof returnWords => Object.hasOwn(returnWords, field);

function returnFaults(intake: Intake): readonly Fault[] {
  const read = intake.returnWay === 'post' ? returnToOf(intake) : undefined;
  if (read === undefined || read.success) return [];
  return [...new Set(read.error.issues.map(({ path }) => String(path[0])))].filter(isReturnField).map((field) => (field === 'phone' ? { field: 'returnTo.phone', text: t('party.phone-wrong') } : missing(`returnTo.${field}`, t(returnWords[field]))));
}

const arrived = ({ arrival: { channel, enterprise, slip, handedBy, handedOverAt } }: Intake): Pick<CounterIntake, 'channel' | 'post' | 'handedOverAt'> =>
  (channel === 'counter' ? { channel } : { channel, post: { enterprise, slip: slip.trim(), handedBy: handedBy.trim() }, handedOverAt: `${handedOverAt}:00+07:00` });

/** What travels to the server; undefined while something is left. */
export function toSend(intake: Intake, start: FilingStart, agencies: { readonly own: string; readonly solver: string }, outcome: CounterOutcome): CounterIntake | undefined {
  const applicant = Party.safeParse(readParty(intake.person, officeDayOf(nowIso())));
  if (!applicant.success) return undefined;
  const amountVnd = readMoney(intake.feeText) ?? 0;
  const represented = intake.other === null ? null : readRepresentative(intake.other);
  const returnTo = intake.returnWay === 'post' ? returnToOf(intake) : null;
  return {
    clientKey: intake.clientKey, procedure: start.procedure.code, circumstance: intake.circumstance, receivingAgency: agencies.own, solvingAgency: agencies.solver, returningAgency: intake.returningAgency ?? agencies.own,
    ...arrived(intake), returnTo: returnTo?.data ?? null, applicant: applicant.data, coApplicants: intake.coApplicants.flatMap((one) => readCoApplicant(one).data ?? []), submitter: represented?.submitter.data ?? null, authorisation: null, mandate: represented?.mandate.data ?? null, answers: intake.answers, papers: [...intake.papers], reuse: intake.reuse, returnWay: intake.returnWay,
    fee: { amountVnd, way: amountVnd === 0 ? 'none' : intake.feeWay, asked: { units: intake.fee.units, claims: [...intake.fee.claims], shipping: intake.fee.shipping } }, outcome,
    limitOverride: start.limit === null && outcome.kind === 'accept' ? { value: Number(intake.limit.value), unit: intake.limit.unit, basis: intake.limit.basis.trim() } : null,
  };
}
