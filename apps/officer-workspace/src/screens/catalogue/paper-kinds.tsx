// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { PaperKindStored, PaperKinds } from '@motcua/catalogue/contract';
import { fold } from '@motcua/kernel/text';
import { Asked, Button, Checkbox, DataTable, Dialog, EmptyState, ErrorSummary, MessageArea, Page, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, goTo, send, useTitle, withQuery } from '@motcua/web-kit';
import { ProceduresField } from '../registers/procedures-field.tsx';

type Kind = PaperKinds['kinds'][number];
type Typed = { readonly code: string; readonly name: string; readonly aliases: string; readonly issuingBody: string; readonly heldIn: string; readonly validMonths: string; readonly procedure: string; readonly source: string; readonly retired: boolean };

/** Danh mục giấy tờ chuẩn: every kind of paper once, what it is called, who issues it, whether the state holds it already. */
export function PaperKindsPage({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<Kind | 'new' | null>(null);
  const [said, setSaid] = useState('');
  const found = useQuery({ queryKey: ['paper-kinds'], queryFn: () => ask(PaperKinds, '/api/paper-kinds') });
  const typed = query.get('tim') ?? '';
  useTitle(t('work.title', { list: t('paper-kind.title') }));
  return (
    <Page title={t('paper-kind.title')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('paper-kind.about')}</p>
      <TextField name="tim" label={t('paper-kind.find')} value={typed} onChange={(value) => { goTo(withQuery({ tim: value === '' ? null : value }), { replace: true }); }} />
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ kinds, mayEnter }) => (
          <>
            {mayEnter && <div className="row"><Button look="primary" onPress={() => { setOpen('new'); }}>{t('paper-kind.add')}</Button></div>}
            <List kinds={kinds.filter(({ code, name, aliases }) => fold([code, name, ...aliases].join(' ')).includes(fold(typed)))} onOpen={mayEnter ? setOpen : null} />
          </>
        )}
      </Asked>
      {open !== null && <KindDialog kind={open === 'new' ? null : open} onClose={() => { setOpen(null); }} onDone={() => { setOpen(null); setSaid(t('paper-kind.saved')); }} />}
    </Page>
  );
}

