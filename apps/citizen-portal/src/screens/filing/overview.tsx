// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Dialog, LinkButton, Page, Tag, useWords } from '@motcua/ui';
import { dayText, officeDayOf } from '@motcua/i18n';
import { goTo, sendOnly } from '@motcua/web-kit';
import { CoApplicantsSummary } from './co-applicants-step.tsx';
import type { StepProps } from './filing.tsx';
import { steps } from './readiness.ts';

/** The steps with what is left in each; any order, the last one when the others are done. */
export function Overview({ draft, left }: StepProps): ReactElement {
  const t = useWords();
  const next = steps.find((step) => left[step].length > 0);
  return (
    <Page title={draft.procedureName}>
      <ol className="task-list text" role="list">
        {steps.map((step, at) => (
          <li key={step}>
            <a href={`/soan/${draft.id}/${step}`}>{`${String(at + 1)}. ${t(`filing.step.${step}`)}`}</a>
            {left[step].length === 0 ? <Tag tone="leaf" sign="check">{t('filing.done')}</Tag> : <Tag tone="ink" sign="pencil">{t('filing.left', { count: left[step].length })}</Tag>}
          </li>
        ))}
        <li><a href={`/soan/${draft.id}/cung-dung-ten`}>{t('joint.title')}</a><CoApplicantsSummary id={draft.id} /></li>
        <li>
          <a href={`/soan/${draft.id}/kiem-tra`}>{`${String(steps.length + 1)}. ${t('filing.step.kiem-tra')}`}</a>
          {next !== undefined && <span className="muted">{t('filing.first-the-others')}</span>}
        </li>
      </ol>
      <div className="row">
        <LinkButton look="primary" href={`/soan/${draft.id}/${next ?? 'kiem-tra'}`}>{t('filing.go-on', { step: t(`filing.step.${next ?? 'kiem-tra'}`) })}</LinkButton>
        <LinkButton look="quiet" href="/ho-so">{t('filing.later')}</LinkButton>
        <Discard id={draft.id} name={draft.procedureName} files={draft.files.length} />
      </div>
      <p className="muted">{t('filing.kept-until', { day: dayText(officeDayOf(draft.keptUntil)) })}</p>
    </Page>
  );
}

function Discard({ id, name, files }: { readonly id: string; readonly name: string; readonly files: number }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const discard = async (): Promise<void> => {
    await sendOnly({ method: 'DELETE', path: `/api/drafts/${id}` });
    await queries.invalidateQueries({ queryKey: ['drafts'] });
    goTo('/ho-so');
  };
  return (
    <>
      <Button look="quiet" onPress={() => { setAsking(true); }}>{t('filing.discard')}</Button>
      {isAsking && (
        <Dialog title={t('filing.discard-title', { name })} onClose={() => { setAsking(false); }}>
          <p>{t('filing.discard-text', { count: files })}</p>
          <div className="row end">
            <span data-safe><Button onPress={() => { setAsking(false); }}>{t('ending.keep')}</Button></span>
            <Button look="danger" onPress={() => { void discard(); }}>{t('filing.discard')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
