// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { LineDone } from '@motcua/back-files/contract';
import type { BackFileCells, BackFileLine } from '@motcua/back-files/contract';
import { Button, Checkbox, Dialog, ErrorSummary, MessageArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, send } from '@motcua/web-kit';

const cellNames = ['owner', 'ownerName', 'kind', 'number', 'issuedOn', 'validUntil', 'issuer', 'oldCode'] as const;
const mayBeEmpty: ReadonlySet<string> = new Set(['validUntil', 'issuer', 'oldCode']);

type Props = { readonly id: string; readonly line: BackFileLine; readonly onClose: () => void; readonly onDone: (words: string) => void };

/** Bỏ dòng ra: with its reason. */
function Aside({ id, line: { no }, onClose, onDone }: Props): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const put = useMutation({
    mutationFn: () => send(LineDone, { method: 'POST', path: `/api/back-files/${id}/lines/${String(no)}/aside`, body: { reason } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['back-files'] }); onDone(t('back-file.aside-done', { no })); onClose(); },
  });
  const fault = put.error === null ? undefined : faultsOf(failureOf(put.error))[0]?.text ?? failureWords(failureOf(put.error));
  return (
    <details>
      <summary>{t('back-file.aside')}</summary>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!put.isPending) put.mutate(); }}>
        <TextField name="reason" label={t('back-file.aside-reason')} value={reason} error={fault} onChange={setReason} />
        <p><Button type="submit" busy={put.isPending}>{t('back-file.aside-do')}</Button></p>
      </form>
    </details>
  );
}

/** Sửa một dòng: each cell as it is written, with what is wrong with it. */
export function LineDialog(props: Props): ReactElement {
  const { id, line, onClose, onDone } = props;
  const t = useWords();
  const queries = useQueryClient();
  const [cells, setCells] = useState<BackFileCells>({ ...line.cells, bearsNotes: line.bearsNotes ? 'có' : '' });
  const mend = useMutation({
    mutationFn: () => send(LineDone, { method: 'PUT', path: `/api/back-files/${id}/lines/${String(line.no)}`, body: { version: line.version, cells } }),
    onSuccess: async ({ no }) => { await queries.invalidateQueries({ queryKey: ['back-files'] }); onDone(t('back-file.mended', { no })); onClose(); },
  });
  const told = mend.error === null ? line.faults.map(({ field, text }) => ({ field: `cells.${field}`, label: t(`back-file.cell.${field}`), text })) : faultsOf(failureOf(mend.error));
  return (
    <Dialog title={t('back-file.mend-title', { no: line.no })} onClose={onClose} broad>
      <p className="muted small">{t('back-file.row', { row: line.row })}</p>
      {mend.error !== null && <ErrorSummary faults={told} />}
      <MessageArea tone="bad">{mend.error === null || told.length > 0 ? '' : failureWords(failureOf(mend.error))}</MessageArea>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!mend.isPending) mend.mutate(); }}>
        {cellNames.map((name) => (
          <TextField key={name} name={`cells.${name}`} label={t(`back-file.cell.${name}`)} value={cells[name]} optional={mayBeEmpty.has(name)} error={told.find(({ field }) => field === `cells.${name}`)?.text} onChange={(text) => { setCells({ ...cells, [name]: text }); }} />
        ))}
        <Checkbox name="cells.bearsNotes" label={t('digitise.bears-notes')} checked={cells.bearsNotes !== ''} onChange={(checked) => { setCells({ ...cells, bearsNotes: checked ? 'có' : '' }); }} />
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look="primary" busy={mend.isPending}>{t('back-file.mend-do')}</Button>
        </div>
      </form>
      <Aside {...props} />
    </Dialog>
  );
}
