// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import type { IconName } from '../icons.tsx';
import { useWords } from '../words.ts';
import { fieldId } from './fields.tsx';

export type FieldFault = { readonly field: string; readonly text: string };

/** All faults at once, each a link to its field. Takes focus when it appears. */
export function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }): ReactElement | null {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (faults.length > 0) box.current?.focus(); }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('errors.left', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${fieldId(field)}`} onClick={(event) => { event.preventDefault(); document.getElementById(fieldId(field))?.focus(); }}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export type MessageTone = 'good' | 'warning' | 'bad' | 'plain';
const signs: Readonly<Record<MessageTone, IconName>> = { good: 'circle-check', warning: 'triangle-alert', bad: 'circle-x', plain: 'info' };

/** A sentence that stays: what happened, why, what to do next. */
export function Message({ tone = 'plain', children }: { readonly tone?: MessageTone; readonly children: ReactNode }): ReactElement {
  return <div className={`message ${tone}`}><Icon name={signs[tone]} /><div className="grow">{children}</div></div>;
}

/** The one place for results of acts: stays until dismissed or replaced, spoken politely, focused after an error. */
export function MessageArea({ tone = 'plain', children, onDismiss }: {
  readonly tone?: MessageTone; readonly children: ReactNode; readonly onDismiss?: () => void;
}): ReactElement {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const shown = children !== null && children !== undefined && children !== '';
  useEffect(() => { if (shown && tone === 'bad') box.current?.focus(); }, [shown, tone, children]);
  return (
    <div role="status" id="ket-qua" tabIndex={-1} ref={box}>
      {shown && (
        <div className={`message ${tone}`}>
          <Icon name={signs[tone]} />
          <div className="grow">{children}</div>
          {onDismiss !== undefined && <button type="button" className="link-button" aria-label={t('act.dismiss')} title={t('act.dismiss')} onClick={onDismiss}><Icon name="x" /></button>}
        </div>
      )}
    </div>
  );
}

/** Nothing yet, nothing found, or all done: a sentence and the one useful act. */
export function EmptyState({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="empty">{children}</div>;
}

/** The grey shape of what is coming. */
export function Skeleton({ lines = 5, label }: { readonly lines?: number; readonly label: string }): ReactElement {
  return (
    <div role="status">
      <span className="hidden-visually">{label}</span>
      <div className="skeleton" aria-hidden="true">{Array.from({ length: lines }, (_, at) => <span key={at} />)}</div>
    </div>
  );
}
