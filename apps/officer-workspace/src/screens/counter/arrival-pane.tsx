// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { CounterIntake } from '@motcua/dossiers/contract';
import type { FilingStart } from '@motcua/dossiers/contract';
import { Select, TextField, useWords } from '@motcua/ui';

/** How a dossier came, while it is being written down; the moment as the browser's own field gives it, in office time. */
export type Arrival = { readonly channel: CounterIntake['channel']; readonly enterprise: string; readonly slip: string; readonly handedBy: string; readonly handedOverAt: string };
export const atCounter: Arrival = { channel: 'counter', enterprise: '', slip: '', handedBy: '', handedOverAt: '' };

type ArrivalProps = { readonly arrival: Arrival; readonly start: FilingStart | undefined; readonly faults: Readonly<Record<string, string>>; readonly onChange: (arrival: Arrival) => void };

/** Hồ sơ đến: at the counter, or by post with its slip; the signed hand-over record is the moment of filing. */
export function ArrivalPane({ arrival, start, faults, onChange }: ArrivalProps): ReactElement {
  const t = useWords();
  const channels = CounterIntake.shape.channel;
  const enterprises = start?.enterprises ?? [];
  const choose = (chosen: string): void => {
    const channel = channels.safeParse(chosen);
    if (channel.success) onChange({ ...arrival, channel: channel.data, enterprise: arrival.enterprise === '' ? enterprises[0]?.code ?? '' : arrival.enterprise });
  };
  return (
    <>
      <Select name="channel" label={t('counter.arrival')} value={arrival.channel} choices={channels.options.map((channel) => ({ value: channel, label: t(`counter.arrival.${channel}`) }))} onChange={choose} />
      {arrival.channel === 'post' && (
        <>
          <Select name="post.enterprise" label={t('post.enterprise')} error={faults['post.enterprise']} value={arrival.enterprise} empty="" choices={enterprises.map(({ code, name }) => ({ value: code, label: name }))} onChange={(enterprise) => { onChange({ ...arrival, enterprise }); }} />
          <TextField name="post.slip" label={t('post.slip')} error={faults['post.slip']} width="id" typing={{ autoComplete: 'off' }} value={arrival.slip} onChange={(slip) => { onChange({ ...arrival, slip }); }} />
          <TextField name="handedOverAt" label={t('counter.handed-over-at')} hint={t('counter.handed-over-hint')} error={faults['handedOverAt']} width="id" typing={{ type: 'datetime-local' }} value={arrival.handedOverAt} onChange={(handedOverAt) => { onChange({ ...arrival, handedOverAt }); }} />
          <TextField name="post.handedBy" label={t('counter.handed-by')} error={faults['post.handedBy']} value={arrival.handedBy} onChange={(handedBy) => { onChange({ ...arrival, handedBy }); }} />
        </>
      )}
    </>
  );
}
