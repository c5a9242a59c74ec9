// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Button, Dialog, ErrorSummary, MessageArea, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { BackDateFields, backDateOf, now } from './back-date.tsx';

type Props = { readonly dossier: OfficerDossier; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };
type Said = { readonly text: string; readonly originals: string; readonly copies: string };

const nothing: Said = { text: '', originals: '', copies: '' };
const most = 999;
/** A count as typed; null where it is none. */
const counted = (typed: string): number | null => {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/u.test(text) && Number(text) <= most ? Number(text) : null;
};

/** Nhận bổ sung tại quầy: what was asked for, item by item, with what was said to it and how many sheets were handed in. */
export function SupplementDialog({ dossier, onClose, onDone }: Props): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [said, setSaid] = useState<Readonly<Record<number, Said>>>({});
  const [note, setNote] = useState('');
  const [earlier, setEarlier] = useState(now);
  const [isPressed, setPressed] = useState(false);
  const items = dossier.supplement?.items ?? [];
  const given = items.map((_, at) => ({ no: at + 1, ...(said[at] ?? nothing) }));
  const unread = given.some(({ originals, copies }) => counted(originals) === null || counted(copies) === null);
  const doIt = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/supplements`, body: {
      clientKey, version: dossier.version, note: note.trim() === '' ? null : note.trim(), answers: null, backDate: backDateOf(earlier),
      ...(given.some(({ text }) => text.trim() !== '') ? { items: given.filter(({ text }) => text.trim() !== '').map(({ no, text }) => ({ no, text: text.trim() })) } : {}),
      sheets: given.map(({ no, originals, copies }) => ({ no, originals: counted(originals) ?? 0, copies: counted(copies) ?? 0 })).filter(({ originals, copies }) => originals + copies > 0),
    } }),
    onSuccess: async (done) => {
      onDone(done);
      await dossiersChanged(queries);
    },
  });
  const submit = (): void => { setPressed(true); if (!unread && !doIt.isPending) doIt.mutate(); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  const failure = doIt.error === null ? null : failureOf(doIt.error);
  const change = (at: number, changed: Partial<Said>): void => { setSaid({ ...said, [at]: { ...(said[at] ?? nothing), ...changed } }); };
  const wrong = (typed: string): string | undefined => (isPressed && counted(typed) === null ? t('supplement.count-wrong', { most }) : undefined);
  return (
    <Dialog title={t('act.supplement')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p className="muted">{t('act-effect.supplement')}{dossier.acceptedAt !== null && <> {t('supplement.kept')}</>}</p>
        {items.map(({ what, howToMend }, at) => {
          const { text, originals, copies } = said[at] ?? nothing;
          return (
            <fieldset key={at} className="stack wide">
              <legend className="strong">{t('supplement.item', { at: at + 1, what })}</legend>
              <p className="muted">{howToMend}</p>
              <div className="row">
                <TextField name={`sheets.${String(at)}.originals`} label={t('judge.originals')} optional width="num" typing={{ inputMode: 'numeric' }} value={originals} error={wrong(originals)} onChange={(value) => { change(at, { originals: value }); }} />
                <TextField name={`sheets.${String(at)}.copies`} label={t('judge.copies')} optional width="num" typing={{ inputMode: 'numeric' }} value={copies} error={wrong(copies)} onChange={(value) => { change(at, { copies: value }); }} />
              </div>
              <TextField name={`items.${String(at)}.text`} label={t('supplement.said')} optional value={text} onChange={(value) => { change(at, { text: value }); }} />
            </fieldset>
          );
        })}
        <TextArea name="note" label={t('act-field.note')} optional rows={2} value={note} onChange={setNote} />
        <BackDateFields earlier={earlier} onChange={setEarlier} />
        <div className="row end"><span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span><Button type="submit" look="primary" busy={doIt.isPending}>{t('act.supplement')}</Button></div>
      </form>
    </Dialog>
  );
}
