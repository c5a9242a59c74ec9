// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText, momentShort } from '@motcua/i18n';
import { SealUses } from '@motcua/dossiers/contract';
import { SealList } from '@motcua/organisation/contract';
import type { SealRow } from '@motcua/organisation/contract';
import { Asked, Button, Code, DataTable, EmptyState, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import type { OfficerMe } from '../../workspace.tsx';
import { EntryDialog, dayOf, orNull } from './entry-dialog.tsx';
import { PictureKeeper } from './signature-picture.tsx';

const kinds = ['second', 'main'] as const;

/** Con dấu: the seals of the agencies, who keeps them where, and each use with its dossier and document. */
export function Seals({ me, query }: { readonly me: OfficerMe; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const seals = useQuery({ queryKey: ['seals'], queryFn: () => ask(SealList, '/api/seals') });
  const [open, setOpen] = useState<SealRow | 'new' | null>(null);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.seals') }));
  const done = (words: string) => (): void => { setOpen(null); setSaid(words); };
  const readsLog = me.acts.includes('seal-log.read');
  const shown = query.get('dau');
  const pictured = seals.data?.seals.find(({ id }) => id === query.get('hinh'));
  const keeps = (row: SealRow): boolean => row.custodian.id === me.id || seals.data?.mayEnterFor.some((agency) => agency === '*' || agency === row.agency) === true;
  const ending = open === null || open === 'new' ? null : open;
  return (
    <Page title={t('work.seals')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      {(seals.data?.mayEnterFor.length ?? 0) > 0 && <div className="row"><Button look="primary" onPress={() => { setOpen('new'); }}>{t('seal.add')}</Button></div>}
      <Asked answer={seals} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ seals: rows, mayEnterFor }) => rows.length === 0 ? <EmptyState><p>{t('seal.none')}</p></EmptyState> : (
          <DataTable
            caption={t('seal.caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id}
            columns={[
              { id: 'name', title: t('seal.name'), isRowTitle: true, cell: ({ name, agencyName }) => <>{name}<br /><span className="muted small">{agencyName}</span></> },
              { id: 'kind', title: t('seal.kind'), cell: ({ kind }) => t(`seal-kind.${kind}`) }, { id: 'kept', title: t('seal.kept-at'), cell: ({ keptAtName, custodian }) => <>{custodian.name}<br /><span className="muted small">{keptAtName}</span></> },
              { id: 'number', title: t('seal.registration'), cell: ({ registrationNumber, registeredOn, permissionNumber }) => <>{registrationNumber}, {dayText(registeredOn)}{permissionNumber !== null && <><br /><span className="muted small">{t('seal.permitted', { number: permissionNumber })}</span></>}</> },
              { id: 'state', title: t('register.state'), cell: ({ inUse, through }) => <Tag tone={inUse ? 'leaf' : 'ink'} sign={inUse ? 'circle-check' : 'clock'}>{inUse ? t('seal.in-use') : through === null ? t('delegation-state.not-yet-valid') : t('register.ended-on', { day: dayText(through) })}</Tag> },
              { id: 'act', title: t('work.acts'), cell: (row) => (
                <span className="row">
                  {readsLog && <a href={`/lam-viec/con-dau?dau=${row.id}`}>{t('seal.log')}<span className="hidden-visually"> {row.name}</span></a>}
                  {keeps(row) && <a href={`/lam-viec/con-dau?hinh=${row.id}`}>{t('picture.of-seal')}<span className="hidden-visually"> {row.name}</span></a>}
                  {(mayEnterFor.includes('*') || mayEnterFor.includes(row.agency)) && row.inUse && <Button label={`${t('register.end')} ${row.name}`} onPress={() => { setOpen(row); }}>{t('register.end')}</Button>}
                </span>
              ) },
            ]}
          />
        )}
      </Asked>
      {readsLog && shown !== null && <SealLog seal={shown} />}
      {pictured !== undefined && keeps(pictured) && <Section id="hinh-con-dau" title={t('picture.of-seal-title', { name: pictured.name })}><PictureKeeper key={pictured.id} path={`/api/seals/${pictured.id}/pictures`} kind="seal" whose={pictured.name} /></Section>}
      {open === 'new' && <NewSealEntry mayEnterFor={seals.data?.mayEnterFor ?? []} onClose={() => { setOpen(null); }} onDone={done(t('seal.entered'))} />}
      {ending !== null && (
        <EntryDialog
          title={t('register.end-title', { name: ending.name })} act="register.end" path={`/api/seals/${ending.id}/end`} register="seals" isEnding onClose={() => { setOpen(null); }} onDone={done(t('register.ended'))}
          fields={[{ name: 'through', label: 'delegation.through', kind: 'day' }]} body={(typed) => ({ through: dayOf(typed, 'through') })}
        />
      )}
    </Page>
  );
}

function NewSealEntry({ mayEnterFor, onClose, onDone }: { readonly mayEnterFor: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const all = (useAgencies().data?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <EntryDialog
      title={t('seal.add')} act="register.enter" path="/api/seals" register="seals" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'agency', label: 'seal.of', kind: 'choice', choices: all.filter(({ value }) => mayEnterFor.includes('*') || mayEnterFor.includes(value)) }, { name: 'kind', label: 'seal.kind', kind: 'choice', choices: kinds.map((kind) => ({ value: kind, label: t(`seal-kind.${kind}`) })) },
        { name: 'name', label: 'seal.name', kind: 'text', hint: 'seal.name-hint' }, { name: 'keptAt', label: 'seal.kept-at', kind: 'choice', choices: all }, { name: 'custodian', label: 'seal.custodian', kind: 'officer' },
        { name: 'registrationNumber', label: 'seal.registration', kind: 'text' }, { name: 'registeredOn', label: 'seal.registered-on', kind: 'day' }, { name: 'permissionNumber', label: 'seal.permission', kind: 'text', optional: true, hint: 'seal.permission-hint' },
        { name: 'from', label: 'delegation.from', kind: 'day' },
      ]}
      body={(typed) => ({
        agency: typed['agency'], kind: typed['kind'], name: typed['name'], keptAt: typed['keptAt'], custodian: typed['custodian'], registrationNumber: typed['registrationNumber'], registeredOn: dayOf(typed, 'registeredOn'),
        permissionNumber: orNull(typed, 'permissionNumber'), from: dayOf(typed, 'from'),
      })}
    />
  );
}

function SealLog({ seal }: { readonly seal: string }): ReactElement {
  const t = useWords();
  const log = useQuery({ queryKey: ['seal-uses', seal], queryFn: () => ask(SealUses, '/api/seal-uses', { seal }) });
  return (
    <Section id="nhat-ky" title={t('seal.log-title')}>
      <Asked answer={log} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ uses, next }) => uses.length === 0 ? <EmptyState><p>{t('seal.never-used')}</p></EmptyState> : (
          <>
            <DataTable
              caption={t('seal.log-caption', { count: uses.length })} rows={uses} rowKey={({ code, at }) => code + at}
              columns={[
                { id: 'at', title: t('seal.used-at'), cell: ({ at }) => <span className="num">{momentShort(at)}</span> }, { id: 'number', title: t('delegation.number'), isRowTitle: true, cell: ({ number }) => number },
                { id: 'code', title: t('seal.dossier'), cell: ({ code }) => <a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a> }, { id: 'who', title: t('seal.used-by'), cell: ({ officer }) => officer },
              ]}
            />
            {next !== null && <p className="muted">{t('seal.newest-only')}</p>}
          </>
        )}
      </Asked>
    </Section>
  );
}
