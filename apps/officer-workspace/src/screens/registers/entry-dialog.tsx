// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { readDay } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import { OfficerList } from '@motcua/organisation/contract';
import { Button, Checkbox, DateField, Dialog, ErrorSummary, MessageArea, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { Choice, FieldProps } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, sendOnly } from '@motcua/web-kit';
import { ProceduresField } from './procedures-field.tsx';

export type Typed = Readonly<Record<string, string>>;

/** Words the server gives. */
type Said = { readonly said: string };

/** A field of an entry; its name is the path the server tells faults by. */
export type EntryField = {
  readonly name: string; readonly label: MessageId | Said; readonly kind: 'text' | 'long' | 'day' | 'choice' | 'officer' | 'procedure' | 'procedures' | 'yes' | 'hour'; readonly optional?: boolean; readonly hint?: MessageId | Said;
  readonly choices?: readonly Choice[]; readonly start?: string;
  /** Field that holds the agency whose officers are offered. */
  readonly at?: string;
};

type EntryDialogProps = {
  readonly title: string; readonly act: MessageId; readonly fields: readonly EntryField[]; readonly path: string; readonly body: (typed: Typed) => unknown;
  readonly register: string; readonly isEnding?: boolean;
  /** What is not asked because the screen knows it. */
  readonly known?: Typed;
  /** What what is typed so far means, under the fields. */
  readonly beside?: (typed: Typed) => ReactNode; readonly onClose: () => void; readonly onDone: () => void;
};

/** What was typed, or null when nothing was. */
export const orNull = (typed: Typed, name: string): string | null => ((typed[name] ?? '').trim() === '' ? null : (typed[name] ?? '').trim());

/** A typed day as the server takes it; what is no day travels as typed and comes back as a fault. */
export const dayOf = (typed: Typed, name: string): string => readDay(typed[name] ?? '', '2099-12-31') ?? (typed[name] ?? '').trim();

/** Codes chosen in a field of procedures; null when none was: every procedure. */
export const codesOf = (typed: Typed, name: string): readonly string[] | null => ((typed[name] ?? '') === '' ? null : (typed[name] ?? '').split(' '));

/** One entry of a register: every field with its question, faults told at once, nothing lost. */
export function EntryDialog({ title, act, fields, path, body, register, isEnding = false, known = {}, beside, onClose, onDone }: EntryDialogProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(fields.map(({ name, start }) => [name, start ?? ''])));
  const [isPressed, setPressed] = useState(false);
  const missing = fields.filter(({ name, optional, kind }) => optional !== true && kind !== 'yes' && (typed[name] ?? '').trim() === '');
  const enter = useMutation({
    mutationFn: () => sendOnly({ method: 'POST', path, body: body(typed) }),
    onSuccess: async () => { onDone(); await Promise.all([register, 'signatories'].map((key) => queries.invalidateQueries({ queryKey: [key] }))); },
  });
  const failure = enter.error === null ? null : failureOf(enter.error);
  const told = failure === null ? [] : faultsOf(failure);
  const submit = (): void => { setPressed(true); if (missing.length === 0 && !enter.isPending) enter.mutate(); };
  return (
    <Dialog title={title} onClose={onClose} broad>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={told} />
        {fields.map((field) => (
          <OneField
            key={field.name} field={field} typed={{ ...known, ...typed }} onChange={(value) => { setTyped({ ...typed, [field.name]: value }); }}
            error={told.find((fault) => fault.field === field.name)?.text ?? (isPressed && missing.includes(field) ? t('act-field.missing', { name: saidBy(t, field.label) }) : undefined)}
          />
        ))}
        {beside?.(typed)}
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look={isEnding ? 'danger' : 'primary'} busy={enter.isPending}>{t(act)}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const saidBy = (t: ReturnType<typeof useWords>, words: MessageId | Said): string => (typeof words === 'string' ? t(words) : words.said);

type OneFieldProps = { readonly field: EntryField; readonly typed: Typed; readonly error: string | undefined; readonly onChange: (value: string) => void };

function OneField({ field, typed, error, onChange }: OneFieldProps): ReactElement {
  const t = useWords();
  const value = typed[field.name] ?? '';
  const shown = { name: field.name, label: saidBy(t, field.label), optional: field.optional ?? false, hint: field.hint === undefined ? undefined : saidBy(t, field.hint), error, value, onChange };
  switch (field.kind) {
    case 'long': return <TextArea {...shown} rows={2} />;
    case 'day': return <DateField {...shown} />;
    case 'hour': return <TextField {...shown} width="num" typing={{ inputMode: 'numeric', placeholder: '07:30' }} />;
    case 'text': return <TextField {...shown} />;
    case 'choice': return <Select {...shown} empty={t('choice.choose')} choices={field.choices ?? []} />;
    case 'officer': return <OfficerField shown={shown} agency={typed[field.at ?? 'agency'] ?? ''} />;
    case 'procedure': return <ProceduresField {...shown} single />;
    case 'procedures': return <ProceduresField {...shown} />;
    case 'yes': return <Checkbox name={field.name} label={shown.label} checked={value === 'yes'} onChange={(checked) => { onChange(checked ? 'yes' : ''); }} />;
  }
}

/** Who is posted at the agency chosen above. */
function OfficerField({ shown, agency }: { readonly shown: FieldProps; readonly agency: string }): ReactElement {
  const t = useWords();
  const officers = useQuery({ queryKey: ['officers', agency], enabled: agency !== '', queryFn: () => ask(OfficerList, '/api/officers', { agency }) });
  const choices = (officers.data?.officers ?? []).map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }));
  return <Select {...shown} hint={agency === '' ? t('register.agency-first') : shown.hint} empty={t('choice.choose')} choices={choices} />;
}
