// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { SecuritySheets, SheetAccount } from '@motcua/dossiers/contract';
import { momentText, officeDayOf } from '@motcua/i18n';
import { Button, type Column, DataTable, EmptyState, LinkButton, Moment, Section, useWords } from '@motcua/ui';
import { newClientKey, nowIso } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';
import { EntryDialog, type EntryField, orNull } from '../registers/entry-dialog.tsx';

type Act = 'receive' | 'give' | 'spoil' | 'count';
type AccountsProps = { readonly me: OfficerMe; readonly sheets: SecuritySheets; readonly onDone: () => void };

/** What an agency received, used, spoiled and has left; whoever keeps the store writes down what happens to sheets. */
export function Accounts({ me, sheets, onDone }: AccountsProps): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<Act | null>(null);
  const { accounts, lines, stores } = sheets;
  const maySpoil = me.acts.includes('dossier.print-copy') && accounts.length > 0;
  const acts: readonly Act[] = [...stores.length > 0 ? ['receive'] as const : [], ...stores.length > 0 && accounts.length > 0 ? ['give', 'count'] as const : [], ...maySpoil ? ['spoil'] as const : []];
  return (
    <>
      <Section id="giay-bao-an" title={t('sheet.account')}>
        <div className="row">{acts.map((act) => <Button key={act} look={act === 'receive' && accounts.length === 0 ? 'primary' : 'plain'} onPress={() => { setOpen(act); }}>{t(`sheet.${act}`)}</Button>)}</div>
        {accounts.length === 0 ? <EmptyState><p>{t('sheet.none')}</p></EmptyState> : <AccountTable accounts={accounts} />}
        {[...new Set(accounts.map(({ agency }) => agency))].map((agency) => <Reconciliation key={agency} agency={agency} name={accounts.find((one) => one.agency === agency)?.agencyName ?? agency} />)}
      </Section>
      {lines.length > 0 && (
        <Section id="nhat-ky-giay" title={t('sheet.log')}>
          <DataTable
            caption={t('sheet.log')} rows={lines} rowKey={({ at, kind, sheets: run }) => `${at} ${kind} ${run}`} hasLongTitles
            columns={[
              { id: 'what', title: t('sheet.what'), isRowTitle: true, cell: ({ kind }) => t(`sheet.kind.${kind}`) }, { id: 'sheets', title: t('sheet.sheets'), cell: ({ sheets: run }) => <span className="num">{run}</span> },
              { id: 'count', title: t('sheet.count-col'), figures: true, cell: ({ count }) => count }, { id: 'about', title: t('sheet.about'), cell: ({ about }) => about },
              { id: 'who', title: t('sheet.by'), cell: ({ who }) => who }, { id: 'at', title: t('copy.at'), cell: ({ at }) => <Moment at={at} /> },
            ]}
          />
        </Section>
      )}
      {open !== null && <SheetDialog act={open} me={me} sheets={sheets} onClose={() => { setOpen(null); }} onDone={() => { setOpen(null); onDone(); }} />}
    </>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly SheetAccount[] }): ReactElement {
  const t = useWords();
  const columns: readonly Column<SheetAccount>[] = [
    { id: 'series', title: t('sheet.series'), isRowTitle: true, cell: ({ series, agencyName }) => <>{series}<br /><span className="muted small">{agencyName}</span></> },
    ...(['received', 'used', 'spoiled', 'left'] as const).map((name) => ({ id: name, title: t(`sheet.${name}`), figures: true, cell: (account: SheetAccount) => account[name] })),
    { id: 'where', title: t('sheet.where'), cell: ({ store, holders }) => <>{store.length > 0 && <p>{t('sheet.in-store', { runs: store.join(', ') })}</p>}{holders.map(({ name, runs }) => <p key={name}>{t('sheet.held', { name, runs: runs.join(', ') })}</p>)}</> },
    { id: 'counted', title: t('sheet.count'), cell: ({ counted }) => (counted === null ? <span className="muted">{t('sheet.not-counted')}</span> : <>{t('sheet.counted', { at: momentText(counted.at), who: counted.who, counted: counted.counted, expected: counted.expected })}{counted.note !== null && <><br /><span className="muted small">{counted.note}</span></>}</>) },
  ];
  return <DataTable caption={t('sheet.account')} columns={columns} rows={accounts} rowKey={({ agency, series }) => `${agency} ${series}`} hasLongTitles />;
}

