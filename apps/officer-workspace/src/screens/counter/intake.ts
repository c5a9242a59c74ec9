// SPDX-License-Identifier: EUPL-1.2
import { normaliseAnswers, validateAnswers } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { Party } from '@motcua/dossiers/contract';
import type { CounterIntake, CounterOutcome, FilingStart, PaperJudgement } from '@motcua/dossiers/contract';
import { officeDayOf, readMoney, t } from '@motcua/i18n';
import { emptyParty, papersFor, readParty } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';
import { emptyLimit } from './limit-fields.tsx';
import type { TypedLimit } from './limit-fields.tsx';

/** Everything on the counter's one screen. */
export type Intake = {
  readonly clientKey: string; readonly person: PartyTyped; readonly procedure: string; readonly circumstance: string | null; readonly solvingAgency: string | null;
  readonly answers: Answers; readonly papers: readonly PaperJudgement[]; readonly feeWay: CounterIntake['fee']['way']; readonly feeText: string; readonly returnWay: CounterIntake['returnWay'];
  /** Only asked when the publication states no time limit. */
  readonly limit: TypedLimit;
};

/** An empty screen for the next person. */
export const emptyIntake = (clientKey: string): Intake => ({
  clientKey, person: emptyParty, procedure: '', circumstance: null, solvingAgency: null, answers: {}, papers: [], feeWay: 'none', feeText: '', returnWay: 'counter', limit: emptyLimit,
});

export type Fault = { readonly field: string; readonly text: string };

/** The agency that solves: the one chosen, or the only one, or the counter's own. */
export function solverOf(intake: Intake, start: FilingStart | undefined, own: string): string | null {
  const agencies = start?.agencies ?? [];
  return intake.solvingAgency ?? agencies.find(({ code }) => code === own)?.code ?? (agencies.length === 1 ? agencies[0]?.code ?? null : null);
}

/** The papers of a circumstance, not yet seen. Published records mark hardly any paper as required, so the officer judges each. */
function papersToJudge(start: FilingStart, circumstance: string | null): readonly PaperJudgement[] {
  return papersAsked(start, circumstance).map(({ no, originals, copies }) => ({ no, originals, copies, remark: null, state: 'not-seen' }));
}

/** What a procedure and its circumstance bring along: papers to judge, and the published fee. */
export function preparedWith(start: FilingStart, circumstance: string | null): Pick<Intake, 'papers' | 'feeText' | 'feeWay'> {
  const { feeVnd } = start;
  return { papers: papersToJudge(start, circumstance), feeText: String(feeVnd ?? ''), feeWay: feeVnd === null || feeVnd === 0 ? 'none' : 'cash' };
}

/** The published papers of a circumstance, and those every circumstance needs. */
export function papersAsked(start: FilingStart, circumstance: string | null): FilingStart['papers'][number]['papers'] {
  return [...papersFor(start.papers, circumstance)];
}

type Judged = {
  /** What form 02 and 03 cannot do without: who asks, for what, of whom. */
  readonly toAnswer: readonly Fault[];
  readonly person: readonly Fault[]; readonly procedure: readonly Fault[]; readonly form: readonly Fault[]; readonly unseen: number; readonly faulty: number;
};

/** What is left before the dossier can be accepted. The server judges again by the same rules. */
export function whatIsLeft(intake: Intake, start: FilingStart | undefined, form: EformDefinition | undefined, own: string): Judged {
  const solver = solverOf(intake, start, own);
  const lacksLimit = start !== undefined && start.limit === null && (!/^\d{1,4}$/u.test(intake.limit.value.trim()) || intake.limit.basis.trim() === '');
  const unchosen = start === undefined ? [{ field: 'procedure', text: t('counter.procedure-missing') }] : solver === null ? [{ field: 'agency', text: t('filing.agency-missing') }] : [];
  const person = personFaults(intake.person);
  return {
    person, toAnswer: [...person, ...unchosen],
    procedure: [
      ...unchosen,
      ...(lacksLimit ? [{ field: 'limit', text: t('counter.limit-missing') }] : []),
      ...(start !== undefined && start.circumstances.length > 1 && intake.circumstance === null ? [{ field: 'circumstance', text: t('filing.circumstance-missing') }] : []),
    ],
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

/** What travels to the server; undefined while something is left. */
export function toSend(intake: Intake, start: FilingStart, agencies: { readonly own: string; readonly solver: string }, outcome: CounterOutcome): CounterIntake | undefined {
  const applicant = Party.safeParse(readParty(intake.person, officeDayOf(nowIso())));
  if (!applicant.success) return undefined;
  const amountVnd = readMoney(intake.feeText) ?? 0;
  return {
    clientKey: intake.clientKey, procedure: start.procedure.code, circumstance: intake.circumstance, receivingAgency: agencies.own, solvingAgency: agencies.solver, returningAgency: agencies.own,
    channel: 'counter', applicant: applicant.data, submitter: null, authorisation: null, answers: intake.answers, papers: [...intake.papers], returnWay: intake.returnWay,
    fee: { amountVnd, way: amountVnd === 0 ? 'none' : intake.feeWay }, outcome,
    limitOverride: start.limit === null && outcome.kind === 'accept' ? { value: Number(intake.limit.value), unit: intake.limit.unit, basis: intake.limit.basis.trim() } : null,
  };
}
