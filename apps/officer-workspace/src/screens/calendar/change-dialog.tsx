// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { CalendarChanged, CalendarEffects } from '@motcua/dossiers/contract';
import type { CalendarChange } from '@motcua/deadlines/contract';
import { Button, Dialog, ErrorSummary, MessageArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { ChangeFields, fieldWords } from './change-fields.tsx';
import { Effects } from './effects.tsx';
import { type FormKind, type Hours, type Typed, readChange, shiftsText, weekdays } from './shifts.ts';

/** A change to be typed in, or one that needs no more than its reason, as taking a day back. */
export type Begun = { readonly kind: FormKind } | { readonly kind: 'ready'; readonly title: string; readonly change: (decision: string) => CalendarChange };

type DialogProps = { readonly agency: string; readonly begun: Begun; readonly hours: Hours | undefined; readonly onClose: () => void; readonly onDone: (effects: CalendarEffects) => void };

const typedAtFirst = (hours: Hours | undefined): Typed => ({
  as: 'mon', cutoff: hours?.cutoff ?? '', ...Object.fromEntries(weekdays.map((weekday) => [weekday, hours === undefined ? '' : shiftsText(hours.shifts[weekday])])),
});

/** Đổi lịch: filled in, then looked at with what it would do to open dossiers, then done. Nothing changes before the last press. */
export function ChangeDialog({ agency, begun, hours, onClose, onDone }: DialogProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [outageId] = useState(newClientKey);
  const [typed, setTyped] = useState<Typed>(() => typedAtFirst(hours));
  const [faults, setFaults] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const [looked, setLooked] = useState<{ readonly change: CalendarChange; readonly effects: CalendarEffects } | null>(null);
  const preview = useMutation({
    mutationFn: async (change: CalendarChange) => ({ change, effects: await send(CalendarEffects, { method: 'POST', path: '/api/calendar/previews', body: { agency, change } }) }),
    onSuccess: setLooked,
  });
  const apply = useMutation({
    mutationFn: (change: CalendarChange) => send(CalendarChanged, { method: 'POST', path: '/api/calendar/changes', body: { clientKey, agency, change } }),
    onSuccess: async ({ effects }) => {
      onDone(effects);
      await queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
  const error = apply.error ?? preview.error;
  const failure = error === null ? null : failureOf(error);
  const look = (): void => {
    const read = begun.kind === 'ready' ? readReady(begun.change, typed) : readChange(begun.kind, typed, outageId);
    if ('faults' in read) { setFaults(read.faults.map(({ field, text }) => ({ field, text: t(text, { name: fieldWords(t, field) }) }))); return; }
    setFaults([]);
    if (!preview.isPending) preview.mutate(read.change);
  };
  return (
    <Dialog title={begun.kind === 'ready' ? begun.title : t(`calendar.kind.${begun.kind}`)} onClose={onClose} broad>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      {looked === null ? (
        <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); look(); }}>
          <ErrorSummary faults={[...faults, ...(failure === null ? [] : faultsOf(failure))]} />
          <ChangeFields kind={begun.kind} typed={typed} faults={faults} onType={(field, value) => { setTyped({ ...typed, [field]: value }); }} />
          <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={preview.isPending}>{t('calendar.preview')}</Button></div>
        </form>
      ) : (
        <>
          <Effects effects={looked.effects} />
          <div className="row end">
            <Button onPress={() => { setLooked(null); }}>{t('calendar.back')}</Button>
            <Button look="primary" busy={apply.isPending} onPress={() => { if (!apply.isPending) apply.mutate(looked.change); }}>{t('calendar.apply')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function readReady(change: (decision: string) => CalendarChange, typed: Typed): ReturnType<typeof readChange> {
  const decision = (typed['decision'] ?? '').trim();
  return decision.length < 3 ? { faults: [{ field: 'decision', text: 'calendar.form.bad' }] } : { change: change(decision) };
}
