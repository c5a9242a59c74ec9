// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { type DeadlineRulesView, type RuleChoice, RuleChoiceEffects, RuleChosen } from '@motcua/catalogue/contract';
import { dayText, readDay } from '@motcua/i18n';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { Effects } from './effects.tsx';

type Field = 'set' | 'procedure' | 'channel' | 'validFrom' | 'firstAppointment' | 'decision';
type Typed = Readonly<Record<Field, string>>;
type Fault = { readonly field: string; readonly text: string };
type ChooseProps = { readonly sets: DeadlineRulesView['sets']; readonly today: string; readonly onClose: () => void; readonly onDone: () => void };

const channels = ['counter', 'online', 'post'] as const;
const lastDay = '2099-12-31';

/** What was typed, read; faults name the field. The server says what contradicts. */
function readChoice(typed: Typed): { readonly choice: RuleChoice; readonly bad: readonly ('set' | 'validFrom' | 'firstAppointment' | 'decision')[] } {
  const day = readDay(typed.validFrom, lastDay);
  const first = typed.firstAppointment.trim();
  const isCount = /^[1-9]\d{0,3}$/u.test(first);
  return {
    choice: {
      set: typed.set, procedure: typed.procedure.trim() === '' ? null : typed.procedure.trim(), channel: channels.find((one) => one === typed.channel) ?? null,
      validFrom: day ?? '', firstAppointment: first === '' ? null : Number(first),
    },
    bad: [...(typed.set === '' ? ['set'] as const : []), ...(day === undefined ? ['validFrom'] as const : []), ...(first === '' || isCount ? [] : ['firstAppointment'] as const), ...(typed.decision.trim().length < 3 ? ['decision'] as const : [])],
  };
}

/** Chọn cách tính: filled in, then looked at with what it would change, then chosen. Nothing changes before the last press. */
export function ChooseDialog({ sets, today, onClose, onDone }: ChooseProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [typed, setTyped] = useState<Typed>({ set: '', procedure: '', channel: '', validFrom: dayText(today), firstAppointment: '', decision: '' });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [looked, setLooked] = useState<{ readonly choice: RuleChoice; readonly effects: RuleChoiceEffects } | null>(null);
  const preview = useMutation({
    mutationFn: async (choice: RuleChoice) => ({ choice, effects: await send(RuleChoiceEffects, { method: 'POST', path: '/api/deadline-rules/previews', body: choice }) }),
    onSuccess: setLooked,
  });
  const apply = useMutation({
    mutationFn: (choice: RuleChoice) => send(RuleChosen, { method: 'POST', path: '/api/deadline-rules/choices', body: { ...choice, clientKey, decision: typed.decision.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['deadline-rules'] });
      onDone();
    },
  });
  const error = apply.error ?? preview.error;
  const failure = error === null ? null : failureOf(error);
  const wrong = [...faults, ...(failure === null ? [] : faultsOf(failure))];
  const look = (): void => {
    const { choice, bad } = readChoice(typed);
    setFaults(bad.map((field) => ({ field, text: t(`rules.bad.${field}`) })));
    if (bad.length === 0 && !preview.isPending) preview.mutate(choice);
  };
  const of = (name: Field): { name: string; label: string; value: string; error: string | undefined; onChange: (value: string) => void } => ({
    name, label: t(`rules.field.${name}`), value: typed[name], error: wrong.find(({ field }) => field === name)?.text, onChange: (value) => { setTyped({ ...typed, [name]: value }); },
  });
  return (
    <Dialog title={t('rules.choose')} onClose={onClose} broad>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      {looked === null ? (
        <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); look(); }}>
          <ErrorSummary faults={wrong} />
          <Select {...of('set')} choices={sets.map(({ key, name }) => ({ value: key, label: name }))} empty={t('rules.field.set-empty')} />
          <TextField {...of('procedure')} hint={t('rules.field.procedure-hint')} optional />
          <Select {...of('channel')} choices={channels.map((one) => ({ value: one, label: t(`rules.channel.${one}`) }))} empty={t('rules.channel.all')} />
          <DateField {...of('validFrom')} />
          <TextField {...of('firstAppointment')} hint={t('rules.field.first-hint')} width="num" optional />
          <TextArea {...of('decision')} hint={t('rules.field.decision-hint')} rows={2} />
          <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={preview.isPending}>{t('rules.preview')}</Button></div>
        </form>
      ) : (
        <>
          <Effects effects={looked.effects} />
          <div className="row end">
            <Button onPress={() => { setLooked(null); apply.reset(); }}>{t('rules.back')}</Button>
            <Button look="primary" busy={apply.isPending} onPress={() => { if (!apply.isPending) apply.mutate(looked.choice); }}>{t('rules.apply', { day: dayText(looked.choice.validFrom) })}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
