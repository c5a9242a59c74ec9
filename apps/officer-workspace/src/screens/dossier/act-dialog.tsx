// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ActDone, OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, MoneyField, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { KnownRefusals } from '../catalogue/known-reasons.tsx';
import { StepQuestions, answersTyped } from '../processes/step-questions.tsx';
import { actForms, actTitle } from './act-forms.ts';
import { elsewherePath, useActSubmission } from './act-submission.ts';
import type { ActField, FormedAct, Typed } from './act-forms.ts';
import { BackDateFields, backDateOf, now } from './back-date.tsx';
import { InitialNote } from './signing-circuit.tsx';
import { CopyAtHandOver } from './copies.tsx';
import { KeyFields, Waiting } from './signing-key.tsx';
import type { KeyChoice } from './signing-key.tsx';
import { LateCauseFields, causeGiven, isLate, noCause } from './late-cause.tsx';

type ActDialogProps = { readonly dossier: OfficerDossier; readonly act: FormedAct; readonly possible: PossibleAct; /** Keys to choose from; null: nothing to choose. */ readonly keys: KeyChoice | null; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** Acts that may have been done on paper before they are entered. */
const onPaper: ReadonlySet<string> = new Set(['pay', 'return']);

/** What the step itself asks, by its process. */
const questionsOf = ({ tasks }: OfficerDossier, act: FormedAct, { taskId }: PossibleAct) => (act === 'complete-step' ? tasks.find((task) => task.taskId === taskId)?.questions ?? [] : []);

/** What is sent beside the fields of the form, where the act has it. */
const besides = (act: FormedAct, { variables, lateCause, backDate }: { readonly variables: object | null; readonly lateCause: object | null; readonly backDate: ReturnType<typeof backDateOf> }): object =>
  ({ ...(variables === null ? {} : { variables }), ...(lateCause === null ? {} : { lateCause }), ...(onPaper.has(act) ? { backDate } : {}) });

/** Of papers issued again only the apology is signed. */
const choiceFor = (act: FormedAct, typed: Typed, keys: KeyChoice | null): KeyChoice | null => (act === 'reissue' && typed['paper'] !== 'extension' ? null : keys);

/** One act: what is asked for, what it does to the clock, and a button with its name. */
export function ActDialog({ dossier, act, possible, keys, onClose, onDone }: ActDialogProps): ReactElement {
  const t = useWords();
  const { fields: all, path, body, isEnding = false } = actForms[act];
  const fields = all.filter(({ askedOf }) => askedOf === undefined || askedOf(dossier));
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(fields.map(({ name, start }) => [name, start?.(dossier) ?? ''])));
  const [cause, setCause] = useState(noCause);
  const [earlier, setEarlier] = useState(now);
  const late = isLate(dossier, possible);
  const questions = questionsOf(dossier, act, possible);
  const [answers, setAnswers] = useState<Typed>({});
  const choice = choiceFor(act, typed, keys);
  const missing = fields.filter((field) => !isOptional(field, typed, dossier)).filter(({ name }) => (typed[name] ?? '').trim() === '');
  const { doIt, picked, pick, isPressed, waiting, said, ...submission } = useActSubmission({
    dossier, keys: choice, onDone, path: () => path(possible, typed), elsewhere: elsewherePath(act, possible),
    body: () => ({ ...body(typed, possible), ...besides(act, { variables: questions.length === 0 ? null : answersTyped(questions, answers), lateCause: late ? causeGiven(cause) : null, backDate: backDateOf(earlier) }) }),
  });
  const submit = (): void => { submission.submit(missing.length === 0 && !(late && cause.code === '')); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  const failure = doIt.error === null ? null : failureOf(doIt.error);
  if (waiting !== null) return <Waiting id={waiting} onClose={onClose} onSigned={submission.signed} onNot={submission.notSigned} />;
  return (
    <Dialog title={t(actTitle(act, dossier))} onClose={onClose}>
      <CopyAtHandOver dossier={dossier} act={act} />
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? said : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p className="muted">{t(`act-effect.${act}`)}</p>
        {act === 'complete-step' && <InitialNote dossier={dossier} />}
        <KeyFields keys={choice} picked={picked} isPressed={isPressed} onPick={pick} />
        {fields.map((field) => (
          <FormField
            key={field.name} field={field} isOptional={isOptional(field, typed, dossier)} dossier={dossier} possible={possible} value={typed[field.name] ?? ''}
            error={isPressed && missing.includes(field) ? t('act-field.missing', { name: t(field.label) }) : undefined}
            onChange={(value) => { setTyped({ ...typed, [field.name]: value }); }}
          />
        ))}
        {questions.length > 0 && <StepQuestions place="viec" questions={questions} typed={answers} onChange={setAnswers} />}
        {act === 'refuse' && <KnownRefusals procedure={dossier.procedure.code} typed={typed['reasons'] ?? ''} onTake={(reasons) => { setTyped({ ...typed, reasons }); }} />}
        {onPaper.has(act) && <BackDateFields earlier={earlier} onChange={setEarlier} />}
        {late && <LateCauseFields cause={cause} isPressed={isPressed} onChange={setCause} />}
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look={isEnding ? 'danger' : 'primary'} busy={doIt.isPending}>{t(actTitle(act, dossier))}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whether a field may be left empty, with what is typed so far. */
const isOptional = ({ optional = false }: ActField, typed: Typed, dossier: OfficerDossier): boolean => (typeof optional === 'boolean' ? optional : optional(typed, dossier));

type FormFieldProps = { readonly field: ActField; readonly isOptional: boolean; readonly dossier: OfficerDossier; readonly possible: PossibleAct; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void };

function FormField({ field, isOptional: optional, dossier, possible, value, error, onChange }: FormFieldProps): ReactElement {
  const t = useWords();
  const shown = { name: `viec-${field.name}`, label: t(field.label), optional, hint: field.hint === undefined ? undefined : t(field.hint), error, value, onChange };
  switch (field.kind) {
    case 'long': case 'lines': return <TextArea {...shown} />;
    case 'money': return <MoneyField {...shown} />;
    case 'number': return <TextField {...shown} width="num" typing={{ inputMode: 'numeric' }} />;
    case 'day': return <DateField {...shown} />;
    case 'moment': return <TextField {...shown} width="id" typing={{ type: 'datetime-local' }} />;
    case 'text': return <TextField {...shown} />;
    case 'choice': {
      const words = Object.entries((typeof field.words === 'function' ? field.words(dossier) : field.words) ?? {}).map(([choice, word]) => ({ value: choice, label: t(word) }));
      return field.source === 'agencies' ? <AgencySelect {...shown} /> : <Select {...shown} empty="" choices={[...field.choices?.(dossier, possible) ?? [], ...words]} />;
    }
  }
}

function AgencySelect(shown: Omit<Parameters<typeof Select>[0], 'choices' | 'empty'>): ReactElement {
  const agencies = useAgencies().data?.agencies ?? [];
  return <Select {...shown} empty="" choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} />;
}
