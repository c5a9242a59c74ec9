// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { Tag, useWords } from '@motcua/ui';
import { shortName } from '@motcua/i18n';
import { feeOfLine, levelWords, onlineWords, timeWords } from './procedure-words.ts';
import type { ProcedureLine } from './props.ts';

/** One row per procedure: name, place, time, fee, how it can be filed. Words that were searched for are marked. */
export function ProcedureList({ procedures, searched = '' }: { readonly procedures: readonly ProcedureLine[]; readonly searched?: string }): ReactElement {
  const t = useWords();
  return (
    <ul className="lines" role="list">
      {procedures.map((procedure) => (
        <li key={procedure.code}>
          <h2 className="line-title"><a href={`/thu-tuc/${procedure.code}`}><Marked text={shortName(procedure.name)} searched={searched} /></a></h2>
          <p className="muted">{[levelWords(t, procedure.levels), timeWords(t, procedure.time), feeOfLine(t, procedure.fee), onlineWords(t, procedure.onlineLevel)].join(' · ')}</p>
          <p className="row small"><span className="code muted">{procedure.code}</span>{procedure.handledHere && <Tag tone="celadon" sign="file-check">{t('procedure.here')}</Tag>}</p>
        </li>
      ))}
    </ul>
  );
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐÐ]/gu, 'd').toLowerCase();

function Marked({ text, searched }: { readonly text: string; readonly searched: string }): ReactElement {
  const words = folded(searched).split(/\s+/u).filter((word) => word.length > 1);
  const parts = text.split(/(\s+)/u);
  return <>{parts.map((part, at) => words.some((word) => folded(part).includes(word)) ? <mark key={at}>{part}</mark> : <Fragment key={at}>{part}</Fragment>)}</>;
}
