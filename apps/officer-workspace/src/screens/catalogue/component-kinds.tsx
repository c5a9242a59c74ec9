// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ComponentKinds, ConfirmedCount } from '@motcua/catalogue/contract';
import { Asked, Button, DataTable, EmptyState, Message, MessageArea, Section, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, send } from '@motcua/web-kit';

type Component = ComponentKinds['components'][number];
type Said = { readonly name: string; readonly kind: string | null };

const none = 'khong';
const shownAtFirst = 40;

/** Loại giấy tờ của thành phần: what the name proposes, what a person confirmed, one by one or all proposals at once. */
export function ComponentKindsSection({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const path = `/api/catalogue/procedures/${encodeURIComponent(code)}/component-kinds`;
  const found = useQuery({ queryKey: ['component-kinds', code], queryFn: () => ask(ComponentKinds, path) });
  return (
    <Section id="loai-giay-to" title={t('paper-kind.components')}>
      <p className="muted">{t('paper-kind.components-about')}</p>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{(known) => (known.components.length === 0 ? <EmptyState><p>{t('paper-kind.no-components')}</p></EmptyState> : <Components known={known} path={path} code={code} />)}</Asked>
    </Section>
  );
}

function Components({ known, path, code }: { readonly known: ComponentKinds; readonly path: string; readonly code: string }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const [isAll, setAll] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const confirm = useMutation({
    mutationFn: (components: readonly Said[]) => send(ConfirmedCount, { method: 'POST', path, body: { components } }),
    onSuccess: async ({ confirmed }) => { setChanging(null); setSaid(t('paper-kind.confirmed', { count: confirmed })); await queries.invalidateQueries({ queryKey: ['component-kinds', code] }); },
  });
  const proposals = known.components.flatMap(({ name, proposed }) => (proposed?.sure === true ? [{ name, kind: proposed.kind }] : []));
  const done = known.components.filter(({ confirmed }) => confirmed !== null).length;
  const shown = isAll ? known.components : known.components.slice(0, shownAtFirst);
  return (
    <>
      <MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>
      {confirm.error !== null && <Message tone="bad">{failureWords(failureOf(confirm.error))}</Message>}
      {known.mayConfirm && proposals.length > 0 && <div className="row"><Button busy={confirm.isPending} onPress={() => { confirm.mutate(proposals); }}>{t('paper-kind.confirm-all', { count: proposals.length })}</Button></div>}
      <DataTable
        caption={t('paper-kind.components-caption', { done, all: known.components.length })} rows={shown} rowKey={({ name }) => name} hasLongTitles
        columns={[
          { id: 'name', title: t('paper-kind.component'), isRowTitle: true, cell: ({ name }) => <span className="clamped" title={name}>{name}</span> },
          { id: 'kind', title: t('paper-kind.kind'), cell: (row) => <KindOf component={row} /> },
          ...(known.mayConfirm ? [{ id: 'act', title: t('work.acts'), cell: (row: Component) => (changing === row.name ? (
            <Select
              name={`loai-${row.name}`} label={t('paper-kind.choose', { name: row.name })} value={row.confirmed?.kind ?? ''} empty={t('choice.choose')} choices={[{ value: none, label: t('paper-kind.none-of-list') }, ...known.kinds.map(({ code: value, name }) => ({ value, label: name }))]}
              onChange={(value) => { if (value !== '') confirm.mutate([{ name: row.name, kind: value === none ? null : value }]); }}
            />
          ) : (
            <div className="row">
              {row.proposed !== null && <Button label={t('paper-kind.right-one', { name: row.name, kind: row.proposed.kindName })} onPress={() => { confirm.mutate([{ name: row.name, kind: row.proposed?.kind ?? null }]); }}>{t('paper-kind.right')}</Button>}
              <Button look="quiet" label={t('paper-kind.other-one', { name: row.name })} onPress={() => { setChanging(row.name); }}>{t('paper-kind.other')}</Button>
            </div>
          )) }] : []),
        ]}
      />
      {!isAll && known.components.length > shownAtFirst && <p><Button onPress={() => { setAll(true); }}>{t('paper-kind.show-all', { count: known.components.length })}</Button></p>}
    </>
  );
}

function KindOf({ component: { confirmed, proposed, heldIn } }: { readonly component: Component }): ReactElement {
  const t = useWords();
  if (confirmed !== null) {
    return <><Tag tone="leaf" sign="circle-check">{confirmed.kindName ?? confirmed.kind ?? t('paper-kind.none-of-list')}</Tag><br /><span className="muted small">{confirmed.by}</span>{heldIn !== null && <><br /><Tag tone="turmeric" sign="triangle-alert">{t('paper-kind.held', { where: heldIn })}</Tag></>}</>;
  }
  return proposed === null ? <span className="muted">{t('paper-kind.not-known')}</span> : proposed.sure ? <Tag tone="celadon" sign="clock">{t('paper-kind.proposed', { kind: proposed.kindName })}</Tag> : <Tag tone="turmeric" sign="triangle-alert">{t('paper-kind.doubtful', { kind: proposed.kindName })}</Tag>;
}
