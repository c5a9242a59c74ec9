// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProcedureChecklist } from '@motcua/catalogue/contract';
import { Button, useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

const useChecklist = (procedure: string): ProcedureChecklist | undefined =>
  useQuery({ queryKey: ['checklist', procedure], enabled: procedure !== '', staleTime: 300_000, queryFn: () => ask(ProcedureChecklist, `/api/procedures/${encodeURIComponent(procedure)}/checklist`) }).data;

/** Lý do từ chối đã công bố cho thủ tục: each pressed is one more line, with its basis. */
export function KnownRefusals({ procedure, typed, onTake }: { readonly procedure: string; readonly typed: string; readonly onTake: (typed: string) => void }): ReactElement | null {
  const t = useWords();
  const reasons = useChecklist(procedure)?.refusalReasons ?? [];
  if (reasons.length === 0) return null;
  const lineOf = ({ text, basis }: { readonly text: string; readonly basis: string }): string => (basis === '' ? text : `${text} (${basis})`);
  const left = reasons.filter((reason) => !typed.includes(lineOf(reason)));
  return (
    <div role="group" aria-label={t('checklist.refusal')} className="stack">
      <p className="muted small">{t('checklist.take')}</p>
      <div className="row">{left.map((reason) => <Button key={reason.id} onPress={() => { onTake(typed.trim() === '' ? lineOf(reason) : `${typed.trimEnd()}\n${lineOf(reason)}`); }}>{reason.text}</Button>)}</div>
    </div>
  );
}

/** Điều cần xem của thủ tục, at one stage, paper by paper. */
export function ChecksToLook({ procedure, stage }: { readonly procedure: string; readonly stage: 'intake' | 'appraisal' }): ReactElement | null {
  const t = useWords();
  const checks = (useChecklist(procedure)?.checks ?? []).filter((check) => check.stage === stage);
  if (checks.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('checklist.look', { count: checks.length })}</summary>
      <ul className="text">{checks.map(({ id, text, paperName, basis }) => <li key={id}>{text}{paperName !== null && <><br /><span className="muted small">{paperName}</span></>}{basis !== '' && <><br /><span className="muted small">{basis}</span></>}</li>)}</ul>
    </details>
  );
}
