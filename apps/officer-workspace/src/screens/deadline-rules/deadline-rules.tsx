// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DeadlineRulesView } from '@motcua/catalogue/contract';
import { dayText, momentShort } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { ChooseDialog } from './choose-dialog.tsx';
import { RuleWords, whoWords } from './rule-words.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type DatedRule = DeadlineRulesView['rules'][number];

const useRules = () => useQuery({ queryKey: ['deadline-rules'], queryFn: () => ask(DeadlineRulesView, '/api/deadline-rules') });

/** Cách tính thời hạn: which way of counting holds for whom from when, choosing another with its effects looked at first, and who chose. */
export function DeadlineRules(): ReactElement {
  const t = useWords();
  const rules = useRules();
  useTitle(t('work.title', { list: t('rules.title') }));
  return (
    <Page title={t('rules.title')}>
      <p>{t('rules.intro')}</p>
      <Asked answer={rules} loading={t('rules.loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => <Rules known={known} />}
      </Asked>
    </Page>
  );
}

function Rules({ known }: { readonly known: DeadlineRulesView }): ReactElement {
  const t = useWords();
  const [isChoosing, setIsChoosing] = useState(false);
  const [leaving, setLeaving] = useState<DatedRule | null>(null);
  const [said, setSaid] = useState('');
  const { sets, rules, log, today, mayChoose } = known;
  return (
    <>
      <MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>
      {mayChoose && <p><Button look="primary" onPress={() => { setIsChoosing(true); }}>{t('rules.choose')}</Button></p>}
      <Section id="dang-dung" title={t('rules.dated')}>
        <DataTable
          caption={t('rules.dated-caption')} rows={rules} rowKey={({ id }) => String(id)}
          columns={[
            { id: 'from', title: t('rules.from'), isRowTitle: true, cell: ({ validFrom }) => <>{dayText(validFrom)}{validFrom > today && <><br /><span className="muted small">{t('rules.upcoming')}</span></>}</> },
            { id: 'who', title: t('rules.for'), cell: ({ procedure, channel }) => whoWords(t, { procedure, channel }) },
            { id: 'how', title: t('rules.how'), cell: (rule) => <RuleWords rule={rule} name={rule.setName ?? t('rules.own')} firstAppointment={rule.firstAppointment} /> },
            { id: 'act', title: t('rules.withdraw'), cell: (rule) => (rule.mayWithdraw ? <Button onPress={() => { setLeaving(rule); }}>{t('rules.withdraw')}<span className="hidden-visually"> {rule.setName} {dayText(rule.validFrom)}</span></Button> : '') },
          ]}
        />
      </Section>
      <Section id="bo-co-san" title={t('rules.sets')}>
        <DataTable
          caption={t('rules.sets-caption')} rows={sets} rowKey={({ key }) => key}
          columns={[
            { id: 'name', title: t('rules.set'), isRowTitle: true, cell: ({ name }) => name },
            { id: 'how', title: t('rules.how'), cell: (set) => <RuleWords rule={set} name={null} firstAppointment={null} /> },
          ]}
        />
      </Section>
      <Section id="nhat-ky" title={t('rules.log')}>
        {log.length === 0 ? <EmptyState><p>{t('rules.log-none')}</p></EmptyState> : (
          <DataTable
            caption={t('rules.log-caption')} rows={log} rowKey={({ id }) => id}
            columns={[
              { id: 'at', title: t('rules.log-at'), isRowTitle: true, cell: ({ at }) => momentShort(at) },
              { id: 'by', title: t('rules.log-by'), cell: ({ by }) => by },
              { id: 'what', title: t('rules.log-what'), cell: ({ kind, setName, validFrom, procedure, channel }) => <>{t(`rules.kind.${kind}`, { set: setName, day: dayText(validFrom) })}<br /><span className="muted small">{whoWords(t, { procedure, channel })}</span></> },
              { id: 'why', title: t('rules.decision'), cell: ({ decision }) => decision },
            ]}
          />
        )}
      </Section>
      {isChoosing && <ChooseDialog sets={sets} today={today} onClose={() => { setIsChoosing(false); }} onDone={() => { setIsChoosing(false); setSaid(t('rules.chosen')); }} />}
      {leaving !== null && <WithdrawDialog rule={leaving} onClose={() => { setLeaving(null); }} onDone={() => { setLeaving(null); setSaid(t('rules.withdrawn')); }} />}
    </>
  );
}
