// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, useState } from 'react';
import { FeeTable, priceOf } from '@motcua/catalogue/contract';
import { officeDayOf } from '@motcua/i18n';
import { CheckboxGroup, Message, PriceLines, Section, Select, TextField, useWords } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';
import type { EditorProps } from '../proposals/editors.ts';
import { contentAs, usePartChange } from './content.ts';
import { lineFace, reliefFace, shippingFace } from './fees-faces.tsx';
import { ItemList } from './item-list.tsx';

/** Soạn bảng phí, lệ phí: sums, reliefs, shipping, and a trial that says what somebody would pay and why. */
export function FeesEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const table = contentAs(FeeTable, content);
  return table === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Parts table={table} {...rest} />;
}

function Parts({ table, onChange, findings, isReadOnly }: Omit<EditorProps, 'content'> & { readonly table: FeeTable }): ReactElement {
  const t = useWords();
  const change = usePartChange(table, onChange);
  const common = { findings, isReadOnly };
  return (
    <>
      <Section id="khoan-thu" title={t('fees.lines')}><ItemList path="lines" face={lineFace} items={table.lines} noun={t('procedure-editor.fee')} {...common} onChange={(lines) => { change({ lines: [...lines] }); }} /></Section>
      <Section id="mien-giam" title={t('fees.reliefs')}><ItemList path="reliefs" face={reliefFace} items={table.reliefs} noun={t('fees.relief')} {...common} onChange={(reliefs) => { change({ reliefs: [...reliefs] }); }} /></Section>
      <Section id="cuoc" title={t('fees.shipping')}><ItemList path="shipping" face={shippingFace} items={table.shipping} noun={t('fees.rate')} {...common} onChange={(shipping) => { change({ shipping: [...shipping] }); }} /></Section>
      <Trial table={table} />
    </>
  );
}

const channels = ['DIRECT', 'ONLINE', 'POSTAL'] as const;

/** Tính thử: the same rule as at the counter and on the portal. */
function Trial({ table }: { readonly table: FeeTable }): ReactElement {
  const t = useWords();
  const [channel, setChannel] = useState<(typeof channels)[number]>('ONLINE');
  const [circumstance, setCircumstance] = useState('');
  const [claims, setClaims] = useState<readonly string[]>([]);
  const [shipping, setShipping] = useState('');
  const price = priceOf(table, '', { channel, circumstance: circumstance === '' ? null : circumstance, claims, shipping: shipping === '' ? null : shipping, day: officeDayOf(nowIso()) });
  return (
    <Section id="tinh-thu" title={t('fees.trial')}>
      <div className="filters">
        <Select name="trial.channel" label={t('procedure-editor.channel')} value={channel} choices={channels.map((each) => ({ value: each, label: t(`channel.${each}`) }))} onChange={(chosen) => { setChannel(channels.find((each) => each === chosen) ?? 'ONLINE'); }} />
        <TextField name="trial.circumstance" label={t('fees.circumstance')} optional value={circumstance} onChange={setCircumstance} />
        {price.shipping.length > 0 && <Select name="trial.shipping" label={t('fees.shipping')} value={shipping} empty={t('fees.no-shipping')} choices={price.shipping.map(({ id, name }) => ({ value: id, label: name }))} onChange={setShipping} />}
      </div>
      {price.claims.length > 0 && <CheckboxGroup name="trial.claims" label={t('fees.claims')} values={claims} choices={price.claims.map(({ id, who }) => ({ value: id, label: who }))} onChange={setClaims} />}
      <PriceLines price={price} />
    </Section>
  );
}
