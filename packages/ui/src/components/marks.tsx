// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { momentText } from '@motcua/i18n';
import { Icon } from '../icons.tsx';
import type { IconName } from '../icons.tsx';
import { dueLook, lookOf, wordOf } from '../status.ts';
import type { DueState, Reader, ShownStatus, Tone } from '../status.ts';
import { useWords } from '../words.ts';

/** A sign and a word on a ground. */
export function Tag({ tone, sign, children }: { readonly tone: Tone; readonly sign: IconName; readonly children: ReactNode }): ReactElement {
  return <span className={`tag ${tone}`}><Icon name={sign} size={16} />{children}</span>;
}

/** The state of a dossier; an officer may see the name of the step instead of the general word. */
export function StatusTag({ status, reader, step }: { readonly status: ShownStatus; readonly reader: Reader; readonly step?: string | null | undefined }): ReactElement {
  const t = useWords();
  const { tone, sign } = lookOf[status];
  return <Tag tone={tone} sign={sign}>{step ?? t(wordOf(status, reader))}</Tag>;
}

/** How the clock stands, in words: «Còn 2 ngày 3 giờ», «Quá hạn 1 ngày». The words come from the server's reckoning. */
export function DueText({ state, words }: { readonly state: DueState; readonly words: string }): ReactElement {
  const { look, sign } = dueLook[state];
  return <span className={`due ${look}`}>{sign !== null && <Icon name={sign} size={16} />}<span>{words}</span></span>;
}

/** A code of a dossier: may break only after a hyphen, never loses its tail. */
export function Code({ code }: { readonly code: string }): ReactElement {
  const parts = code.split('-');
  return (
    <span className="code">
      {parts.map((part, at) => <Fragment key={at}>{at > 0 && <>-<wbr /></>}{part}</Fragment>)}
    </span>
  );
}

/** A moment with hour and weekday, readable by machines. */
export function Moment({ at, children }: { readonly at: string; readonly children?: ReactNode }): ReactElement {
  return <time dateTime={at} className="num">{children ?? momentText(at)}</time>;
}

/** A degree of completion: «Đã xong 3 trong 6 bước» with its drawing. */
export function StepProgress({ done, total }: { readonly done: number; readonly total: number }): ReactElement {
  const t = useWords();
  const gap = total > 1 ? 280 / (total - 1) : 0;
  const steps = Array.from({ length: total }, (_, at) => at);
  return (
    <div className="stack stretch">
      <p className="strong">{t('progress.steps', { done, total })}</p>
      <div className="progress-steps" aria-hidden="true">
        <svg viewBox="0 0 300 20">
          {steps.slice(1).map((at) => <line key={at} className={at < done ? 'done' : ''} strokeWidth="2" x1={10 + (at - 1) * gap} x2={10 + at * gap} y1="10" y2="10" />)}
          {steps.map((at) => <circle key={at} className={at < done ? 'done' : 'todo'} cx={10 + at * gap} cy="10" r="6" strokeWidth="2" />)}
        </svg>
      </div>
    </div>
  );
}

export type TimelineEntry = { readonly id: string; readonly at: string; readonly title: ReactNode; readonly detail?: ReactNode; readonly state?: 'done' | 'current' | 'to-come' };

/** Who did what when, and what comes next; newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement {
  return (
    <ol className="timeline" role="list">
      {entries.map(({ id, at, title, detail, state }) => (
        <li key={id} className={state ?? 'done'}>
          <div>
            <p>{title}</p>
            {detail !== undefined && <div className="muted">{detail}</div>}
            <Moment at={at} />
          </div>
        </li>
      ))}
    </ol>
  );
}
