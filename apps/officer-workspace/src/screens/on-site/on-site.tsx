// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText, numberText, percentText, shortName } from '@motcua/i18n';
import { OnSiteProcedures, OnSiteQuery, OnSiteShares } from '@motcua/dossiers/contract';
import { Asked, Button, DataTable, EmptyState, Message, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { EntryDialog, codesOf, dayOf } from '../registers/entry-dialog.tsx';

type Agency = OnSiteShares['agencies'][number];

const classes = ['five', 'three', 'none'] as const;

/** 5 tại chỗ: how much of each agency's procedures is done wholly at the Centre, against the target; each figure opens its list. */
export function OnSite({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const shares = useQuery({ queryKey: ['on-site'], queryFn: () => ask(OnSiteShares, '/api/on-site') });
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.on-site') }));
  const chosen = OnSiteQuery.safeParse(Object.fromEntries(query));
  return (
    <Page title={t('work.on-site')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={shares} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
        {({ target, agencies, mayClass }) => (
          <>
            {mayClass && <div className="row"><Button look="primary" onPress={() => { setOpen(true); }}>{t('on-site.class')}</Button></div>}
            {target === null ? <Message>{t('on-site.no-target')}</Message> : <TargetLine target={target} />}
            {chosen.success && <Listed asked={chosen.data} name={agencies.find(({ agency }) => agency === chosen.data.agency)?.name ?? chosen.data.agency} />}
            <Section id="ty-le" title={t('on-site.shares')}><Shares agencies={agencies} /></Section>
            {isOpen && <ClassEntry agencies={agencies} onClose={() => { setOpen(false); }} onDone={() => { setOpen(false); setSaid(t('on-site.classed')); }} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function TargetLine({ target }: { readonly target: NonNullable<OnSiteShares['target']> }): ReactElement {
  const t = useWords();
  const words = t(target.strict ? 'on-site.target-more' : 'on-site.target-least', { share: percentText(target.share), since: dayText(target.since), source: target.source });
  return (
    <>
      <p>{words}{target.next !== null && ` ${t('on-site.next-target', { share: percentText(target.next.share), from: dayText(target.next.from) })}`}</p>
      {target.unsure !== null && <p className="muted small">{target.unsure}</p>}
    </>
  );
}

function Shares({ agencies }: { readonly agencies: readonly Agency[] }): ReactElement {
  const t = useWords();
  const link = (kind: 'five' | 'three' | null, value: (row: Agency) => number) => (row: Agency): ReactElement =>
    <a href={`/lam-viec/tai-cho?agency=${encodeURIComponent(row.agency)}${kind === null ? '' : `&class=${kind}`}`}>{numberText(value(row))}<span className="hidden-visually"> {row.name}</span></a>;
  return (
    <DataTable
      caption={t('on-site.caption')} rows={agencies} rowKey={({ agency }) => agency}
      columns={[
        { id: 'name', title: t('figures.agency'), isRowTitle: true, cell: ({ name }) => name }, { id: 'all', title: t('on-site.procedures'), figures: true, cell: link(null, ({ procedures }) => procedures) },
        { id: 'five', title: t('on-site-class.five'), figures: true, cell: link('five', ({ five }) => five) }, { id: 'three', title: t('on-site-class.three'), figures: true, cell: link('three', ({ three }) => three) },
        { id: 'share', title: t('on-site.share'), figures: true, cell: ({ share }) => share === null ? t('figures.none') : percentText(share) },
        { id: 'meets', title: t('on-site.target'), cell: ({ meets }) => meets === null ? '' : <Tag tone={meets ? 'leaf' : 'turmeric'} sign={meets ? 'circle-check' : 'triangle-alert'}>{t(meets ? 'on-site.met' : 'on-site.not-met')}</Tag> },
      ]}
    />
  );
}

function Listed({ asked, name }: { readonly asked: { readonly agency: string; readonly class?: 'five' | 'three' | undefined }; readonly name: string }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['on-site', 'procedures', asked], queryFn: () => ask(OnSiteProcedures, '/api/on-site/procedures', { agency: asked.agency, class: asked.class }) });
  return (
    <Section id="danh-sach" title={`${name} · ${t(asked.class === undefined ? 'on-site.procedures' : `on-site-class.${asked.class}`)}`}>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ procedures }) => procedures.length === 0 ? <EmptyState><p>{t('on-site.none')}</p></EmptyState> : (
          <DataTable
            caption={t('on-site.list-caption', { count: procedures.length })} rows={procedures} rowKey={({ code }) => code}
            columns={[
              { id: 'code', title: t('on-site.code'), cell: ({ code }) => <a className="num" href={`/thu-tuc/${code}`}>{code}</a> }, { id: 'name', title: t('delegation.procedure'), isRowTitle: true, cell: ({ name: title }) => shortName(title) },
              { id: 'class', title: t('on-site.kind'), cell: (row) => t(`on-site-class.${row.class}`) }, { id: 'from', title: t('delegation.days'), cell: ({ from, documentNumber }) => from === null ? '' : `${t('delegation.since', { from: dayText(from) })} · ${documentNumber ?? ''}` },
            ]}
          />
        )}
      </Asked>
    </Section>
  );
}

function ClassEntry({ agencies, onClose, onDone }: { readonly agencies: readonly Agency[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  return (
    <EntryDialog
      title={t('on-site.class')} act="register.enter" path="/api/on-site" register="on-site" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'agency', label: 'register.agency', kind: 'choice', choices: agencies.map(({ agency, name }) => ({ value: agency, label: name })) }, { name: 'procedures', label: 'delegation.scope', kind: 'procedures' },
        { name: 'class', label: 'on-site.kind', kind: 'choice', choices: classes.map((kind) => ({ value: kind, label: t(`on-site-class.${kind}`) })) }, { name: 'from', label: 'delegation.from', kind: 'day' }, { name: 'documentNumber', label: 'delegation.number', kind: 'text' },
      ]}
      body={(typed) => ({ agency: typed['agency'], procedures: codesOf(typed, 'procedures') ?? [], class: typed['class'], from: dayOf(typed, 'from'), documentNumber: typed['documentNumber'] })}
    />
  );
}
