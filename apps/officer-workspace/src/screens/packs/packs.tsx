// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText, momentShort } from '@motcua/i18n';
import { PackProposed, PacksView } from '@motcua/packs/contract';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Tag, Upload, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, send, upload, useTitle } from '@motcua/web-kit';
import { EntryDialog } from '../registers/entry-dialog.tsx';
import { MakePack } from './make-pack.tsx';

type Installed = PacksView['installed'][number];
type Publisher = PacksView['publishers'][number];

/** Gói thủ tục: brought in, made here, installed, taken back; whose packs are believed. */
export function Packs(): ReactElement {
  const t = useWords();
  const packs = useQuery({ queryKey: ['packs'], queryFn: () => ask(PacksView, '/api/packs') });
  useTitle(t('work.title', { list: t('pack.title') }));
  return (
    <Page title={t('pack.title')}>
      <p className="muted">{t('pack.intro')}</p>
      <Asked answer={packs} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            {known.mayMake && <BringIn />}
            <InstalledPacks installed={known.installed} mayMake={known.mayMake} />
            <Publishers publishers={known.publishers} mayTrust={known.mayTrust} />
          </>
        )}
      </Asked>
    </Page>
  );
}

/** Two ways in: a file from elsewhere, or what is in force here. */
function BringIn(): ReactElement {
  const t = useWords();
  const [isMaking, setMaking] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const bring = async (file: File): Promise<void> => {
    setTrouble('');
    setShare(0);
    try {
      const { id } = await upload(PackProposed, { path: '/api/packs/uploads', file, onProgress: setShare });
      goTo(`/lam-viec/ban-soan/${id}`);
    } catch (thrown) {
      setTrouble(failureWords(failureOf(thrown)));
    } finally { setShare(null); }
  };
  return (
    <>
      <MessageArea tone="bad">{trouble}</MessageArea>
      <Upload name="goi" label={t('pack.choose-file')} hint={t('pack.choose-hint')} accept=".zip,application/zip" onFiles={([file]) => { if (file !== undefined && share === null) void bring(file); }}>
        {share !== null && <progress value={share} max={1} aria-label={t('pack.sending')} />}
      </Upload>
      <p><Button onPress={() => { setMaking(true); }}>{t('pack.make')}</Button></p>
      {isMaking && <MakePack onClose={() => { setMaking(false); }} />}
    </>
  );
}

function InstalledPacks({ installed, mayMake }: { readonly installed: readonly Installed[]; readonly mayMake: boolean }): ReactElement {
  const t = useWords();
  const back = useMutation({
    mutationFn: (name: string) => send(PackProposed, { method: 'POST', path: `/api/packs/${encodeURIComponent(name)}/way-back` }),
    onSuccess: ({ id }) => { goTo(`/lam-viec/ban-soan/${id}`); },
  });
  return (
    <Section id="da-cai" title={t('pack.installed')}>
      <MessageArea tone="bad">{back.error === null ? '' : failureWords(failureOf(back.error))}</MessageArea>
      {installed.length === 0 ? <EmptyState><p>{t('pack.none')}</p></EmptyState> : (
        <DataTable
          caption={t('pack.installed-caption')} rows={installed} rowKey={({ id }) => id}
          columns={[
            { id: 'title', title: t('pack.what'), isRowTitle: true, cell: ({ title, name, packVersion }) => <>{title}<br /><span className="muted small"><span className="num">{name}</span> · {t('pack.version', { version: packVersion })}</span></> },
            { id: 'from', title: t('pack.signed-by'), cell: ({ signer }) => signer },
            { id: 'when', title: t('pack.valid-from'), cell: ({ validFrom, decision, by, at }) => <>{dayText(validFrom)}<br /><span className="muted small">{decision} · {by} · {momentShort(at)}</span></> },
            { id: 'items', title: t('pack.items'), figures: true, cell: ({ items }) => items.length },
            { id: 'act', title: t('work.acts'), cell: ({ name, title, isNewest }) => (mayMake && isNewest ? <Button busy={back.isPending} label={`${t('pack.way-back')} ${title}`} onPress={() => { if (!back.isPending) back.mutate(name); }}>{t('pack.way-back')}</Button> : '') },
          ]}
        />
      )}
    </Section>
  );
}

function Publishers({ publishers, mayTrust }: { readonly publishers: readonly Publisher[]; readonly mayTrust: boolean }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<Publisher | 'new' | null>(null);
  const close = (): void => { setOpen(null); };
  const ending = open === null || open === 'new' ? null : open;
  return (
    <Section id="noi-duoc-tin" title={t('pack.publishers')}>
      <p className="muted">{t('pack.publishers-intro')}</p>
      {mayTrust && <p><Button onPress={() => { setOpen('new'); }}>{t('pack.add-publisher')}</Button></p>}
      {publishers.length > 0 && (
        <DataTable
          caption={t('pack.publishers-caption')} rows={publishers} rowKey={({ id }) => id}
          columns={[
            { id: 'name', title: t('pack.publisher'), isRowTitle: true, cell: ({ name }) => name },
            { id: 'decision', title: t('pack.decision'), cell: ({ decision, addedBy, addedAt }) => <>{decision}<br /><span className="muted small">{addedBy} · {momentShort(addedAt)}</span></> },
            { id: 'state', title: t('register.state'), cell: ({ endedAt }) => <Tag tone={endedAt === null ? 'leaf' : 'ink'} sign={endedAt === null ? 'circle-check' : 'clock'}>{endedAt === null ? t('pack.believed') : t('pack.believed-until', { at: momentShort(endedAt) })}</Tag> },
            { id: 'act', title: t('work.acts'), cell: (row) => (mayTrust && row.endedAt === null ? <Button label={`${t('pack.end-publisher')} ${row.name}`} onPress={() => { setOpen(row); }}>{t('pack.end-publisher')}</Button> : '') },
          ]}
        />
      )}
      {open === 'new' && (
        <EntryDialog
          title={t('pack.add-publisher')} act="pack.add-publisher" path="/api/packs/publishers" register="packs" onClose={close} onDone={close}
          fields={[{ name: 'pem', label: 'pack.certificate', kind: 'long', hint: 'pack.certificate-hint' }, { name: 'decision', label: 'pack.decision', kind: 'text' }]}
          body={({ pem, decision }) => ({ pem: (pem ?? '').trim(), decision: (decision ?? '').trim() })}
        />
      )}
      {ending !== null && <EntryDialog title={t('pack.end-publisher-title', { name: ending.name })} act="pack.end-publisher" path={`/api/packs/publishers/${ending.id}/ending`} register="packs" isEnding fields={[]} body={() => ({})} onClose={close} onDone={close} />}
    </Section>
  );
}
