// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { CalendarEffects } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Code, DataTable, useWords } from '@motcua/ui';

const shownAtOnce = 50;

/** What a change would do to the promises of open dossiers: counts first, then which. */
export function Effects({ effects }: { readonly effects: CalendarEffects }): ReactElement {
  const t = useWords();
  const { open, later, kept, stepsOnly, mended, gaps, affected } = effects;
  const shown = affected.slice(0, shownAtOnce);
  return (
    <section aria-labelledby="anh-huong">
      <h3 id="anh-huong">{t('calendar.effects')}</h3>
      <ul>
        <li>{t('calendar.effects.open', { count: open })}</li>
        <li><strong>{t('calendar.effects.later', { count: later })}</strong></li>
        {kept > 0 && <li>{t('calendar.effects.kept', { count: kept })}</li>}
        {stepsOnly > 0 && <li>{t('calendar.effects.steps', { count: stepsOnly })}</li>}
        {mended > 0 && <li>{t('calendar.effects.mended', { count: mended })}</li>}
        {gaps > 0 && <li>{t('calendar.effects.gaps', { count: gaps })}</li>}
        {later > 0 && <li>{t('calendar.effects.once')}</li>}
      </ul>
      {shown.length > 0 && (
        <DataTable
          caption={shown.length < later + kept ? `${t('calendar.effects.caption')}. ${t('calendar.effects.first', { shown: shown.length })}` : t('calendar.effects.caption')} rows={shown} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('calendar.effects.code'), isRowTitle: true, cell: ({ code }) => <Code code={code} /> },
            { id: 'agency', title: t('calendar.agency'), cell: ({ agencyName }) => agencyName },
            { id: 'before', title: t('calendar.effects.before'), figures: true, cell: ({ before }) => (before === null ? '' : momentShort(before)) },
            { id: 'after', title: t('calendar.effects.after'), figures: true, cell: ({ after, direction }) => (direction === 'kept' || after === null ? t('calendar.effects.kept-at') : momentShort(after)) },
          ]}
        />
      )}
    </section>
  );
}
