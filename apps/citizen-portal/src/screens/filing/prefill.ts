// SPDX-License-Identifier: EUPL-1.2
import { normaliseAnswers, validateAnswers } from '@motcua/eforms/contract';
import type { Answers, EformDefinition, Field } from '@motcua/eforms/contract';
import type { AnswerSource, DraftContent } from '@motcua/dossiers/contract';
import { momentText, type Translate } from '@motcua/i18n';

type Prefilled = NonNullable<DraftContent['prefilled']>;

const prefix = 'dien.';
const longest = 500;
const most = 60;
/** Kinds of fields a text in an address can answer. */
const textual: ReadonlySet<Field['control']> = new Set(['text', 'textarea', 'number', 'money', 'date', 'choice', 'personal-id', 'phone', 'email']);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What another site proposes for the fields of a form, and who it says it is; a value that is too long, of no field or not an answer is left out. */
export function proposedByLink(query: URLSearchParams, form: EformDefinition): { readonly from: string; readonly answers: Answers } {
  const fields = new Map(form.display.sections.flatMap((section) => section.fields).filter(({ control, computed }) => textual.has(control) && computed === undefined).map((field) => [field.name, field]));
  const taken = [...query].filter(([key, value]) => key.startsWith(prefix) && fields.has(key.slice(prefix.length)) && value.trim() !== '' && value.length <= longest).slice(0, most);
  const answers = taken.flatMap(([key, value]) => {
    const name = key.slice(prefix.length);
    const clean = normaliseAnswers(form, { [name]: value });
    return clean[name] === undefined || validateAnswers(form, clean).some(({ path }) => path === name) ? [] : [[name, clean[name]] as const];
  });
  return { from: (query.get('nguon') ?? '').replace(/[^\p{L}\p{N} .-]/gu, '').trim().slice(0, 80), answers: Object.fromEntries(answers) };
}

/** Where a known answer comes from, as the person reads it. */
export function answerSourceWords(source: AnswerSource, t: Translate): string {
  switch (source.kind) {
    case 'population': return t('eform.from-population', { at: momentText(source.at) });
    case 'vault': return t('eform.from-vault', { paper: source.paper, number: source.number });
    case 'dossier': return t('eform.from-dossier', { dossier: source.code, day: source.day });
  }
}

/** The sources to show beside fields: those whose answer is still the one that was filled in. */
export function shownSources(prefilled: Prefilled | undefined, answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(prefilled ?? {}).filter(([name, { value }]) => same(answers[name], value)).map(([name, { source }]) => [name, source]));
}

/** Answers and sources with what is known put into the empty places; null when nothing is. */
export function withSources(content: Pick<DraftContent, 'answers' | 'prefilled'>, known: readonly { readonly name: string; readonly value: unknown; readonly source: string }[]): Pick<DraftContent, 'answers' | 'prefilled'> | null {
  const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
  const fresh = known.filter(({ name }) => isEmpty(content.answers[name]) && content.prefilled?.[name] === undefined);
  if (fresh.length === 0) return null;
  return {
    answers: { ...content.answers, ...Object.fromEntries(fresh.map(({ name, value }) => [name, value])) },
    prefilled: { ...content.prefilled, ...Object.fromEntries(fresh.map(({ name, value, source }) => [name, { value, source }])) },
  };
}
