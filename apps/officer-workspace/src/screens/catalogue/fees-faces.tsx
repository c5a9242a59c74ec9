// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { FeeTable } from '@motcua/catalogue/contract';
import { dayText, moneyText, readDay, t as words } from '@motcua/i18n';
import { Checkbox, DateField, Select, TextField, useWords } from '@motcua/ui';
import { type ReactNode, useState } from 'react';
import { type ItemEditing, type ItemFace, saidOf } from './item-list.tsx';
import { MaybeText, NumberField } from './small-fields.tsx';

type Line = FeeTable['lines'][number];
type Relief = FeeTable['reliefs'][number];
type Shipping = FeeTable['shipping'][number];

const kinds = ['FEE', 'SERVICE_FEE', 'PRICE_LEVEL'] as const;
const channels = ['DIRECT', 'ONLINE', 'POSTAL'] as const;

/** A key nobody types: told apart from every other by the moment it was made. */
const newKey = (): string => crypto.randomUUID().slice(0, 8);

function ChannelField({ name, value, error, onChange }: { readonly name: string; readonly value: Line['channel']; readonly error?: string | undefined; readonly onChange: (value: Line['channel']) => void }): ReactElement {
  const t = useWords();
  return <Select name={name} label={t('procedure-editor.channel')} error={error} value={value ?? ''} empty={t('fees.every-channel')} choices={channels.map((each) => ({ value: each, label: t(`channel.${each}`) }))} onChange={(chosen) => { onChange(channels.find((each) => each === chosen) ?? null); }} />;
}

function LineFields({ item, path, findings, onChange }: ItemEditing<Line>): ReactElement {
  const t = useWords();
  return (
    <>
      <div className="side-by-side">
        <Select name={`${path}.kind`} label={t('fees.kind')} value={item.kind} choices={kinds.map((kind) => ({ value: kind, label: t(`fees.kind.${kind}`) }))} onChange={(chosen) => { const kind = kinds.find((each) => each === chosen); if (kind !== undefined) onChange({ kind }); }} />
        <NumberField name={`${path}.amountVnd`} label={t('fees.amount')} error={saidOf(findings, `${path}.amountVnd`)} value={item.amountVnd} onChange={(amountVnd) => { onChange({ amountVnd: amountVnd ?? 0 }); }} />
        <MaybeText name={`${path}.unit`} label={t('fees.unit')} hint={t('fees.unit-hint')} value={item.unit} onChange={(unit) => { onChange({ unit }); }} />
      </div>
      <TextField name={`${path}.name`} label={t('fees.what')} hint={t('fees.what-hint')} optional value={item.name} error={saidOf(findings, `${path}.name`)} onChange={(name) => { onChange({ name }); }} />
      <MaybeText name={`${path}.circumstance`} label={t('fees.circumstance')} hint={t('fees.circumstance-hint')} value={item.circumstance} error={saidOf(findings, `${path}.circumstance`)} onChange={(circumstance) => { onChange({ circumstance }); }} />
      <ChannelField name={`${path}.channel`} value={item.channel} onChange={(channel) => { onChange({ channel }); }} />
      <TextField name={`${path}.basis`} label={t('fees.basis')} hint={t('fees.basis-hint')} value={item.basis} error={saidOf(findings, `${path}.basis`)} onChange={(basis) => { onChange({ basis }); }} />
    </>
  );
}

const about = (...said: readonly (string | null)[]): ReactNode => said.filter((one) => one !== null && one !== '').join(' · ');

export const lineFace: ItemFace<Line> = {
  title: ({ kind, name, amountVnd, unit }) => `${words(`fees.kind.${kind}`)} ${name}: ${moneyText(amountVnd)}${unit === null ? '' : ` / ${unit}`}`,
  about: ({ circumstance, channel, basis }) => about(circumstance, channel === null ? null : words(`channel.${channel}`), basis), edit: (editing) => <LineFields {...editing} />,
  blank: () => ({ id: newKey(), kind: 'SERVICE_FEE', name: '', circumstance: null, channel: null, amountVnd: 0, unit: null, basis: '' }),
};

