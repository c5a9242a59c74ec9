// SPDX-License-Identifier: EUPL-1.2
import { dayText, numberText } from '@motcua/i18n';
import type { Fact } from './components/page.tsx';

type Inner = { readonly name: string; readonly label: string; readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined };
type ShownField = Inner & { readonly fields?: readonly Inner[] | undefined };

type Declared = { readonly fields: readonly ShownField[]; readonly answers: Readonly<Record<string, unknown>>; readonly words: Words };

/** What a person declared, under the questions of the form and in their order; what an older form asked comes last, under its own name. */
export function declaredFacts({ fields, answers, words }: Declared): readonly Fact[] {
  const order = [...fields.map(({ name }) => name).filter((name) => name in answers), ...Object.keys(answers).filter((name) => !fields.some((field) => field.name === name))];
  return order.map((name): Fact => {
    const field = fields.find((one) => one.name === name);
    return { term: field?.label ?? name, value: shownValue(answers[name], field, words) };
  });
}

type Words = { readonly yes: string; readonly no: string };

function shownValue(value: unknown, field: ShownField | undefined, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayText(value) : field?.options?.find((option) => option.value === value)?.label ?? value;
  if (Array.isArray(value)) return value.map((one) => shownValue(one, field, words)).join('; ');
  return typeof value === 'object' && value !== null ? addressIn(value) ?? entryIn(value, field, words) : '';
}

/** One entry of a repeat: «Tên ngành: Quán ăn, Mã ngành: 5610». */
function entryIn(value: object, field: ShownField | undefined, words: Words): string {
  return Object.entries(value).map(([name, inner]) => {
    const known = field?.fields?.find((one) => one.name === name);
    const said = shownValue(inner, known, words);
    return known === undefined ? said : `${known.label}: ${said}`;
  }).join(', ');
}

function addressIn(value: object): string | undefined {
  if (!('communeName' in value) || !('provinceName' in value)) return undefined;
  const street = 'street' in value ? value.street : '';
  return [street, value.communeName, value.provinceName].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
