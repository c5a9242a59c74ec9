// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DigitisingDuties } from '@motcua/dossiers/contract';
import type { PaperJudgement } from '@motcua/dossiers/contract';
import { useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';
import type { Intake } from './intake.ts';
import { Judging } from './judging.tsx';
import { ChecksToLook } from '../catalogue/known-reasons.tsx';

type PapersPaneProps = { readonly procedure: string; readonly isChosen: boolean; readonly papers: readonly PaperJudgement[]; readonly names: Readonly<Record<number, string>>; readonly reuse: Intake['reuse']; /** Numbers of papers the e-form is. */ readonly byForm: readonly number[]; readonly unseen: number; readonly onChange: (papers: readonly PaperJudgement[]) => void };

/** 3 Giấy tờ phải nộp: the papers of the chosen procedure, judged one by one. */
export function PapersPane({ procedure, isChosen, papers, names, reuse, byForm, unseen, onChange }: PapersPaneProps): ReactElement {
  const t = useWords();
  const duties = useQuery({ queryKey: ['digitising', procedure], enabled: isChosen && procedure !== '', queryFn: () => ask(DigitisingDuties, `/api/procedures/${encodeURIComponent(procedure)}/digitising`) }).data?.papers ?? [];
  return (
    <section aria-labelledby="quay-giay">
      <h2 id="quay-giay"><span>{t('counter.papers', { left: unseen, total: papers.length })}</span><span>{t('counter.papers-keys')}</span></h2>
      <ChecksToLook procedure={procedure} stage="intake" />
      {papers.length === 0 ? <p className="muted">{t(isChosen ? 'dossier.no-papers' : 'counter.choose-first')}</p> : <Judging papers={papers} names={names} byForm={byForm} fromVault={(reuse?.papers ?? []).map(({ paperNo }) => paperNo)} duties={duties} onChange={onChange} />}
    </section>
  );
}