/** A day kept as ISO, typed as people write it; what is no day stays on the screen until it is one. */
function DayField({ name, label, value, error, optional = false, onChange }: { readonly name: string; readonly label: string; readonly value: string | null; readonly error?: string | undefined; readonly optional?: boolean; readonly onChange: (value: string | null) => void }): ReactElement {
  const [typed, setTyped] = useState(value === null ? '' : dayText(value));
  return <DateField name={name} label={label} optional={optional} value={typed} error={error} onChange={(next) => { setTyped(next); const day = readDay(next, '2099-12-31'); if (day !== undefined) onChange(day); else if (next.trim() === '' && optional) onChange(null); }} />;
}

function ReliefFields({ item, path, findings, onChange }: ItemEditing<Relief>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name={`${path}.who`} label={t('fees.who')} hint={t('fees.who-hint')} optional={!item.isClaimed} value={item.who} error={saidOf(findings, `${path}.who`)} onChange={(who) => { onChange({ who }); }} />
      <Checkbox name={`${path}.isClaimed`} label={t('fees.claimed')} checked={item.isClaimed} onChange={(isClaimed) => { onChange({ isClaimed }); }} />
      <div className="side-by-side">
        <NumberField name={`${path}.percent`} label={t('fees.percent')} value={item.percent} onChange={(percent) => { if (percent !== null && percent >= 1 && percent <= 100) onChange({ percent }); }} />
        <ChannelField name={`${path}.channel`} value={item.channel} error={saidOf(findings, `${path}.channel`)} onChange={(channel) => { onChange({ channel }); }} />
        <DayField name={`${path}.validFrom`} label={t('fees.from')} value={item.validFrom} onChange={(validFrom) => { if (validFrom !== null) onChange({ validFrom }); }} />
        <DayField name={`${path}.validUntil`} label={t('fees.until')} optional value={item.validUntil} error={saidOf(findings, `${path}.validUntil`)} onChange={(validUntil) => { onChange({ validUntil }); }} />
      </div>
      <TextField name={`${path}.basis`} label={t('fees.basis')} hint={t('fees.basis-hint')} value={item.basis} error={saidOf(findings, `${path}.basis`)} onChange={(basis) => { onChange({ basis }); }} />
    </>
  );
}

export const reliefFace: ItemFace<Relief> = {
  title: ({ who, channel, percent }) => `${percent === 100 ? words('fees.free') : words('fees.less', { percent })}: ${who === '' ? (channel === null ? words('fees.everybody') : words(`channel.${channel}`)) : who}`,
  about: ({ validFrom, validUntil, basis }) => about(validUntil === null ? words('versions.since', { since: dayText(validFrom) }) : words('fees.between', { from: dayText(validFrom), until: dayText(validUntil) }), basis), edit: (editing) => <ReliefFields {...editing} />,
  blank: () => ({ id: newKey(), line: null, who: '', percent: 50, channel: null, isClaimed: true, validFrom: '2026-01-01', validUntil: null, basis: '' }),
};

function ShippingFields({ item, path, findings, onChange }: ItemEditing<Shipping>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name={`${path}.name`} label={t('fees.shipping-to')} value={item.name} error={saidOf(findings, `${path}.name`)} onChange={(name) => { onChange({ name }); }} />
      <NumberField name={`${path}.amountVnd`} label={t('fees.amount')} error={saidOf(findings, `${path}.amountVnd`)} value={item.amountVnd} onChange={(amountVnd) => { onChange({ amountVnd: amountVnd ?? 0 }); }} />
      <TextField name={`${path}.basis`} label={t('fees.basis')} value={item.basis} onChange={(basis) => { onChange({ basis }); }} />
    </>
  );
}

export const shippingFace: ItemFace<Shipping> = { title: ({ name, amountVnd }) => `${name}: ${moneyText(amountVnd)}`, about: ({ basis }) => basis, edit: (editing) => <ShippingFields {...editing} />, blank: () => ({ id: newKey(), name: '', amountVnd: 0, basis: '' }) };
