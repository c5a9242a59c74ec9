// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { PaperJudgement } from '@motcua/dossiers/contract';
import { useWords } from '@motcua/ui';
import { Judging } from './judging.tsx';
import { ChecksToLook } from '../catalogue/known-reasons.tsx';

type PapersPaneProps = { readonly procedure: string; readonly isChosen: boolean; readonly papers: readonly PaperJudgement[]; readonly names: Readonly<Record<number, string>>; readonly fromVault: readonly number[]; readonly unseen: number; readonly onChange: (papers: readonly PaperJudgement[]) => void };

/** 3 Giấy tờ phải nộp: the papers of the chosen procedure, judged one by one. */
export function PapersPane({ procedure, isChosen, papers, names, fromVault, unseen, onChange }: PapersPaneProps): ReactElement {
  const t = useWords();
  return (
    <section aria-labelledby="quay-giay">
      <h2 id="quay-giay"><span>{t('counter.papers', { left: unseen, total: papers.length })}</span><span>{t('counter.papers-keys')}</span></h2>
      <ChecksToLook procedure={procedure} stage="intake" />
      {papers.length === 0 ? <p className="muted">{t(isChosen ? 'dossier.no-papers' : 'counter.choose-first')}</p> : <Judging papers={papers} names={names} fromVault={fromVault} onChange={onChange} />}
    </section>
  );
}