/** The reconciliation of this year so far, as PDF. */
function Reconciliation({ agency, name }: { readonly agency: string; readonly name: string }): ReactElement {
  const t = useWords();
  const today = officeDayOf(nowIso());
  return <p><LinkButton href={`/api/security-sheets/reconciliation?agency=${encodeURIComponent(agency)}&from=${today.slice(0, 4)}-01-01&to=${today}`}>{t('sheet.print')} {today.slice(0, 4)}<span className="hidden-visually"> {name}</span></LinkButton></p>;
}

const paths: Readonly<Record<Act, string>> = { receive: 'deliveries', give: 'hand-outs', spoil: 'spoilage', count: 'counts' };
const backToStore = '-';

function SheetDialog({ act, me, sheets: { accounts, stores }, onClose, onDone }: Omit<AccountsProps, 'onDone'> & { readonly act: Act; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  const places = stores.length > 0 ? stores.map(({ agency, name }) => ({ value: agency, label: name })) : [...new Map(accounts.map(({ agency, agencyName }) => [agency, agencyName]))].filter(([agency]) => me.postings.some((posting) => posting.agency === agency)).map(([value, label]) => ({ value, label }));
  const only = places.length === 1 ? places[0]?.value : undefined;
  const agency: readonly EntryField[] = only === undefined ? [{ name: 'agency', label: 'sheet.agency', kind: 'choice', choices: places }] : [];
  const run: EntryField = { name: 'sheets', label: 'sheet.sheets', kind: 'text', hint: act === 'spoil' ? 'sheet.spoil-hint' : 'sheet.run-hint' };
  const officers = [{ value: backToStore, label: t('sheet.to-store') }, ...stores.flatMap(({ officers: own }) => own).map(({ id, name }) => ({ value: id, label: name }))];
  const fields: Readonly<Record<Act, readonly EntryField[]>> = {
    receive: [run, { name: 'document', label: 'sheet.document', kind: 'text' }],
    give: [run, { name: 'to', label: 'sheet.to', kind: 'choice', choices: officers }],
    spoil: [run, { name: 'reason', label: 'sheet.spoil-why', kind: 'text' }],
    count: [{ name: 'series', label: 'sheet.series', kind: 'choice', choices: [...new Set(accounts.map(({ series }) => series))].map((series) => ({ value: series, label: series })) }, { name: 'counted', label: 'sheet.counted-field', kind: 'text' }, { name: 'note', label: 'sheet.note', kind: 'long', optional: true }],
  };
  return (
    <EntryDialog
      title={t(act === 'receive' ? 'sheet.receive-title' : act === 'give' ? 'sheet.give-title' : act === 'spoil' ? 'sheet.spoil-title' : 'sheet.count-title')} act={`sheet.${act}`} path={`/api/security-sheets/${paths[act]}`} register="security-sheets" fields={[...agency, ...fields[act]]} onClose={onClose} onDone={onDone}
      body={(typed) => {
        const base = { ...act === 'spoil' ? {} : { clientKey }, agency: only ?? typed['agency'] };
        switch (act) {
          case 'receive': return { ...base, sheets: typed['sheets'], document: typed['document'] };
          case 'give': return { ...base, sheets: typed['sheets'], to: typed['to'] === backToStore ? null : typed['to'] };
          case 'spoil': return { ...base, sheets: typed['sheets'], reason: typed['reason'] };
          case 'count': return { ...base, series: typed['series'], counted: Number((typed['counted'] ?? '').trim() || Number.NaN), note: orNull(typed, 'note') };
        }
      }}
    />
  );
}
