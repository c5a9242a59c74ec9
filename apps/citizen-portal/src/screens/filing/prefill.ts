// SPDX-License-Identifier: EUPL-1.2
import { normaliseAnswers, validateAnswers } from '@motcua/eforms/contract';
import type { Answers, EformDefinition, Field } from '@motcua/eforms/contract';

const prefix = 'dien.';
const longest = 500;
const most = 60;
/** Kinds of fields a text in an address can answer. */
const textual: ReadonlySet<Field['control']> = new Set(['text', 'textarea', 'number', 'money', 'date', 'choice', 'personal-id', 'phone', 'email']);

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
