// SPDX-License-Identifier: EUPL-1.2
import { momentText } from '@motcua/i18n';
import type { Translate } from '@motcua/i18n';
import { declaredFacts } from './declared-facts.ts';
import type { EformField } from './components/eform.tsx';

type Answers = Readonly<Record<string, unknown>>;
/** Answers that were filled in, with where each came from. */
export type Prefilled = Readonly<Record<string, { readonly value: unknown; readonly source: string }>>;
type Filled = { readonly answers: Record<string, unknown>; readonly prefilled: Record<string, { value: unknown; source: string }> };
/** Where a known answer comes from, as the server says it. */
type AnswerSource = { readonly kind: 'population'; readonly at: string } | { readonly kind: 'business'; readonly code: string; readonly at: string } | { readonly kind: 'vault'; readonly paper: string; readonly number: string } | { readonly kind: 'dossier'; readonly code: string; readonly day: string };
type Told = { readonly name: string; readonly value: unknown };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Where a known answer comes from, as the person reads it. */
export function answerSourceWords(source: AnswerSource, t: Translate): string {
  switch (source.kind) {
    case 'population': return t('eform.from-population', { at: momentText(source.at) });
    case 'business': return t('eform.from-business', { code: source.code, at: momentText(source.at) });
    case 'vault': return t('eform.from-vault', { paper: source.paper, number: source.number });
    case 'dossier': return t('eform.from-dossier', { dossier: source.code, day: source.day });
  }
}

/** The sources to show beside fields: those whose answer is still the one that was filled in. */
export function shownSources(prefilled: Prefilled | undefined, answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(prefilled ?? {}).filter(([name, { value }]) => same(answers[name], value)).map(([name, { source }]) => [name, source]));
}

const filledWith = (content: { readonly answers: Answers; readonly prefilled?: Prefilled | undefined }, known: readonly (Told & { readonly source: string })[]): Filled => ({
  answers: { ...content.answers, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) },
  prefilled: { ...content.prefilled, ...Object.fromEntries(known.map(({ name, value, source }) => [name, { value, source }])) },
});

/** Answers and sources with what is known put into the empty places; null when nothing is. */
export function withSources(content: { readonly answers: Answers; readonly prefilled?: Prefilled | undefined }, known: readonly (Told & { readonly source: string })[]): Filled | null {
  const fresh = known.filter(({ name }) => isEmpty(content.answers[name]) && content.prefilled?.[name] === undefined);
  return fresh.length === 0 ? null : filledWith(content, fresh);
}

/** Answers with one that was typed given up for what is known: the person said so. */
export const takenOver = (content: { readonly answers: Answers; readonly prefilled?: Prefilled | undefined }, known: Told & { readonly source: string }): Filled => filledWith(content, [known]);

/** A field in which something else stands than a register says. */
export type Difference = Told & { readonly label: string; readonly typed: string; readonly told: string };

/** The fields in which something else stands than what was told, in words; empty places do not differ. */
export function differencesOf<Known extends Told>(fields: readonly EformField[], { answers, known, t }: { readonly answers: Answers; readonly known: readonly Known[]; readonly t: Translate }): readonly (Known & Difference)[] {
  const words = { yes: t('answer.yes'), no: t('answer.no') };
  const shown = (field: EformField, value: unknown): string => {
    const [fact] = declaredFacts({ fields: [field], answers: { [field.name]: value }, words });
    return typeof fact?.value === 'string' ? fact.value : '';
  };
  return known.flatMap((one) => {
    const field = fields.find(({ name }) => name === one.name);
    if (field === undefined || isEmpty(answers[one.name])) return [];
    const [typed, told] = [shown(field, answers[one.name]), shown(field, one.value)];
    return typed.trim().toLocaleUpperCase('vi') === told.trim().toLocaleUpperCase('vi') ? [] : [{ ...one, label: field.label, typed, told }];
  });
}
