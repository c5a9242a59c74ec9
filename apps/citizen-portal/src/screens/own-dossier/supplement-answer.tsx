// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, ErrorSummary, FileList, MessageArea, Page, TextArea, Upload, fieldId, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { ActDone, DraftFile } from '@motcua/dossiers/contract';
import type { OwnDossier } from '@motcua/dossiers/contract';
import { failureOf, failureWords, faultsOf, goTo, newClientKey, send } from '@motcua/web-kit';
import { useWaitingFiles } from '../../api.ts';
import { FileAdvice } from '../filing/file-advice.tsx';
import { useKeptAnswer } from './kept-answer.ts';
import { accepted, useUploads } from '../uploads.ts';

/** Bổ sung hồ sơ: each thing that is missing with how to mend it and a place for the answer; sent once, all together. */
export function SupplementAnswer({ dossier }: { readonly dossier: OwnDossier }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const { typed: { note, said }, change, forget } = useKeptAnswer(`${dossier.code}:${dossier.supplement?.askedAt ?? ''}`);
  const waiting = useWaitingFiles(dossier.code).data?.files ?? [];
  const [clientKey] = useState(newClientKey);
  const uploads = useUploads((item) => `/api/my/dossiers/${dossier.code}/files?paperNo=0&item=${String(item)}`, DraftFile);
  const answer = useMutation({
    mutationFn: () => send(ActDone, {
      method: 'POST', path: `/api/my/dossiers/${dossier.code}/supplements`, body: { clientKey, version: dossier.version, note: note.trim() === '' ? null : note, answers: null, items: (dossier.supplement?.items ?? []).map((_, at) => ({ no: at + 1, text: (said[at + 1] ?? '').trim() === '' ? null : (said[at + 1] ?? '').trim() })) },
    }),
    onSuccess: async () => { forget(); await queries.invalidateQueries({ queryKey: ['my-dossiers'] }); goTo(`/ho-so/${dossier.code}`); },
  });
  const { supplement } = dossier;
  const failure = answer.error === null ? null : failureOf(answer.error);
  if (supplement === null) return <Page title={t('supplement.title')}><p>{t('supplement.nothing')}</p><a href={`/ho-so/${dossier.code}`}>{t('supplement.back')}</a></Page>;
  return (
    <Page
      title={t('supplement.title')}
      message={<><ErrorSummary faults={failure === null ? [] : faultsOf(failure)} /><MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea></>}
    >
      <p className="text">{supplement.answerBy === null ? supplement.reason : `${supplement.reason} ${t('supplement.by', { at: momentText(supplement.answerBy) })}`}</p>
      <p className="strong">{t('supplement.all')}</p>
      <ol className="stack wide text" role="list">
        {supplement.items.map(({ what, howToMend }, at) => (
          <li key={at} className="card stretch" id={fieldId(`items.${String(at)}`)} tabIndex={-1}>
            <h2>{t('supplement.item', { at: at + 1, what })}</h2>
            <p>{t('supplement.how', { how: howToMend })}</p>
            <FileList files={waiting.filter(({ item }) => item === at + 1).map(({ id, name, size }) => ({ id, name, bytes: size, state: { kind: 'kept' } }))} />
            <FileList files={uploads.filesOf(at + 1)} onRetry={uploads.retry} onForget={uploads.forget} />
            {[...waiting.filter(({ item }) => item === at + 1), ...uploads.keptOf(at + 1)].map(({ id, name }) => <FileAdvice key={id} of={`/api/my/dossiers/${dossier.code}/files/${id}`} name={name} />)}
            <Upload name={`giay-${String(at)}`} label={t('upload.choose')} hint={t('upload.hint')} accept={accepted} onFiles={(files) => { uploads.add(at + 1, files); }} />
            <TextArea name={`tra-loi-${String(at)}`} label={t('supplement.say', { at: at + 1 })} hint={t('supplement.say-hint')} optional rows={2} value={said[at + 1] ?? ''} onChange={(text) => { change({ said: { ...said, [at + 1]: text } }); }} />
          </li>
        ))}
      </ol>
      <form className="form" onSubmit={(event) => { event.preventDefault(); answer.mutate(); }}>
        <TextArea name="note" label={t('supplement.note')} optional value={note} onChange={(text) => { change({ note: text }); }} />
        <Button type="submit" look="primary" busy={answer.isPending || uploads.isBusy}>{t(uploads.isBusy ? 'upload.wait' : 'supplement.send')}</Button>
      </form>
    </Page>
  );
}
