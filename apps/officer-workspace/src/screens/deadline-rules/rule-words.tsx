// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { DeadlineRulesView } from '@motcua/catalogue/contract';
import type { MessageId, Translate } from '@motcua/i18n';
import { numberText } from '@motcua/i18n';
import { useWords } from '@motcua/ui';

type Counting = DeadlineRulesView['sets'][number];
type Whom = Pick<DeadlineRulesView['rules'][number], 'procedure' | 'channel'>;

const channelWords: Readonly<Record<NonNullable<Whom['channel']>, MessageId>> = { counter: 'rules.channel.counter', online: 'rules.channel.online', post: 'rules.channel.post' };

/** «Mọi thủ tục, mọi cách nộp»: for whom a rule holds. */
export function whoWords(t: Translate, { procedure, channel }: Whom): string {
  return [procedure === null ? t('rules.all') : `${procedure.name} (${procedure.code})`, channel === null ? t('rules.channel.all') : t(channelWords[channel])].join(' · ');
}

/** What a way of counting says, each thing on a line of its own. */
function linesOf(t: Translate, rule: Omit<Counting, 'key' | 'name'>): readonly string[] {
  return [
    rule.mode === 'by-hour' ? t('rules.by-hour', { hours: numberText(rule.hoursPerDay) }) : t(rule.firstDayCounted ? 'rules.by-day-first' : 'rules.by-day'),
    t(`rules.start.${rule.start}`), t(`rules.supplement.${rule.onSupplement}`),
    rule.notCounted.length === 0 ? t('rules.all-counted') : t('rules.not-counted', { what: rule.notCounted.map((one) => t(`rules.not-counted.${one}`)).join(', ') }),
    ...(rule.cutoff === null ? [] : [t('rules.cutoff', { time: rule.cutoff })]),
    ...(rule.lastMinutes === 0 ? [] : [t('rules.last-minutes', { minutes: numberText(rule.lastMinutes) })]),
    ...(rule.countsFrom === null ? [] : [t('rules.counts-from', { time: rule.countsFrom })]),
    ...(rule.startElsewhere === 'solving-agency' ? [t('rules.start-elsewhere')] : []),
    ...(rule.startByPost === 'hand-over-record' ? [t('rules.start-by-post')] : []),
  ];
}

/** A way of counting in words, with what it rests on and what is not sure. */
export function RuleWords({ rule, name, firstAppointment }: { readonly rule: Omit<Counting, 'key' | 'name'>; readonly name: string | null; readonly firstAppointment: number | null }): ReactElement {
  const t = useWords();
  return (
    <>
      {name !== null && <strong>{name}</strong>}
      <ul>
        {linesOf(t, rule).map((line) => <li key={line}>{line}</li>)}
        {firstAppointment !== null && <li>{t('rules.first-appointment', { count: firstAppointment })}</li>}
      </ul>
      <span className="muted small">{t('rules.basis', { basis: rule.basis })}{rule.unsure !== null && ` ${rule.unsure}`}</span>
    </>
  );
}