function List({ kinds, onOpen }: { readonly kinds: readonly Kind[]; readonly onOpen: ((kind: Kind) => void) | null }): ReactElement {
  const t = useWords();
  if (kinds.length === 0) return <EmptyState><p>{t('paper-kind.none')}</p></EmptyState>;
  return (
    <DataTable
      caption={t('paper-kind.caption', { count: kinds.length })} rows={kinds} rowKey={({ code }) => code} hasLongTitles
      columns={[
        { id: 'name', title: t('paper-kind.name'), isRowTitle: true, cell: ({ name, code, aliases, retired }) => <>{name}{retired && <> <Tag tone="ink" sign="clock">{t('paper-kind.retired')}</Tag></>}<br /><span className="muted small num">{code}</span>{aliases.length > 0 && <><br /><span className="muted small">{aliases.join('; ')}</span></>}</> },
        { id: 'body', title: t('paper-kind.issuing-body'), cell: ({ issuingBody, procedure }) => <>{issuingBody ?? ''}{procedure !== null && <><br /><a className="small num" href={`/lam-viec/danh-muc/${encodeURIComponent(procedure)}`}>{procedure}</a></>}</> },
        { id: 'held', title: t('paper-kind.held-in'), cell: ({ heldIn }) => heldIn ?? '' },
        { id: 'months', title: t('paper-kind.valid'), cell: ({ validMonths }) => (validMonths === null ? t('paper-kind.no-end') : t('paper-kind.months', { count: validMonths })) },
        { id: 'components', title: t('paper-kind.used'), figures: true, cell: ({ components }) => components },
        ...(onOpen === null ? [] : [{ id: 'act', title: t('work.acts'), cell: (row: Kind) => <Button label={`${t('act.change')} ${row.name}`} onPress={() => { onOpen(row); }}>{t('act.change')}</Button> }]),
      ]}
    />
  );
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const months = (typed: string): number | null => (/^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : null);

const blank: Typed = { code: '', name: '', aliases: '', issuingBody: '', heldIn: '', validMonths: '', procedure: '', source: '', retired: false };

const typedOf = ({ code, name, aliases, issuingBody, heldIn, validMonths, procedure, source, retired }: Kind): Typed => ({
  code, name, source, retired, aliases: aliases.join('\n'), issuingBody: issuingBody ?? '', heldIn: heldIn ?? '', validMonths: validMonths === null ? '' : String(validMonths), procedure: procedure ?? '',
});

function KindDialog({ kind, onClose, onDone }: { readonly kind: Kind | null; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() => (kind === null ? blank : typedOf(kind)));
  const [isPressed, setPressed] = useState(false);
  const isBadMonths = typed.validMonths.trim() !== '' && (months(typed.validMonths) ?? 0) < 1;
  const save = useMutation({
    mutationFn: () => send(PaperKindStored, {
      method: 'PUT', path: `/api/paper-kinds/${encodeURIComponent(typed.code.trim())}`,
      body: { version: kind?.version ?? 0, name: typed.name, aliases: typed.aliases.split('\n').map((line) => line.trim()).filter((line) => line !== ''), issuingBody: orNull(typed.issuingBody), heldIn: orNull(typed.heldIn), validMonths: months(typed.validMonths), procedure: orNull(typed.procedure), retired: typed.retired, source: typed.source },
    }),
    onSuccess: async () => { onDone(); await queries.invalidateQueries({ queryKey: ['paper-kinds'] }); },
  });
  const failure = save.error === null ? null : failureOf(save.error);
  const told = failure === null ? [] : faultsOf(failure);
  const missing = (['code', 'name', 'source'] as const).filter((name) => typed[name].trim() === '');
  const field = (name: 'code' | 'name' | 'aliases' | 'issuingBody' | 'heldIn' | 'validMonths' | 'source') => ({
    name, label: t(`paper-kind.field.${name}`), value: typed[name], optional: !['code', 'name', 'source'].includes(name), onChange: (value: string) => { setTyped({ ...typed, [name]: value }); },
    error: told.find((fault) => fault.field === name)?.text ?? (isPressed && missing.some((one) => one === name) ? t('act-field.missing', { name: t(`paper-kind.field.${name}`) }) : undefined),
  });
  return (
    <Dialog title={kind === null ? t('paper-kind.add') : t('paper-kind.change', { name: kind.name })} onClose={onClose} broad>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); setPressed(true); if (missing.length === 0 && !isBadMonths && !save.isPending) save.mutate(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={told} />
        {kind === null && <TextField {...field('code')} hint={t('paper-kind.code-hint')} width="code" />}
        <TextField {...field('name')} />
        <TextArea {...field('aliases')} hint={t('paper-kind.aliases-hint')} rows={3} />
        <TextField {...field('issuingBody')} />
        <TextField {...field('heldIn')} hint={t('paper-kind.held-hint')} />
        <TextField {...field('validMonths')} hint={t('paper-kind.valid-hint')} width="num" error={isBadMonths ? t('paper-kind.bad-months') : field('validMonths').error} />
        <ProceduresField name="procedure" label={t('paper-kind.field.procedure')} optional single value={typed.procedure} error={told.find((fault) => fault.field === 'procedure')?.text} onChange={(procedure) => { setTyped({ ...typed, procedure }); }} />
        <TextField {...field('source')} hint={t('dated.source-hint')} />
        {kind !== null && <Checkbox name="retired" label={t('paper-kind.retire')} checked={typed.retired} onChange={(retired) => { setTyped({ ...typed, retired }); }} />}
        <div className="row end"><span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span><Button type="submit" look="primary" busy={save.isPending}>{t('paper-kind.save')}</Button></div>
      </form>
    </Dialog>
  );
}
