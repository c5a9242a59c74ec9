// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PostalReturns } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Button, Code, DataTable, EmptyState, LinkButton, Section, Tag, useWords } from '@motcua/ui';
import { PackDialog } from './pack-dialog.tsx';
import type { SayIt } from './post.tsx';
import { TellDialog } from './tell-dialog.tsx';

type Line = PostalReturns['parcels'][number];
type Doing = { readonly line: Line; readonly what: 'delivered' | 'tell' | 'pack' };

const tones = { 'packed': 'ink', 'taken': 'ink', 'on-the-way': 'ink', 'not-delivered': 'lacquer', 'back': 'lacquer', 'lost': 'lacquer', 'delivered': 'leaf' } as const;
const signs = { 'packed': 'clock', 'taken': 'clock', 'on-the-way': 'clock', 'not-delivered': 'circle-x', 'back': 'circle-x', 'lost': 'circle-x', 'delivered': 'check' } as const;

/** Đang gửi: where each parcel is, and what to do with one that did not arrive. */
export function OnTheWay({ lines, enterprises, maySend, onSaid }: { readonly lines: readonly Line[]; readonly enterprises: PostalReturns['enterprises']; readonly maySend: boolean; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => { setDoing(null); };
  return (
    <Section id="dang-gui" title={t('post.on-the-way')}>
      {lines.length === 0 ? <EmptyState><p>{t('post.nothing-on-the-way')}</p></EmptyState> : (
        <DataTable
          caption={t('post.way-caption', { count: lines.length })} rows={lines} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, applicant }) => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></> },
            { id: 'slip', title: t('post.slip'), cell: ({ parcel }) => <><span className="num">{parcel.slip}</span><br /><span className="muted small">{parcel.enterprise}</span>{parcel.note !== null && <><br /><a href={`/api/postal-hand-overs/${parcel.note.id}/printed`}>{t('post.list', { number: parcel.note.number })}</a></>}</> },
            { id: 'stage', title: t('post.stage'), cell: ({ parcel }) => <><Tag tone={tones[parcel.stage]} sign={signs[parcel.stage]}>{t(`parcel-stage.${parcel.stage}`)}</Tag> <span className="muted small">{momentShort(parcel.at)}</span>{parcel.reason !== null && <p className="small">{parcel.reason}</p>}{parcel.told !== null && <p className="small">{parcel.told}</p>}</> },
            { id: 'to', title: t('post.goes-to'), cell: ({ parcel }) => <>{parcel.to.name}<br /><span className="muted small">{parcel.to.address}</span></> },
            { id: 'act', title: t('work.acts'), cell: (line) => <Acts line={line} maySend={maySend} onDo={(what) => { setDoing({ line, what }); }} /> },
          ]}
        />
      )}
      {doing !== null && doing.what !== 'pack' && <TellDialog line={doing.line} isDelivered={doing.what === 'delivered'} onClose={close} onSaid={onSaid} />}
      {doing?.what === 'pack' && <PackDialog line={{ ...doing.line, to: doing.line.parcel.to }} enterprises={enterprises} onClose={close} onSaid={onSaid} />}
    </Section>
  );
}

function Acts({ line, maySend, onDo }: { readonly line: Line; readonly maySend: boolean; readonly onDo: (what: Doing['what']) => void }): ReactElement {
  const t = useWords();
  const isHere = line.parcel.stage === 'back' || line.parcel.stage === 'lost';
  if (isHere && !maySend) return <span className="muted">{t('post.with-the-shop')}</span>;
  if (isHere) return <div className="row"><Button label={`${t('post.send-again')} ${line.code}`} onPress={() => { onDo('pack'); }}>{t('post.send-again')}</Button><LinkButton href={`/lam-viec/ho-so/${line.code}`}>{t('post.at-counter')}</LinkButton></div>;
  return <div className="row"><Button label={`${t('post.delivered')} ${line.code}`} onPress={() => { onDo('delivered'); }}>{t('post.delivered')}</Button><Button label={`${t('post.tell')} ${line.code}`} onPress={() => { onDo('tell'); }}>{t('post.tell')}</Button></div>;
}
