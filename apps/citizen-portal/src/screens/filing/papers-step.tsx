// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { FileList, Message, Upload, fieldId, useWords } from '@motcua/ui';
import { listText, momentText } from '@motcua/i18n';
import { DraftFile } from '@motcua/dossiers/contract';
import type { ReuseOffers } from '@motcua/dossiers/contract';
import { sendOnly } from '@motcua/web-kit';
import { accepted, useUploads } from '../uploads.ts';
import type { StepProps } from './filing.tsx';
import { useOwnUploads } from '../../api.ts';
import { FileAdvice, useSavedQuestion } from './file-advice.tsx';
import { HeldPaper } from './held-paper.tsx';
import { OwnPapers } from './own-papers.tsx';
import { papersOf } from './readiness.ts';
import { StepPage } from './step-page.tsx';

/** Giấy đã có từ tờ khai điện tử: nothing to upload, with the way to what was filled in. */
function FromForm({ draftId }: { readonly draftId: string }): ReactElement {
  const t = useWords();
  return <Message tone="good"><p className="strong">{t('paper.by-form')}</p><p>{t('filing.by-form')} <a href={`/soan/${draftId}/to-khai`}>{t('filing.by-form-mend')}</a></p></Message>;
}

/** Giấy do cơ sở dữ liệu trả lời thay, and by which rule. */
function Answered({ answered }: { readonly answered: ReuseOffers['answered'][number] }): ReactElement {
  const t = useWords();
  return <Message tone="good"><p className="strong">{t('filing.answered')}</p><p>{t('paper.answered', { register: t(`register-name.${answered.register}`), at: momentText(answered.at) })}</p><p className="muted small">{t('filing.held-rule', { rule: answered.rule })}</p></Message>;
}

/** Bước 3: giấy tờ, only those of the published list. */
export function PapersStep({ draft, handle, start, files, setFiles, left, held }: StepProps): ReactElement {
  const t = useWords();
  const uploads = useUploads((paperNo) => `/api/drafts/${draft.id}/files?paperNo=${String(paperNo)}`, DraftFile, (kept) => { setFiles([...files, kept]); });
  const { content, save } = handle;
  const own = useOwnUploads(draft.id, save.kind === 'saved' ? [save.at, content.circumstance].join() : '').data?.papers ?? [];
  const asked = papersOf(content, start);
  const question = useSavedQuestion(handle);
  const agency = start.agencies.find(({ code }) => code === content.agency)?.name ?? t('filing.other-agency');
  const take = (paperNo: number, entry: string, isTaken: boolean): void => {
    const others = (content.reuse ?? []).filter((one) => one.paperNo !== paperNo);
    handle.change({ reuse: isTaken ? [...others, { paperNo, entry }] : others });
  };
  const remove = (id: string): void => {
    void sendOnly({ method: 'DELETE', path: `/api/drafts/${draft.id}/files/${id}` }).then(() => { setFiles(files.filter((file) => file.id !== id)); });
  };
  return (
    <StepPage title={t('filing.step.giay-to')} draftId={draft.id} places={left['giay-to']} next={`/soan/${draft.id}/nhan`}>
      {(faults) => (asked.length === 0 ? <p className="text">{t(start.circumstances.length > 0 && content.circumstance === null ? 'filing.papers-choose' : 'dossier.no-papers')}</p> : (
        <ol className="stack wide" role="list">
          {asked.map(({ no, name, byForm }) => {
            const kept = files.filter(({ paperNo }) => paperNo === no).map(({ id, name: fileName, size }) => ({ id, name: fileName, bytes: size, state: { kind: 'kept' as const } }));
            const offer = held?.offers.find(({ paperNo }) => paperNo === no);
            const answered = held?.answered.find(({ paperNo }) => paperNo === no);
            const isTaken = offer !== undefined && (content.reuse ?? []).some(({ paperNo, entry }) => paperNo === no && entry === offer.entry);
            const asksFile = !isTaken && !byForm;
            const fault = faults[`giay-${String(no)}`];
            return (
              <li key={no} id={`giay-${String(no)}`} tabIndex={-1} className="card stretch">
                <h2 className="line-title">{listText(name)}</h2>
                {fault !== undefined && <p className="problem" id={`${fieldId(`giay-${String(no)}`)}-loi`}>{fault}</p>}
                {offer !== undefined && held !== undefined && <HeldPaper offer={offer} rule={held.rule} agency={agency} isTaken={isTaken} onTake={(taken) => { take(no, offer.entry, taken); }} />}
                {answered !== undefined && <Answered answered={answered} />}
                {byForm && kept.length === 0 && <FromForm draftId={draft.id} />}
                {kept.length > 0 && <FileList files={kept} onRemove={remove} />}
                {kept.map((file) => <FileAdvice key={file.id} of={`/api/drafts/${draft.id}/files/${file.id}`} question={question} name={file.name} />)}
                <FileList files={uploads.filesOf(no)} onRetry={uploads.retry} onForget={uploads.forget} />
                {asksFile && <OwnPapers key={own.length} draftId={draft.id} paperNo={no} papers={own} onKept={(file) => { setFiles([...files, file]); }} />}
                {asksFile && <Upload name={`giay-${String(no)}`} label={t('upload.choose')} hint={t('upload.hint')} accept={accepted} onFiles={(chosen) => { uploads.add(no, chosen); }} />}
              </li>
            );
          })}
        </ol>
      ))}
    </StepPage>
  );
}
