// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, createContext, useContext } from 'react';
import type { Guide, Procedure } from '@motcua/catalogue/contract';
import { byCircumstance } from '@motcua/catalogue/contract';
import { t as words } from '@motcua/i18n';
import { CheckboxGroup, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { z } from 'zod';
import { type ItemEditing, type ItemFace, saidOf } from './item-list.tsx';

type Shape = z.infer<typeof Guide>;
type Question = Shape['questions'][number];
type Rule = Shape['papers'][number];

/** The questions a rule looks at and the procedure its papers are of. */
export const GuideSubject = createContext<{ readonly questions: readonly Question[]; readonly procedure: z.infer<typeof Procedure> | null }>({ questions: [], procedure: null });

const isFree = (cell: string | undefined): boolean => ['', '-'].includes((cell ?? '-').trim());

/** The choices a cell names; null when it says more than a list of them (then it is written as it is). */
function chosenIn(cell: string, { choices }: Question): readonly string[] | null {
  if (isFree(cell)) return [];
  const values = /^\s*"[^"]*"(?:\s*,\s*"[^"]*")*\s*$/u.test(cell) ? [...cell.matchAll(/"([^"]*)"/gu)].map(([, value = '']) => value) : null;
  return values !== null && values.every((value) => choices.some((choice) => choice.value === value)) ? values : null;
}

type CellProps = { readonly question: Question; readonly name: string; readonly cell: string; readonly error: string | undefined; readonly onChange: (cell: string) => void };

/** One cell: which answers the rule is for; none ticked means it does not look at the question. */
function Cell({ question, name, cell, error, onChange }: CellProps): ReactElement {
  const t = useWords();
  const chosen = chosenIn(cell, question);
  if (chosen === null) return <TextField name={name} label={question.label} hint={t('guide-editor.cell-hint')} value={cell} error={error} onChange={onChange} />;
  return <CheckboxGroup name={name} label={question.label} hint={t('guide-editor.none-ticked')} error={error} values={chosen} choices={question.choices} onChange={(values) => { onChange(values.length === 0 ? '-' : values.map((value) => `"${value}"`).join(',')); }} />;
}

/** Which answers a rule is for, question by question. */
export function RuleCells({ item, path, findings, onChange }: ItemEditing<Rule>): ReactElement {
  const { questions } = useContext(GuideSubject);
  return (
    <>
      {questions.map((question, at) => (
        <Cell key={question.id} question={question} name={`${path}.when.${String(at)}`} cell={item.when[at] ?? '-'} error={saidOf(findings, `${path}.when.${String(at)}`)} onChange={(cell) => { onChange({ when: questions.map((_, place) => (place === at ? cell : item.when[place] ?? '-')) }); }} />
      ))}
    </>
  );
}

const put = (item: Rule, at: number, value: string, count: number): Rule['then'] => Array.from({ length: count }, (_, place) => (place === at ? value : item.then[place] ?? ''));

function PaperRule(editing: ItemEditing<Rule>): ReactElement {
  const t = useWords();
  const { item, path, findings, onChange } = editing;
  const { procedure } = useContext(GuideSubject);
  const papers = (procedure?.papers ?? []).flatMap((group) => group.papers).map(({ code, name }) => ({ value: code ?? name, label: name.length > 120 ? `${name.slice(0, 120)}…` : name }));
  const known = [...new Map(papers.map((paper) => [paper.value, paper])).values()];
  const now = item.then[0] ?? '';
  return (
    <>
      <Select name={`${path}.then.0`} label={t('guide-editor.paper')} empty={t('guide-editor.choose')} value={now} error={saidOf(findings, `${path}.then.0`)} choices={known.some(({ value }) => value === now) || now === '' ? known : [{ value: now, label: now }, ...known]} onChange={(value) => { onChange({ then: put(item, 0, value, 2) }); }} />
      <TextArea name={`${path}.then.1`} label={t('guide-editor.why')} rows={2} value={item.then[1] ?? ''} error={saidOf(findings, `${path}.then.1`)} onChange={(value) => { onChange({ then: put(item, 1, value, 2) }); }} />
      <RuleCells {...editing} />
    </>
  );
}

function ConditionRule(editing: ItemEditing<Rule>): ReactElement {
  const t = useWords();
  const { item, path, findings, onChange } = editing;
  return (
    <>
      {(['guide-editor.condition', 'guide-editor.way-out', 'guide-editor.basis'] as const).map((label, at) => (
        <TextArea key={label} name={`${path}.then.${String(at)}`} label={t(label)} rows={2} optional={at === 2} value={item.then[at] ?? ''} error={saidOf(findings, `${path}.then.${String(at)}`)} onChange={(value) => { onChange({ then: put(item, at, value, 3) }); }} />
      ))}
      <RuleCells {...editing} />
    </>
  );
}

