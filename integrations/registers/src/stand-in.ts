// SPDX-License-Identifier: EUPL-1.2
import type { Enterprise, PopulationPerson } from '@motcua/dossiers';
import { type EnterpriseQuestion, enterpriseAnswerXml, readEnterpriseQuestion } from './business-messages.ts';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { type Question, answerXml, readQuestion } from './population-messages.ts';

export type PopulationStandIn = Desk<Question>;
export type BusinessStandIn = Desk<EnterpriseQuestion>;

const fits = ({ person }: Question, known: PopulationPerson): boolean => known.personalId === person.personalId && known.fullName.toLocaleUpperCase('vi') === person.name.toLocaleUpperCase('vi')
  && (person.birthDate === null || known.birthDate === null || known.birthDate === person.birthDate);

/** Starts a population register of made-up people. */
export const startPopulationStandIn = ({ people, ...options }: DeskOptions & { readonly people: readonly PopulationPerson[] }): Promise<PopulationStandIn> =>
  openDesk(options, { path: '/dan-cu', read: readQuestion, answer: (question) => answerXml(people.find((known) => fits(question, known)) ?? null) });

const toldFor = (purpose: EnterpriseQuestion['purpose'], enterprise: Enterprise): Enterprise =>
  (purpose === 'representation' ? enterprise : { ...enterprise, representatives: enterprise.representatives.map((one) => ({ ...one, personalId: null })) });

/** Starts a business register of made-up enterprises; numbers of people are told for the purpose that needs them only. */
export const startBusinessStandIn = ({ enterprises, ...options }: DeskOptions & { readonly enterprises: readonly Enterprise[] }): Promise<BusinessStandIn> =>
  openDesk(options, {
    path: '/doanh-nghiep', read: readEnterpriseQuestion,
    answer: ({ code, purpose }) => { const found = enterprises.find((known) => known.code === code); return enterpriseAnswerXml(found === undefined ? null : toldFor(purpose, found)); },
  });
