// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProcedureMovePreview, ProcedureMoves } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Asked, EmptyState, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { MovePreview } from './move-preview.tsx';

type Moved = ProcedureMoves['procedures'][number];
type Row = ProcedureMovePreview['dossiers'][number];

/** Thủ tục có bản mới: which dossiers are still solved under an older version of their procedure; previewed part by part, then moved one by one or all that may. */
export function ProcedureMovesSection({ chosen, onMoved }: { readonly chosen: string | null; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['procedure-moves'], queryFn: () => ask(ProcedureMoves, '/api/procedure-moves') });
  const procedure = list.data?.procedures.find(({ code }) => code === chosen);
  return (
    <>
      <Section id="thu-tuc" title={t('procedure-moves.title')}>
        <p className="muted">{t('procedure-moves.what')}</p>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ procedures }) => procedures.length === 0 ? <EmptyState><p>{t('procedure-moves.none')}</p></EmptyState> : (
            <ul className="lines" role="list">
              {procedures.map(({ code, name, newest, running }) => <li key={code}><a href={`/lam-viec/chuyen-ban?thu-tuc=${encodeURIComponent(code)}`}>{name}</a><br /><span className="muted">{t('moves.running', { count: running, newest })}</span></li>)}
            </ul>
          )}
        </Asked>
      </Section>
      {procedure !== undefined && <Preview key={procedure.code} procedure={procedure} onMoved={onMoved} />}
    </>
  );
}

function Preview({ procedure, onMoved }: { readonly procedure: Moved; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const preview = useQuery({ queryKey: ['procedure-moves', procedure.code], queryFn: () => ask(ProcedureMovePreview, '/api/procedure-moves/preview', { code: procedure.code, to: String(procedure.newest) }) });
  return (
    <MovePreview
      id="xem-truoc-thu-tuc" of={procedure} preview={preview} path="/api/procedure-moves" list="procedure-moves" words={{ moveAll: 'procedure-moves.move-all', reasonHint: 'procedure-moves.reason-hint' }} onMoved={onMoved}
      changes={{ title: t('procedure-moves.changes'), cell: (row) => <Changes row={row} /> }}
    />
  );
}

/** What changes for one dossier, and the day promised. */
function Changes({ row: { changes, owedAt, safe } }: { readonly row: Row }): ReactElement {
  const t = useWords();
  const day = (at: string | null): string => (at === null ? '–' : momentShort(at));
  return (
    <>
      {changes.length === 0 && <p className="small">{t('procedure-moves.no-change')}</p>}
      {changes.map(({ part, before, after }) => <p key={`${part} ${before} ${after}`} className="small"><strong>{t(`procedure-moves.part.${part}`)}</strong>: {before} → {after}</p>)}
      {safe && <p className="small">{owedAt.before === owedAt.after ? t('procedure-moves.day-stays', { day: day(owedAt.before) }) : t('procedure-moves.day-earlier', { before: day(owedAt.before), after: day(owedAt.after) })}</p>}
    </>
  );
}
