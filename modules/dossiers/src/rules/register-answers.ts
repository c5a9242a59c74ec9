// SPDX-License-Identifier: EUPL-1.2
import { type EformDefinition, normaliseAnswers, validateAnswers } from '@motcua/eforms';
import { fold } from '@motcua/kernel';
import type { PopulationPerson } from '../registers.ts';

type Field = EformDefinition['display']['sections'][number]['fields'][number];

const prefix = 'population.';

/** Fields of a form the population register answers. */
export const populationFields = (form: EformDefinition): readonly Field[] =>
  form.display.sections.flatMap(({ fields }) => fields).filter(({ source, computed }) => source?.startsWith(prefix) === true && computed === undefined);

/** What a field may hold of a text: the option that says the same, or the text. */
function heldBy({ options }: Field, text: string): string | undefined {
  return options === undefined ? text : options.find(({ value, label }) => value === text || fold(label) === fold(text))?.value;
}

type Named = { readonly province: string; readonly commune: string };

function valueFor(field: Field, person: PopulationPerson, named: Named): unknown {
  const name = (field.source ?? '').slice(prefix.length);
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
export function answersFrom(form: EformDefinition, person: PopulationPerson, named: Named): readonly { readonly name: string; readonly value: unknown }[] {
  return populationFields(form).flatMap((field) => {
    const value = valueFor(field, person, named);
    const { name } = field;
    if (value === undefined) return [];
    const clean = normaliseAnswers(form, { [name]: value });
    return clean[name] === undefined || validateAnswers(form, clean).some(({ path }) => path === name || path.startsWith(`${name}.`)) ? [] : [{ name, value: clean[name] }];
  });
}
