// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Price } from '@motcua/catalogue/contract';
import { formAsSeen } from '@motcua/eforms/contract';
import { Button, ErrorSummary, Facts, FeeQuestions, MessageArea, Page, PriceLines, feeQuery, fieldId, noFeeAnswers, useWords } from '@motcua/ui';
import type { FeeAnswers } from '@motcua/ui';
import { Submitted } from '@motcua/dossiers/contract';
import type { Translate } from '@motcua/i18n';
import { ApiFailure, ask, failureOf, failureWords, faultsOf, goTo, newClientKey, send } from '@motcua/web-kit';
import { CoApplicantsSummary } from './co-applicants-step.tsx';
import { AdviceAgain, useSavedQuestion } from './file-advice.tsx';
import { rememberFiled } from './filed.tsx';
import type { StepProps } from './filing.tsx';
import { forgetLocal } from './local-copy.ts';
import { papersOf, steps } from './readiness.ts';
import type { Place, Step } from './readiness.ts';
import { signInAndReturn } from '../failure.tsx';

/** Bước 5: everything once more, each with «Sửa»; then one act that names itself. */
export function CheckAndFile({ draft, handle, start, form, files, left }: StepProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [summary, setSummary] = useState<readonly Place[]>([]);
  const places = steps.flatMap((step) => left[step]);
  const file = useMutation({
    mutationFn: async () => {
      const revision = await handle.flush();
      if (revision === null) throw new ApiFailure({ kind: 'offline' });
      return send(Submitted, { method: 'POST', path: `/api/drafts/${draft.id}/submission`, body: { clientKey, revision } });
    },
    onSuccess: async (filed) => {
      forgetLocal(draft.id);
      rememberFiled(draft.id, filed);
      await queries.invalidateQueries({ queryKey: ['my-dossiers'] });
      goTo(`/soan/${draft.id}/da-nop`, { replace: true });
    },
  });
  const failure = file.error === null ? null : failureOf(file.error);
  const { content } = handle;
  const change = (step: Step): ReactElement => <a href={`/soan/${draft.id}/${step}`}>{t('act.change')}<span className="hidden-visually"> {t(`filing.step.${step}`)}</span></a>;
  const soft = Object.keys(formAsSeen(form, content.answers).reminders).map((name) => ({ name, label: form.display.sections.flatMap(({ fields }) => fields).find((field) => field.name === name)?.label ?? name }));
  const asked = papersOf(content, start);
  const question = useSavedQuestion(handle);
  const agency = start.agencies.find(({ code }) => code === content.agency)?.name ?? t('filing.not-yet');
  return (
    <Page
      title={t('filing.step.kiem-tra')} before={<p><a href={`/soan/${draft.id}`}>{t('filing.all-steps')}</a></p>}
      message={(
        <>
          <ErrorSummary faults={failure === null ? summary : faultsOf(failure)} />
          <MessageArea tone="bad">{failure === null ? '' : failure.kind === 'signed-out' ? <>{failureWords(failure)} <a href={signInAndReturn()}>{t('act.sign-in-vneid')}</a></> : failureWords(failure)}</MessageArea>
        </>
      )}
    >
      <Facts
        facts={[
          { term: t('filing.procedure'), value: draft.procedureName },
          { term: t('filing.agency'), value: <span className="row">{agency} {change('nguoi')}</span> },
          { term: t('filing.step.nguoi'), value: <span className="row">{content.applicant?.name ?? t('filing.not-yet')} {change('nguoi')}</span> },
          { term: t('joint.title'), value: <span className="row"><CoApplicantsSummary id={draft.id} /> <a href={`/soan/${draft.id}/cung-dung-ten`}>{t('act.change')}<span className="hidden-visually"> {t('joint.title')}</span></a></span> },
          { term: t('filing.step.to-khai'), value: <span className="row">{left['to-khai'].length === 0 ? t('filing.done') : t('filing.left', { count: left['to-khai'].length })} {change('to-khai')}</span> },
          { term: t('filing.step.giay-to'), value: <span className="row">{filesSaid({ files, asked, t })} {change('giay-to')}</span> },
          { term: t('filing.step.nhan'), value: <span className="row">{content.returnWay === null ? t('filing.not-yet') : t(`return-way.${content.returnWay}`)} {change('nhan')}</span> },
          { term: t('procedure.time'), value: start.limit ?? t('unpublished') },
          { term: t('fees.payable'), value: <Payable procedure={draft.procedure} circumstance={content.circumstance} answers={content.fee ?? noFeeAnswers} onChange={({ units, claims, shipping }) => { handle.change({ fee: { units, claims: [...claims], shipping } }); }} /> },
        ]}
      />
      <form className="form" onSubmit={(event) => { event.preventDefault(); if (places.length > 0) setSummary([...places]); else file.mutate(); }}>
        {soft.length > 0 && <div className="message"><div className="grow"><p>{t('filing.soft-left', { count: soft.length })}</p><ul>{soft.map(({ name, label }) => <li key={name}><a href={`/soan/${draft.id}/to-khai#${fieldId(name)}`}>{label}</a></li>)}</ul></div></div>}
        <AdviceAgain draftId={draft.id} files={files} question={question} papers={asked} />
        <p className="text">{t('filing.promise')}</p>
        <Button type="submit" look="primary" busy={file.isPending}>{t(file.isPending ? 'filing.filing' : 'filing.file')}</Button>
      </form>
    </Page>
  );
}

/** How many files there are for how many papers, and how many papers the form is. */
function filesSaid({ files, asked, t }: { readonly files: StepProps['files']; readonly asked: ReturnType<typeof papersOf>; readonly t: Translate }): string {
  const byForm = asked.filter((paper) => paper.byForm && !files.some(({ paperNo }) => paperNo === paper.no)).length;
  const said = t('filing.files', { files: files.length, papers: asked.length - byForm });
  return byForm === 0 ? said : `${said} · ${t('filing.files-by-form', { count: byForm })}`;
}

/** Số tiền phải nộp khi nộp trực tuyến, line by line with its reason. */
function Payable({ procedure, circumstance, answers, onChange }: { readonly procedure: string; readonly circumstance: string | null; readonly answers: FeeAnswers; readonly onChange: (next: FeeAnswers) => void }): ReactElement {
  const t = useWords();
  const price = useQuery({ queryKey: ['price', procedure, circumstance, answers], placeholderData: keepPreviousData, queryFn: () => ask(Price, `/api/procedures/${encodeURIComponent(procedure)}/price`, { channel: 'ONLINE', circumstance: circumstance ?? undefined, ...feeQuery(answers) }) }).data;
  return price === undefined || price.lines.length === 0 ? <>{t('fee.unpublished')}</> : <div className="stack stretch"><FeeQuestions price={price} answers={answers} onChange={onChange} /><PriceLines price={price} /></div>;
}
