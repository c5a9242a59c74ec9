// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { DelegationList, DelegationQuery } from '@motcua/organisation/contract';
import type { DelegationRow } from '@motcua/organisation/contract';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { DelegationEntry, RevocationEntry } from './delegation-entry.tsx';
import { WhoSigns } from './who-signs.tsx';

const states = ['in-force', 'not-yet-valid', 'expired', 'revoked'] as const;
const looks = { 'in-force': ['leaf', 'circle-check'], 'not-yet-valid': ['celadon', 'clock'], 'expired': ['ink', 'clock'], 'revoked': ['lacquer', 'circle-x'] } as const;

/** An end nearer than this is shown with its days. */
const soonDays = 15;

/** Ủy quyền: who may sign in whose stead, since when, until when, by which paper; and who may sign what today. */
export function Delegations({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const read = DelegationQuery.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  const filter = read.success ? read.data : {};
  const agencies = useAgencies().data?.agencies ?? [];
  const register = useQuery({ queryKey: ['delegations', filter], queryFn: () => ask(DelegationList, '/api/delegations', filter) });
  const [open, setOpen] = useState<DelegationRow | 'new' | null>(null);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.delegations') }));
  const set = (name: string) => (value: string): void => { goTo(withQuery({ [name]: value }), { replace: true }); };
  const mayEnterFor = register.data?.mayEnterFor ?? [];
  const mayEnter = (agency: string): boolean => mayEnterFor.includes('*') || mayEnterFor.includes(agency);
  return (
    <Page title={t('work.delegations')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <div className="row">
        <div><Select name="agency" label={t('register.agency')} empty={t('search.any')} value={filter.agency ?? ''} onChange={set('agency')} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} /></div>
        <div><Select name="state" label={t('register.state')} empty={t('search.any')} value={filter.state ?? ''} onChange={set('state')} choices={states.map((state) => ({ value: state, label: t(`delegation-state.${state}`) }))} /></div>
        {mayEnterFor.length > 0 && <Button look="primary" onPress={() => { setOpen('new'); }}>{t('delegation.add')}</Button>}
      </div>
      <Section id="ai-ky" title={t('delegation.who-signs')}><WhoSigns agencies={agencies} /></Section>
      <Section id="so-uy-quyen" title={t('delegation.register')}>
        <Asked answer={register} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ delegations }) => delegations.length === 0 ? <EmptyState><p>{t('delegation.none')}</p></EmptyState> : <Register rows={delegations} mayRevoke={mayEnter} onRevoke={setOpen} />}
        </Asked>
      </Section>
      {open === 'new' && <DelegationEntry agencies={agencies.filter(({ code }) => mayEnter(code))} onClose={() => { setOpen(null); }} onDone={() => { setOpen(null); setSaid(t('delegation.entered')); }} />}
      {open !== null && open !== 'new' && <RevocationEntry row={open} onClose={() => { setOpen(null); }} onDone={() => { setOpen(null); setSaid(t('delegation.revoked', { number: open.number })); }} />}
    </Page>
  );
}

function Register({ rows, mayRevoke, onRevoke }: { readonly rows: readonly DelegationRow[]; readonly mayRevoke: (agency: string) => boolean; readonly onRevoke: (row: DelegationRow) => void }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('delegation.caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id}
      columns={[
        { id: 'number', title: t('delegation.number'), isRowTitle: true, cell: ({ number, issuedOn }) => <>{number}<br /><span className="muted small">{dayText(issuedOn)}</span></> },
        { id: 'who', title: t('delegation.who'), cell: ({ kind, delegator, delegate, delegateTitle, agencyName }) => <>{`${kind}. ${delegate.name}, ${delegateTitle}`}<br /><span className="muted small">{t('delegation.by', { name: delegator.name, agency: agencyName })}</span></> },
        { id: 'scope', title: t('delegation.scope'), cell: ({ procedures }) => procedures === null ? t('delegation.every') : <span className="num">{procedures.join(', ')}</span> },
        { id: 'days', title: t('delegation.days'), cell: (row) => <Days row={row} /> },
        { id: 'state', title: t('register.state'), cell: (row) => <State row={row} /> },
        { id: 'basis', title: t('delegation.basis'), cell: ({ legalBasis, appraisal }) => <>{legalBasis}{appraisal !== null && <><br /><span className="muted small">{t('delegation.appraised', { by: appraisal.by, number: appraisal.number ?? '', on: appraisal.on === null ? '' : dayText(appraisal.on) })}</span></>}</> },
        { id: 'act', title: t('work.acts'), cell: (row) => mayRevoke(row.agency) && row.state !== 'revoked' ? <Button onPress={() => { onRevoke(row); }} label={`${t('delegation.revoke')} ${row.number}`}>{t('delegation.revoke')}</Button> : '' },
      ]}
    />
  );
}

function Days({ row: { from, through } }: { readonly row: DelegationRow }): ReactElement {
  const t = useWords();
  return <span className="num">{through === null ? t('delegation.since', { from: dayText(from) }) : `${dayText(from)} – ${dayText(through)}`}</span>;
}

function State({ row: { state, daysLeft, revocation } }: { readonly row: DelegationRow }): ReactElement {
  const t = useWords();
  const [tone, sign] = looks[state];
  const isEnding = daysLeft !== null && daysLeft <= soonDays;
  return (
    <>
      {isEnding ? <Tag tone="turmeric" sign="triangle-alert">{t('delegation.ends-in', { days: daysLeft })}</Tag> : <Tag tone={tone} sign={sign}>{t(`delegation-state.${state}`)}</Tag>}
      {revocation !== null && <><br /><span className="muted small">{t('delegation.revoked-by', { number: revocation.number, from: dayText(revocation.from), reason: revocation.reason })}</span></>}
    </>
  );
}
