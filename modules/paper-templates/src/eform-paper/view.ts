// SPDX-License-Identifier: EUPL-1.2
import { type Answers, type EformDefinition, type Field, answerWords, visibleSections } from '@motcua/eforms';

/** A question on paper: a line to write on, several, boxes to tick, or a table for a list. */
export type PaperQuestion =
  | { readonly kind: 'line' | 'lines'; readonly label: string; readonly hint: string; readonly value: string }
  | { readonly kind: 'boxes'; readonly label: string; readonly hint: string; readonly boxes: readonly { readonly label: string; readonly ticked: boolean }[] }
  | { readonly kind: 'table'; readonly label: string; readonly hint: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** An e-form as a paper: every question, also those a screen would show only sometimes. */
export type EformPaper = {
  readonly title: string; readonly mark: string; readonly foot: string; /** Whom it goes to; empty: a line to write on. */ readonly to: string; /** Who filled it in, below the words of its end; empty: a place to sign. */ readonly signer: string; readonly end: string;
  readonly sections: readonly { readonly title: string; readonly hint: string; readonly questions: readonly PaperQuestion[] }[];
};

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);
const emptyRows = 3;

function tableOf(field: Field, answer: unknown, said: { readonly label: string; readonly hint: string }): PaperQuestion {
  const inner = field.fields ?? [];
  const entries = Array.isArray(answer) ? answer.filter(isRecord) : [];
  const filled = entries.map((entry) => inner.map((one) => answerWords(one, entry[one.name])));
  const open = Array.from({ length: Math.max(0, emptyRows - filled.length) }, () => inner.map(() => ''));
  return { kind: 'table', ...said, columns: inner.map(({ label }) => label), rows: [...filled, ...open] };
}

function whenShown({ visibleWhen }: Field, fields: readonly Field[]): string {
  if (visibleWhen === undefined || !('is' in visibleWhen)) return visibleWhen === undefined ? '' : 'Chỉ ghi khi có.';
  const asked = fields.find(({ name }) => name === visibleWhen.field);
  const answer = asked?.options?.find(({ value }) => value === visibleWhen.is)?.label ?? (visibleWhen.is === true ? 'có' : String(visibleWhen.is));
  return asked === undefined ? 'Chỉ ghi khi có.' : `Chỉ ghi khi «${asked.label}» là «${answer}».`;
}

type Asked = { readonly field: Field; readonly before: Field | undefined; readonly fields: readonly Field[]; readonly answers: Answers };

function questionOf({ field, before, fields, answers }: Asked): PaperQuestion {
  const answer = answers[field.name];
  // Said once for questions that hang on the same answer.
  const when = whenShown(field, fields);
  const said = { label: field.label, hint: [field.hint ?? '', before !== undefined && whenShown(before, fields) === when ? '' : when].filter((text) => text !== '').join(' ') };
  const chosen = Array.isArray(answer) ? answer : [answer];
  switch (field.control) {
    case 'choice': case 'multi-choice': return { kind: 'boxes', ...said, boxes: (field.options ?? []).map(({ value, label }) => ({ label, ticked: chosen.includes(value) })) };
    case 'checkbox': return { kind: 'boxes', label: '', hint: said.hint, boxes: [{ label: field.label, ticked: answer === true }] };
    case 'repeat': return tableOf(field, answer, said);
    case 'textarea': return { kind: 'lines', ...said, value: answerWords(field, answer) };
    case 'text': case 'date': case 'number': case 'money': case 'address': case 'person': case 'organisation': case 'personal-id': case 'phone': case 'email':
      return { kind: 'line', ...said, value: answerWords(field, answer) };
  }
}

/** An e-form laid out for paper. @param answers - of a filled sample; null: blank */
export function eformPaper({ key, version, title, display }: EformDefinition, answers: Answers | null): EformPaper {
  const fields = display.sections.flatMap((section) => section.fields);
  return {
    title, mark: answers === null ? '' : 'MẪU', foot: `Tờ khai ${key}, bản ${String(version)}`, to: '', signer: answers === null ? '' : 'Nguyễn Văn Mẫu', end: '',
    sections: display.sections.map((section) => ({ title: section.title, hint: section.hint ?? '', questions: section.fields.map((field, at) => questionOf({ field, before: section.fields[at - 1], fields, answers: answers ?? {} })) })),
  };
}

/** An e-form somebody filled in: to whom, who he is, of which dossier, since when. */
export type FilledEform = { readonly answers: Answers; readonly to: string; readonly signer: string; readonly end: string; readonly foot: string };

/** An e-form as it was filled in: the questions that were asked, with their answers. */
export function filledPaper(definition: EformDefinition, { answers, to, signer, end, foot }: FilledEform): EformPaper {
  const sections = visibleSections(definition, answers).filter(({ fields }) => fields.length > 0);
  return {
    title: definition.title, mark: '', to, signer, end, foot: `Tờ khai ${definition.key}, bản ${String(definition.version)}. ${foot}`,
    sections: sections.map(({ title, fields, answers: seen }) => ({ title, hint: '', questions: fields.map((field) => answeredQuestion(field, seen)) })),
  };
}

/** A question with its answer alone: what a blank form says to who fills it in is left out. */
function answeredQuestion({ hint: _, visibleWhen: __, ...field }: Field, answers: Answers): PaperQuestion {
  const question = questionOf({ field, before: undefined, fields: [], answers });
  if (question.kind === 'table') return { ...question, rows: question.rows.filter((row) => row.some((cell) => cell !== '')) };
  return (question.kind === 'line' || question.kind === 'lines') && question.value === '' ? { ...question, value: '–' } : question;
}
