// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { NationalDecided } from '@motcua/catalogue/contract';
import { dayText, readDay } from '@motcua/i18n';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import type { z } from 'zod';

export type DecisionAct = 'approval' | 'rejection';
type Typed = { readonly validFrom: string; readonly number: string; readonly date: string; readonly reason: string };
type Field = keyof Typed;

type DecideDialogProps = {
  readonly act: DecisionAct; readonly path: string; readonly codes: readonly string[]; readonly today: string; readonly isGone: boolean;
  /** Something chosen is published on no decision of its own. */
  readonly needsDecision: boolean;
  readonly onClose: () => void; readonly onDone: (results: z.infer<typeof NationalDecided>['results']) => void;
};

const lastDay = '2099-12-31';

/** What the act needs, as the server takes it, or the fields still to fill. */
function bodyOf({ act, needsDecision }: Pick<DecideDialogProps, 'act' | 'needsDecision'>, typed: Typed): { readonly body: object; readonly bad: readonly Field[] } {
  if (act === 'rejection') return { body: { reason: typed.reason.trim() }, bad: typed.reason.trim().length < 3 ? ['reason'] : [] };
  const [validFrom, date, number] = [readDay(typed.validFrom, lastDay), readDay(typed.date, lastDay), typed.number.trim()];
  return {
    body: { validFrom, decision: needsDecision ? { number, date } : null },
    bad: [...(validFrom === undefined ? ['validFrom' as const] : []), ...(needsDecision && number === '' ? ['number' as const] : []), ...(needsDecision && date === undefined ? ['date' as const] : [])],
  };
}

/** Duyệt hoặc từ chối: what exactly happens to how many procedures, what it needs, then the act by its own name. */
export function DecideDialog({ act, path, codes, today, isGone, needsDecision, onClose, onDone }: DecideDialogProps): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  const [typed, setTyped] = useState<Typed>({ validFrom: dayText(today), number: '', date: '', reason: '' });
  const [faults, setFaults] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const press = useMutation({
    mutationFn: (body: object) => send(NationalDecided, { method: 'POST', path: `${path}/${act}`, body: { ...body, clientKey, codes } }),
    onSuccess: ({ results }) => { onDone(results); },
  });
  const failure = press.error === null ? null : failureOf(press.error);
  const wrong = [...faults, ...(failure === null ? [] : faultsOf(failure))];
  const of = (name: Field) => ({ name, label: t(`national.field.${name}`), value: typed[name], error: wrong.find(({ field }) => field === name || field === `decision.${name}`)?.text, onChange: (value: string) => { setTyped({ ...typed, [name]: value }); } });
  const name = act === 'approval' && isGone ? 'abolition' : act;
  const go = (): void => {
    const { body, bad } = bodyOf({ act, needsDecision }, typed);
    setFaults(bad.map((field) => ({ field, text: t(`national.bad.${field}`) })));
    if (bad.length === 0 && !press.isPending) press.mutate(body);
  };
  return (
    <Dialog title={t(`national.act.${name}`)} onClose={onClose}>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      <p>{t(`national.what.${name}`, { count: codes.length })}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
        <ErrorSummary faults={wrong} />
        {act === 'rejection' ? <TextArea {...of('reason')} rows={3} /> : (
          <>
            <DateField {...of('validFrom')} />
            {needsDecision && !isGone && <p className="muted">{t('national.decision-needed')}</p>}
            {needsDecision && <><TextField {...of('number')} width="code" /><DateField {...of('date')} /></>}
          </>
        )}
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={press.isPending}>{t(`national.act.${name}`)}</Button></div>
      </form>
    </Dialog>
  );
}
