// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { HandOverSigned } from '@motcua/dossiers/contract';
import { Button, Dialog, Facts, MessageArea, useWords } from '@motcua/ui';
import { failureOf, failureWords } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { KeyFields, Waiting } from '../dossier/signing-key.tsx';
import type { KeyChoice } from '../dossier/signing-key.tsx';
import { useSigningSubmission } from '../dossier/signing-submission.ts';
import type { Note } from './notes.tsx';

type SignNoteProps = { readonly note: Note; readonly keys: KeyChoice | null; readonly onClose: () => void; readonly onSigned: (words: string) => void };

/** Ký phiếu bàn giao: by the side whose turn it is, with the key it chooses. The papers are handed over or received without it. */
export function SignNote({ note, keys, onClose, onSigned }: SignNoteProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const { id, number, fromName, toName, dossiers } = note;
  const { doIt, picked, pick, isPressed, waiting, said, ...submission } = useSigningSubmission({
    keys, answer: HandOverSigned, path: () => `/api/paper-hand-overs/${id}/signature`, elsewhere: () => `/api/paper-hand-overs/${id}/signing`, body: () => ({}),
    onDone: async () => { onSigned(t('papers.signed', { number })); await dossiersChanged(queries); },
  });
  if (waiting !== null) return <Waiting id={waiting} onClose={onClose} onSigned={submission.signed} onNot={submission.notSigned} />;
  return (
    <Dialog title={t('papers.sign-note', { number })} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submission.submit(); }}>
        <MessageArea tone="bad">{doIt.error === null ? said : failureWords(failureOf(doIt.error))}</MessageArea>
        <Facts facts={[{ term: t('papers.way'), value: t('papers.from-to', { from: fromName, to: toName }) }, { term: t('papers.dossiers'), value: String(dossiers) }]} />
        <p className="muted">{t('papers.sign-effect')}</p>
        <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={pick} />
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look="primary" busy={doIt.isPending}>{t('papers.sign')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
