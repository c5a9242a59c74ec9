// SPDX-License-Identifier: EUPL-1.2
import type { EformField } from './components/eform.tsx';
import type { PartyTyped } from './components/party-fields.tsx';

type Answers = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What is known of a person alike by the account and by the population register, which the account was opened with. */
const alike = ['fullName', 'personalId', 'birthDate', 'residence'];

/** What a field's source names of the person, when it is known; sex is not among what a dossier asks of its person. Registers that are not connected give nothing: their fields are asked. */
function knownOf(party: PartyTyped, named: string | undefined): unknown {
  const source = alike.some((name) => named === `population.${name}`) ? named?.replace('population.', 'account.') : named;
  const known: Readonly<Record<string, unknown>> = {
    'account.fullName': party.name, 'account.personalId': party.personalId.replace(/\s/gu, ''), 'account.birthDate': party.birthDate,
    'account.residence': party.address?.commune === '' ? null : party.address, 'account.phone': party.phone, 'account.email': party.email,
  };
  return source === undefined ? undefined : known[source];
}

/** Answers with the empty places filled from the person: never ask what is known already. */
export function withKnown(fields: readonly EformField[], answers: Answers, party: PartyTyped): Answers {
  const known = fields.filter(({ name }) => isEmpty(answers[name])).map(({ name, source }) => [name, knownOf(party, source)] as const).filter(([, value]) => !isEmpty(value));
  return known.length === 0 ? answers : { ...answers, ...Object.fromEntries(known) };
}

/** The names of the fields whose answer is what is known of the person. */
export function knownNames(fields: readonly EformField[], answers: Answers, party: PartyTyped): readonly string[] {
  return fields.filter(({ name, source }) => !isEmpty(answers[name]) && answers[name] === knownOf(party, source)).map(({ name }) => name);
}

type PaperGroup<Paper> = { readonly circumstance: string | null; readonly papers: readonly Paper[] };

/** The papers of the chosen circumstance (trường hợp) and those every circumstance needs; all when there is nothing to choose. */
export function papersFor<Paper>(groups: readonly PaperGroup<Paper>[], circumstance: string | null): readonly Paper[] {
  const isChoice = offersChoice(groups);
  return groups.filter((group) => !isChoice || group.circumstance === null || group.circumstance === circumstance).flatMap(({ papers }) => papers);
}

/** True when circumstances differ: more than one, or one beside the papers of everybody. */
export function offersChoice(groups: readonly PaperGroup<unknown>[]): boolean {
  return groups.length > 1 && groups.some(({ circumstance }) => circumstance !== null);
}
