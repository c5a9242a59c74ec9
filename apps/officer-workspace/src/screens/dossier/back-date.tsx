// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { BackDate } from '@motcua/dossiers/contract';
import { TextArea, TextField, useWords } from '@motcua/ui';
import { useMe } from '../../api.ts';

/** An act done on paper earlier, while it is being entered; empty: done now. */
export type Earlier = { readonly at: string; readonly reason: string };

export const now: Earlier = { at: '', reason: '' };

/** What travels to the server; the browser's own field is read in office time. */
export const backDateOf = ({ at, reason }: Earlier): BackDate => (at === '' ? null : { at: `${at}:00+07:00`, reason: reason.trim() });

/** Việc đã làm trên giấy trước lúc này: closed unless needed, and shown only to those who answer for it. */
export function BackDateFields({ earlier, onChange }: { readonly earlier: Earlier; readonly onChange: (earlier: Earlier) => void }): ReactElement | null {
  const t = useWords();
  const me = useMe().data;
  if (me?.kind !== 'officer' || !me.acts.includes('dossier.back-date')) return null;
  return (
    <details className="more">
      <summary>{t('back-date.open')}</summary>
      <p className="muted small">{t('back-date.hint')}</p>
      <TextField name="backDate.at" label={t('back-date.at')} optional width="id" typing={{ type: 'datetime-local' }} value={earlier.at} onChange={(at) => { onChange({ ...earlier, at }); }} />
      <TextArea name="backDate.reason" label={t('back-date.reason')} optional={earlier.at === ''} value={earlier.reason} onChange={(reason) => { onChange({ ...earlier, reason }); }} />
    </details>
  );
}
