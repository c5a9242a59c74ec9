// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button, ErrorSummary, LinkButton, Page, useWords } from '@motcua/ui';
import { goTo } from '@motcua/web-kit';
import type { Place } from './readiness.ts';

type StepPageProps = {
  readonly title: string; readonly draftId: string; readonly places: readonly Place[]; readonly next: string;
  /** Draws the fields with what is wrong, by field; empty until «Tiếp tục» was pressed or a filled field was left. */
  readonly children: (faults: Readonly<Record<string, string>>, onLeave: (field: string) => void) => ReactNode;
};

/** One step: judged on leaving a filled field and on «Tiếp tục», never while typing; all faults at once. */
export function StepPage({ title, draftId, places, next, children }: StepPageProps): ReactElement {
  const t = useWords();
  const [isPressed, setPressed] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [summary, setSummary] = useState<readonly Place[]>([]);
  const shown = places.filter(({ field }) => isPressed || left.includes(field));
  const faults = Object.fromEntries(shown.map(({ field, text }) => [field, text]));
  const goOn = (): void => {
    if (places.length === 0) { goTo(next); scrollTo(0, 0); return; }
    setPressed(true);
    setSummary([...places]);
  };
  return (
    <Page title={title} before={<p><a href={`/soan/${draftId}`}>{t('filing.all-steps')}</a></p>} message={<ErrorSummary faults={summary} />}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); goOn(); }}>
        {children(faults, (field) => { setLeft((before) => before.includes(field) ? before : [...before, field]); })}
        <div className="row">
          <Button type="submit" look="primary">{t('act.continue')}</Button>
          <LinkButton look="quiet" href={`/soan/${draftId}`}>{t('filing.later')}</LinkButton>
        </div>
      </form>
    </Page>
  );
}
