// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { RuleChoiceEffects } from '@motcua/catalogue/contract';
import { momentShort, momentText } from '@motcua/i18n';
import { DataTable, useWords } from '@motcua/ui';

/** What a choice would change: how many procedures, and the day before and after for the commonest limits. */
export function Effects({ effects: { receivedAt, considered, procedures, ownRules, samples } }: { readonly effects: RuleChoiceEffects }): ReactElement {
  const t = useWords();
  const moment = (at: string | null): string => (at === null ? t('rules.effects.gap') : momentShort(at));
  return (
    <section aria-labelledby="anh-huong-cach-tinh">
      <h3 id="anh-huong-cach-tinh">{t('rules.effects')}</h3>
      <ul>
        <li><strong>{t('rules.effects.procedures', { count: procedures, of: considered })}</strong></li>
        {ownRules > 0 && <li>{t('rules.effects.own', { count: ownRules })}</li>}
        <li>{t('rules.effects.kept')}</li>
      </ul>
      {samples.length > 0 && (
        <DataTable
          caption={t('rules.effects.caption', { at: momentText(receivedAt) })} rows={samples} rowKey={({ limit, before, example }) => `${String(limit.value)} ${limit.unit} ${before ?? ''} ${example}`}
          columns={[
            { id: 'limit', title: t('rules.effects.limit'), isRowTitle: true, cell: ({ limit }) => t(`rules.limit.${limit.unit}`, { value: limit.value }) },
            { id: 'procedures', title: t('rules.effects.count'), cell: ({ procedures: many, example }) => <>{t('rules.effects.many', { count: many })}<br /><span className="muted small">{t('rules.effects.example', { name: example })}</span></> },
            { id: 'before', title: t('rules.effects.before'), figures: true, cell: ({ before }) => moment(before) },
            { id: 'after', title: t('rules.effects.after'), figures: true, cell: ({ after, firstAppointment }) => <>{moment(after)}{firstAppointment !== null && <><br /><span className="muted small">{t('rules.effects.first', { at: momentShort(firstAppointment) })}</span></>}</> },
          ]}
        />
      )}
    </section>
  );
}