function CaseRule(editing: ItemEditing<Rule>): ReactElement {
  const t = useWords();
  const { item, path, findings, onChange } = editing;
  const { procedure } = useContext(GuideSubject);
  const cases = procedure === null ? [] : byCircumstance(procedure).only.map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <Select name={`${path}.then.0`} label={t('fees.circumstance')} empty={t('guide-editor.choose')} value={item.then[0] ?? ''} error={saidOf(findings, `${path}.then.0`)} choices={cases} onChange={(value) => { onChange({ then: put(item, 0, value, 2) }); }} />
      <TextField name={`${path}.then.1`} label={t('guide-editor.office')} hint={t('guide-editor.office-hint')} optional value={item.then[1] ?? ''} onChange={(value) => { onChange({ then: put(item, 1, value, 2) }); }} />
      <RuleCells {...editing} />
    </>
  );
}

const newKey = (): string => `r_${crypto.randomUUID().slice(0, 8)}`;
const cells = (rule: Rule): string => (rule.when.every(isFree) ? words('guide-editor.always') : rule.when.filter((cell) => !isFree(cell)).join(' · '));
const title = ({ then }: Rule): string => ((then[0] ?? '') === '' ? words('items.untitled') : then[0] ?? '');

/** A rule under its questions, said in words: which answers, then what. */
export function RuleAbout({ rule }: { readonly rule: Rule }): ReactElement {
  const { questions } = useContext(GuideSubject);
  const said = questions.flatMap((question, at) => {
    const cell = rule.when[at] ?? '-';
    const chosen = chosenIn(cell, question);
    if (isFree(cell)) return [];
    return [`${question.label} ${chosen === null ? cell : chosen.map((value) => question.choices.find((choice) => choice.value === value)?.label ?? value).join(' / ')}`];
  });
  return <>{said.length === 0 ? cells(rule) : said.join('; ')}{(rule.then[1] ?? '') !== '' && <><br />{rule.then[1]}</>}</>;
}

function PaperTitle({ rule }: { readonly rule: Rule }): ReactElement {
  const { procedure } = useContext(GuideSubject);
  const paper = (procedure?.papers ?? []).flatMap((group) => group.papers).find(({ code, name }) => code === rule.then[0] || name === rule.then[0]);
  return <>{paper?.name ?? title(rule)}</>;
}

const blank = (outputs: number) => (): Rule => ({ id: newKey(), when: [], then: Array.from({ length: outputs }, () => ''), note: null });

export const paperRuleFace: ItemFace<Rule> = { title: (rule) => <PaperTitle rule={rule} />, about: (rule) => <RuleAbout rule={rule} />, edit: (editing) => <PaperRule {...editing} />, blank: blank(2) };
export const conditionRuleFace: ItemFace<Rule> = { title, about: (rule) => <RuleAbout rule={rule} />, edit: (editing) => <ConditionRule {...editing} />, blank: blank(3) };
export const caseRuleFace: ItemFace<Rule> = { title, about: (rule) => <RuleAbout rule={rule} />, edit: (editing) => <CaseRule {...editing} />, blank: blank(2) };

function QuestionFields({ item, path, findings, onChange }: ItemEditing<Question>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name={`${path}.label`} label={t('guide-editor.question')} value={item.label} error={saidOf(findings, `${path}.label`)} onChange={(label) => { onChange({ label }); }} />
      <TextArea name={`${path}.choices`} label={t('guide-editor.choices')} hint={t('guide-editor.choices-hint')} rows={4} value={item.choices.map(({ label }) => label).join('\n')} error={saidOf(findings, `${path}.choices`)} onChange={(typed) => { onChange({ choices: choicesOf(typed, item.choices) }); }} />
      <TextArea name={`${path}.hint`} label={t('guide-editor.hint')} hint={t('guide-editor.hint-hint')} rows={2} optional value={item.hint ?? ''} onChange={(hint) => { onChange({ hint: hint === '' ? null : hint }); }} />
    </>
  );
}

/** Choices as they are typed, one a line: a line keeps its value while it stays in its place, so that rules go on meaning the same. */
function choicesOf(typed: string, before: Question['choices']): Question['choices'] {
  if (typed === '') return [];
  const taken = new Set<string>();
  return typed.split('\n').map((label, at) => {
    const kept = before.find((choice) => choice.label === label && !taken.has(choice.value))?.value ?? before[at]?.value;
    let value = kept === undefined || taken.has(kept) ? `c_${String(at + 1)}` : kept;
    while (taken.has(value)) value = `${value}_`;
    taken.add(value);
    return { value, label };
  });
}

export const questionFace: ItemFace<Question> = {
  title: ({ label }) => (label === '' ? words('items.untitled') : label), about: ({ choices }) => choices.map(({ label }) => label).join(' / '), edit: (editing) => <QuestionFields {...editing} />,
  blank: () => ({ id: `q_${crypto.randomUUID().slice(0, 8)}`, label: '', type: 'string', choices: [], hint: null }),
};
