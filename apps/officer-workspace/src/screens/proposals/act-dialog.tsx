// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActAnswer, type ProposalView } from '@motcua/proposals/contract';
import { dayText, officeDayOf, readDay } from '@motcua/i18n';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, nowIso, send } from '@motcua/web-kit';
import { actWord } from './editors.ts';

export type ProposalAct = 'submission' | 'return' | 'withdrawal' | 'publication';

type Typed = { readonly note: string; readonly number: string; readonly date: string; readonly validFrom: string };
type Fault = { readonly field: string; readonly text: string };
type ActDialogProps = { readonly act: ProposalAct; readonly proposal: ProposalView; readonly revision: number; readonly onClose: () => void; readonly onDone: () => void };

const lastDay = '2099-12-31';

/** What the act needs, as the server takes it, or the fields still to fill. */
function bodyOf(act: ProposalAct, typed: Typed): { readonly body: object; readonly bad: readonly (keyof Typed)[] } {
  const [date, validFrom] = [readDay(typed.date, lastDay), readDay(typed.validFrom, lastDay)];
  if (act === 'publication') {
    return {
      body: { decision: { number: typed.number.trim(), date }, validFrom },
      bad: [...(typed.number.trim() === '' ? ['number'] as const : []), ...(date === undefined ? ['date'] as const : []), ...(validFrom === undefined ? ['validFrom'] as const : [])],
    };
  }
  if (act === 'submission') return { body: { note: typed.note.trim() === '' ? null : typed.note.trim() }, bad: [] };
  return { body: { note: typed.note.trim() }, bad: typed.note.trim().length < 3 ? ['note'] : [] };
}

/** Trình, trả lại, bỏ, công bố: what exactly happens, what it needs, then the act by its own name. */
export function ActDialog({ act, proposal, revision, onClose, onDone }: ActDialogProps): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  const [typed, setTyped] = useState<Typed>({ note: '', number: '', date: '', validFrom: dayText(officeDayOf(nowIso())) });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const press = useMutation({
    mutationFn: (body: object) => send(ActAnswer, { method: 'POST', path: `/api/proposals/${proposal.id}/${act}`, body: { ...body, clientKey, revision } }),
    onSuccess: onDone,
  });
  const failure = press.error === null ? null : failureOf(press.error);
  const wrong = [...faults, ...(failure === null ? [] : faultsOf(failure))];
  const of = (name: keyof Typed) => ({ name, label: t(`proposal.field.${name}`), value: typed[name], error: wrong.find(({ field }) => field === name || field === `decision.${name}`)?.text, onChange: (value: string) => { setTyped({ ...typed, [name]: value }); } });
  const go = (): void => {
    const { body, bad } = bodyOf(act, typed);
    setFaults(bad.map((field) => ({ field, text: t(`proposal.bad.${field}`) })));
    if (bad.length === 0 && !press.isPending) press.mutate(body);
  };
  return (
    <Dialog title={t(actWord(proposal.kind, act))} onClose={onClose}>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      <p>{t(proposal.kind === 'review' && act === 'publication' ? 'review.what.publication' : `proposal.what.${act}`, { title: proposal.title })}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
        <ErrorSummary faults={wrong} />
        {act === 'publication' ? (
          <>
            <TextField {...of('number')} width="code" />
            <DateField {...of('date')} />
            <DateField {...of('validFrom')} />
          </>
        ) : <TextArea {...of('note')} rows={3} optional={act === 'submission'} />}
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look={act === 'withdrawal' ? 'danger' : 'primary'} busy={press.isPending}>{t(actWord(proposal.kind, act))}</Button></div>
      </form>
    </Dialog>
  );
}
