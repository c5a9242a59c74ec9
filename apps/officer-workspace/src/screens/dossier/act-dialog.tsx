// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, MoneyField, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { KnownRefusals } from '../catalogue/known-reasons.tsx';
import { StepQuestions, answersTyped } from '../processes/step-questions.tsx';
import { actForms } from './act-forms.ts';
import type { ActField, FormedAct, Typed } from './act-forms.ts';
import { BackDateFields, backDateOf, now } from './back-date.tsx';
import { InitialNote } from './signing-circuit.tsx';
import { CopyAtHandOver } from './copies.tsx';
import { LateCauseFields, causeGiven, isLate, noCause } from './late-cause.tsx';

type ActDialogProps = { readonly dossier: OfficerDossier; readonly act: FormedAct; readonly possible: PossibleAct; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** Acts that may have been done on paper before they are entered. */
const onPaper: ReadonlySet<string> = new Set(['pay', 'return']);

/** One act: what is asked for, what it does to the clock, and a button with its name. */
export function ActDialog({ dossier, act, possible, onClose, onDone }: ActDialogProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const { fields: all, path, body, isEnding = false } = actForms[act];
  const fields = all.filter(({ askedOf }) => askedOf === undefined || askedOf(dossier));
  const [clientKey] = useState(newClientKey);
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(fields.map(({ name, start }) => [name, start?.(dossier) ?? ''])));
  const [isPressed, setPressed] = useState(false);
  const [cause, setCause] = useState(noCause);
  const [earlier, setEarlier] = useState(now);
  const late = isLate(dossier, possible);
  const questions = act === 'complete-step' ? dossier.tasks.find(({ taskId }) => taskId === possible.taskId)?.questions ?? [] : [];
  const [answers, setAnswers] = useState<Typed>({});
  const missing = fields.filter(({ name, optional }) => optional !== true && (typed[name] ?? '').trim() === '');
  const doIt = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/${path(possible, typed)}`, body: { clientKey, version: dossier.version, ...body(typed, possible), ...(questions.length === 0 ? {} : { variables: answersTyped(questions, answers) }), ...(late ? { lateCause: causeGiven(cause) } : {}), ...(onPaper.has(act) ? { backDate: backDateOf(earlier) } : {}) } }),
    onSuccess: async (done) => {
      onDone(done);
      await Promise.all(['dossier', 'work', 'work-counts', 'figures'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const submit = (): void => { setPressed(true); if (missing.length === 0 && (!late || cause.code !== '') && !doIt.isPending) doIt.mutate(); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  const failure = doIt.error === null ? null : failureOf(doIt.error);
  return (
    <Dialog title={t(`act.${act}`)} onClose={onClose}>
      <CopyAtHandOver dossier={dossier} act={act} />
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p className="muted">{t(`act-effect.${act}`)}</p>
        {act === 'complete-step' && <InitialNote dossier={dossier} />}
        {fields.map((field) => (
          <FormField
            key={field.name} field={field} dossier={dossier} possible={possible} value={typed[field.name] ?? ''}
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
          <Button type="submit" look={isEnding ? 'danger' : 'primary'} busy={doIt.isPending}>{t(`act.${act}`)}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type FormFieldProps = { readonly field: ActField; readonly dossier: OfficerDossier; readonly possible: PossibleAct; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void };

function FormField({ field, dossier, possible, value, error, onChange }: FormFieldProps): ReactElement {
  const t = useWords();
  const shown = { name: `viec-${field.name}`, label: t(field.label), optional: field.optional ?? false, hint: field.hint === undefined ? undefined : t(field.hint), error, value, onChange };
  switch (field.kind) {
    case 'long': case 'lines': return <TextArea {...shown} />;
    case 'money': return <MoneyField {...shown} />;
    case 'number': return <TextField {...shown} width="num" typing={{ inputMode: 'numeric' }} />;
    case 'day': return <DateField {...shown} />;
    case 'moment': return <TextField {...shown} width="id" typing={{ type: 'datetime-local' }} />;
    case 'text': return <TextField {...shown} />;
    case 'choice': {
      const words = Object.entries(field.words ?? {}).map(([choice, word]) => ({ value: choice, label: t(word) }));
      return field.source === 'agencies' ? <AgencySelect {...shown} /> : <Select {...shown} empty="" choices={[...field.choices?.(dossier, possible) ?? [], ...words]} />;
    }
  }
}

function AgencySelect(shown: Omit<Parameters<typeof Select>[0], 'choices' | 'empty'>): ReactElement {
  const agencies = useAgencies().data?.agencies ?? [];
  return <Select {...shown} empty="" choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} />;
}
