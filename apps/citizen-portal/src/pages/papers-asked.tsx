// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Section, useWords } from '@motcua/ui';
import { listText } from '@motcua/i18n';
import type { Translate } from '@motcua/i18n';
import { byCircumstance } from '@motcua/catalogue/contract';
import type { Paper, ProcedureRecord } from './props.ts';

const mostGroups = 3;
const mostPapers = 30;

/** Giấy tờ phải nộp. Many circumstances or papers: what all share stands here, the rest folds away and is asked for in «Tôi cần giấy gì?». */
export function PapersAsked({ procedure }: { readonly procedure: ProcedureRecord }): ReactElement {
  const t = useWords();
  const { always, only, remarks } = byCircumstance(procedure);
  const count = [...always, ...only].reduce((sum, { papers }) => sum + papers.length, 0);
  const isLong = only.length > 0 && (only.length > mostGroups || count > mostPapers);
  return (
    <Section id="giay-to" title={t('procedure.papers', { count })}>
      {count === 0 && <p>{t('unpublished')}</p>}
      {only.length > 1 && <p><a href={`/thu-tuc/${procedure.code}/can-gi`}>{t('procedure.papers-ask', { count: only.length })}</a></p>}
      {always.map((group, at) => <Group key={at} title={group.name ?? (only.length > 0 ? t('procedure.papers-shared') : null)} papers={group.papers} isFolded={false} />)}
      {only.map((group, at) => <Group key={at} title={group.name} papers={group.papers} isFolded={isLong} />)}
      <Remarks remarks={remarks} />
    </Section>
  );
}

function Group({ title, papers, isFolded }: { readonly title: string | null; readonly papers: readonly Paper[]; readonly isFolded: boolean }): ReactElement {
  if (isFolded) return <details className="more"><summary>{title} ({papers.length})</summary><PaperList papers={papers} /></details>;
  return <div className="stack stretch">{title !== null && <h3>{title}</h3>}<PaperList papers={papers} /></div>;
}

/** What was published beside the papers: folded, because it is long and seldom needed. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }): ReactElement | null {
  const t = useWords();
  if (remarks.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('procedure.remarks')}</summary>
      <ul className="text">{remarks.map((text, at) => <li key={at} className="pre">{text}</li>)}</ul>
    </details>
  );
}

/** Papers one under another: how many, original or copy, and when they are needed. */
export function PaperList({ papers }: { readonly papers: readonly Paper[] }): ReactElement {
  const t = useWords();
  return (
    <ol className="lines text" role="list">
      {papers.map((paper, at) => (
        <li key={at}>
          <p className="pre">{listText(paper.name)}</p>
          <p className="muted">
            {[countOfPaper(t, paper), paper.eForm ? t('paper.eform') : '', paper.resultOfOther === null ? '' : t('paper.result-of-other')].filter((said) => said !== '').join(' · ')}
          </p>
          {paper.forms.length > 0 && <p className="muted small">{t('paper.forms', { names: paper.forms.join('; ') })}</p>}
        </li>
      ))}
    </ol>
  );
}

/** «1 bản chính, 2 bản sao» */
export function countOfPaper(t: Translate, { originals, copies }: Pick<Paper, 'originals' | 'copies'>): string {
  const said = [originals > 0 ? t('paper.originals', { count: originals }) : '', copies > 0 ? t('paper.copies', { count: copies }) : ''].filter((text) => text !== '');
  return said.length === 0 ? t('paper.no-count') : said.join(', ');
}
