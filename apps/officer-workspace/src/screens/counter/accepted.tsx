// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { ActDone } from '@motcua/dossiers/contract';
import { Code, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

const said = { 'refused': 'counter.refused', 'awaiting-intake-supplement': 'counter.asked' } as const;
const isSaid = (status: string): status is keyof typeof said => Object.hasOwn(said, status);

/** Accepted, asked to be completed, or refused: the code, the promise, and what can be printed now. */
export function Accepted({ done, name, hasOriginals }: { readonly done: ActDone; readonly name: string; readonly hasOriginals: boolean }): ReactElement {
  const t = useWords();
  return (
    <>
      <p className="strong">{t(isSaid(done.status) ? said[done.status] : 'counter.accepted', { name })} <a href={`/lam-viec/ho-so/${done.code}`}><Code code={done.code} /></a></p>
      {done.owedAt !== null && <p>{t('mine.owed', { at: momentText(done.owedAt) })}</p>}
      <p className="row">{done.papers.map((paper) => <a key={paper} href={`/api/dossiers/${done.code}/printed/${paper}`} target="_blank" rel="noreferrer">{t('act.print', { paper: t(`paper-name.${paper}`) })}</a>)}{done.status === 'accepted' && hasOriginals && <a href={`/api/dossiers/${done.code}/originals/labels`} target="_blank" rel="noreferrer">{t('original.labels')}</a>}</p>
    </>
  );
}
