// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Cleansing, CleansingDecided } from '@motcua/back-files/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Button, DataTable, Dialog, EmptyState, ErrorSummary, MessageArea, Page, RadioGroup, Section, Select, TextArea, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, newClientKey, send, useTitle } from '@motcua/web-kit';

type Finding = Cleansing['findings'][number];

const keyOf = ({ kind, subject }: Finding): string => `${kind} ${subject}`;
const hasValues = ({ kind }: Finding): boolean => kind === 'names' || kind === 'two-vaults';

/** Kết luận: which value is right, both, or left as it is, with the ground. */
function Decide({ finding, onClose, onDone }: { readonly finding: Finding; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [choice, setChoice] = useState(hasValues(finding) ? '' : 'left');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () => send(CleansingDecided, { method: 'POST', path: '/api/cleansing/decisions', body: { clientKey, kind: finding.kind, subject: finding.subject, choice, value: choice === 'one-right' ? value : null, reason } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['cleansing'] }); onDone(); },
  });
  const faults = decide.error === null ? [] : faultsOf(failureOf(decide.error));
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.text;
  return (
    <Dialog title={t('cleansing.decide')} onClose={onClose} broad>
      <p className="strong">{finding.title}</p>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{decide.error === null || faults.length > 0 ? '' : failureWords(failureOf(decide.error))}</MessageArea>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!decide.isPending) decide.mutate(); }}>
        {hasValues(finding) && <RadioGroup name="choice" label={t('cleansing.choice')} value={choice} error={fault('choice')} choices={(['one-right', 'both-right', 'left'] as const).map((one) => ({ value: one, label: t(`cleansing.choice.${one}`) }))} onChange={setChoice} />}
        {choice === 'one-right' && <Select name="value" label={t('cleansing.right')} empty="" value={value} error={fault('value')} choices={finding.values.map((one) => ({ value: one.value, label: one.value }))} onChange={setValue} />}
        <TextArea name="reason" label={t('cleansing.reason')} hint={t('cleansing.reason-hint')} value={reason} error={fault('reason')} onChange={setReason} />
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look="primary" busy={decide.isPending}>{t('cleansing.decide')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** One thing that contradicts itself: every value with where it stands. */
function One({ finding, onDecide }: { readonly finding: Finding; readonly onDecide: () => void }): ReactElement {
  const t = useWords();
  return (
    <li className="stack">
      <h3>{finding.title}</h3>
      {finding.agencies.length > 0 && <p className="muted small">{finding.agencies.join(' · ')}</p>}
      <ul className="lines" role="list">
        {finding.values.map(({ value, ownerName, places }) => (
          <li key={value}>
            <p><strong>{value}</strong>{ownerName !== '' && ownerName !== value && ` · ${ownerName}`}</p>
            <p className="small">{places.map(({ what, text, href }, at) => <span key={`${what}${text}`}>{at > 0 && ' · '}{t(`cleansing.place.${what}`)} {href === null ? <span className="num">{text}</span> : <a className="num" href={href}>{text}</a>}</span>)}</p>
          </li>
        ))}
      </ul>
      {finding.mayDecide && <p><Button label={t('cleansing.decide-one', { what: finding.title })} onPress={onDecide}>{t('cleansing.decide')}</Button></p>}
    </li>
  );
}

/** Làm sạch dữ liệu: what contradicts itself with its evidence, decided by a person; decisions stay. */
export function CleansingPage(): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const [deciding, setDeciding] = useState<Finding | null>(null);
  const list = useQuery({ queryKey: ['cleansing'], queryFn: () => ask(Cleansing, '/api/cleansing') });
  useTitle(t('work.title', { list: t('cleansing.title') }));
  return (
    <Page title={t('cleansing.title')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('cleansing.about')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ findings, total, byAgency, decisions }) => (
          <>
            {byAgency.length > 0 && <DataTable caption={t('cleansing.by-agency')} rows={byAgency} rowKey={({ agency }) => agency} columns={[{ id: 'agency', title: t('back-file.agency'), isRowTitle: true, cell: ({ agencyName }) => agencyName }, { id: 'count', title: t('cleansing.open'), figures: true, cell: ({ count }) => numberText(count) }]} />}
            {findings.length === 0 ? <EmptyState><p>{t('cleansing.none')}</p></EmptyState> : (
              <Section id="mau-thuan" title={t('cleansing.found', { count: numberText(total) })}>
                {total > findings.length && <p className="muted">{t('cleansing.more', { shown: numberText(findings.length) })}</p>}
                <ul className="lines" role="list">{findings.map((finding) => <One key={keyOf(finding)} finding={finding} onDecide={() => { setDeciding(finding); }} />)}</ul>
              </Section>
            )}
            {decisions.length > 0 && (
              <Section id="da-ket-luan" title={t('cleansing.decisions')}>
                <ul className="lines" role="list">{decisions.map(({ kind, subject, choice, value, reason, by, at }) => <li key={`${kind} ${subject} ${at}`}><p><strong>{t(`cleansing.kind.${kind}`)}</strong> <span className="num">{subject}</span>: {t(`cleansing.choice.${choice}`)}{value !== null && ` «${value}»`}</p><p className="muted small">{reason} · {by} · {momentShort(at)}</p></li>)}</ul>
              </Section>
            )}
          </>
        )}
      </Asked>
      {deciding !== null && <Decide key={keyOf(deciding)} finding={deciding} onClose={() => { setDeciding(null); }} onDone={() => { setDeciding(null); setSaid(t('cleansing.decided')); }} />}
    </Page>
  );
}
