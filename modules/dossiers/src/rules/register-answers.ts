// SPDX-License-Identifier: EUPL-1.2
import { type EformDefinition, normaliseAnswers, validateAnswers } from '@motcua/eforms';
import { fold } from '@motcua/kernel';
import type { EnterpriseView } from '../contract.ts';
import type { PopulationPerson } from '../registers.ts';
import { headOfficeText } from './enterprise-view.ts';

type Field = EformDefinition['display']['sections'][number]['fields'][number];
type Answer = { readonly name: string; readonly value: unknown };

/** Fields of a form one register answers. */
const fieldsOf = (form: EformDefinition, register: string): readonly Field[] =>
  form.display.sections.flatMap(({ fields }) => fields).filter(({ source, computed }) => source?.startsWith(`${register}.`) === true && computed === undefined);

/** Fields of a form the population register answers. */
export const populationFields = (form: EformDefinition): readonly Field[] => fieldsOf(form, 'population');

/** Fields of a form the business register answers. */
export const businessFields = (form: EformDefinition): readonly Field[] => fieldsOf(form, 'business');

/** What a field asks of its register: the part of its source behind the dot. */
const askedOf = ({ source = '' }: Field): string => source.slice(source.indexOf('.') + 1);

/** What a field may hold of a text: the option that says the same, or the text. */
function heldBy({ options }: Field, text: string): string | undefined {
  return options === undefined ? text : options.find(({ value, label }) => value === text || fold(label) === fold(text))?.value;
}

/** Of what a register says, what the form itself would take; the rest is asked as before. */
function taken(form: EformDefinition, fields: readonly Field[], valueFor: (field: Field) => unknown): readonly Answer[] {
  return fields.flatMap((field) => {
    const value = valueFor(field);
    const { name } = field;
    if (value === undefined || value === null) return [];
    // A field that is asked of some only is judged as if it were asked: what it depends on may be answered later.
    const { visibleWhen: _visibleWhen, ...asked } = field;
    const alone = { ...form, display: { sections: [{ title: '', fields: [asked] }] } };
    const clean = normaliseAnswers(alone, { [name]: value });
    return clean[name] === undefined || validateAnswers(alone, clean).some(({ path }) => path === name || path.startsWith(`${name}.`)) ? [] : [{ name, value: clean[name] }];
  });
}

type Named = { readonly province: string; readonly commune: string };

function personsValue(field: Field, person: PopulationPerson, named: Named): unknown {
  const name = askedOf(field);
  if (name === 'residence') {
    const { residence } = person;
    if (residence === null) return undefined;
    return field.control === 'address' ? { province: residence.province, provinceName: named.province, commune: residence.commune, communeName: named.commune, street: residence.text } : [residence.text, named.commune, named.province].filter((part) => part !== '').join(', ');
  }
  const said: Readonly<Record<string, string | null>> = { fullName: person.fullName, personalId: person.personalId, birthDate: person.birthDate, sex: person.sex, ethnicity: person.ethnicity, nationality: person.nationality, hometown: person.hometown, maritalStatus: person.maritalStatus };
  const text = said[name];
  return text === undefined || text === null ? undefined : heldBy(field, text);
}

/**
 * The fields of a form a person of the register answers, with answers the form itself would take; the others are asked as before.
 *
 * @param named - names of the two levels of the person's residence, which the register gives as codes
 */
export const answersFrom = (form: EformDefinition, person: PopulationPerson, named: Named): readonly Answer[] =>
  taken(form, populationFields(form), (field) => personsValue(field, person, named));

function enterprisesValue(field: Field, enterprise: EnterpriseView): unknown {
  const { code, name, foreignName, shortName, kind, status, headOffice, representatives, lines, registeredOn, changes } = enterprise;
  const asked = askedOf(field);
  if (field.control === 'organisation') return { number: code, name };
  if (field.control === 'person') return asked === 'representative' && representatives[0] !== undefined ? { name: representatives[0].name } : undefined;
  if (asked === 'headOffice' && field.control === 'address') return headOffice;
  const said: Readonly<Record<string, string | null>> = {
    name, number: code, foreignName, shortName, kind, status, headOffice: headOfficeText(enterprise), registeredOn, changes: changes === null ? null : String(changes),
    representative: representatives.map((one) => one.name).join('; '), representativeRole: representatives.map(({ role }) => role).join('; '), lines: lines.map((line) => `${line.code} ${line.name}`.trim()).join('; '),
  };
  const text = said[asked];
  return text === undefined || text === null || text === '' ? undefined : heldBy(field, text);
}

/** The fields of a form an enterprise of the register answers, with answers the form itself would take; the others are asked as before. */
export const enterpriseAnswersFrom = (form: EformDefinition, enterprise: EnterpriseView): readonly Answer[] =>
  taken(form, businessFields(form), (field) => enterprisesValue(field, enterprise));
