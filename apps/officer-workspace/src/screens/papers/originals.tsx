// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { OriginalPlace, Originals } from '@motcua/dossiers/contract';
import type { OriginalView } from '@motcua/dossiers/contract';
import { listText, momentShort } from '@motcua/i18n';
import { Asked, Code, DataTable, EmptyState, Message, Section, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

/** Where a paper lies, in words; a lost one says who had it last. */
export function PlaceOf({ paper }: { readonly paper: OriginalView }): ReactElement {
  const t = useWords();
  const { place, agencyName, detail, since, who, last } = paper;
  return (
    <>
      <Tag tone={place === 'lost' ? 'lacquer' : place === 'way' || place === 'post' ? 'turmeric' : 'ink'} sign={place === 'lost' ? 'circle-x' : place === 'way' || place === 'post' ? 'arrow-left-right' : 'archive'}>{t(`original.place.${place}`)}</Tag>{' '}
      <span className="muted small">{[agencyName, detail, momentShort(since), who].filter((part) => part !== null && part !== '').join(' · ')}</span>
      {place === 'lost' && last !== null && <span className="small"><br />{t('original.last', { place: t(`original.place.${last.place}`), agency: last.agencyName, who: last.who })}</span>}
    </>
  );
}

/** Giấy gốc đang giữ: what the agency answers for, lost ones first. */
export function OriginalsHeld(): ReactElement {
  const t = useWords();
  const [place, setPlace] = useState('');
  const held = useQuery({ queryKey: ['originals', place], queryFn: () => ask(Originals, '/api/originals', { place: place === '' ? undefined : place }) });
  return (
    <Section id="giay-goc" title={t('original.held')}>
      <Asked answer={held} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ counts, papers, more }) => (
          <>
            {(counts['lost'] ?? 0) > 0 && <Message tone="bad"><p className="strong">{t('original.lost-count', { count: counts['lost'] ?? 0 })}</p><p>{t('original.lost-do')}</p></Message>}
            <Select name="original-place" label={t('original.where')} value={place} empty={t('original.everywhere')} choices={OriginalPlace.options.map((value) => ({ value, label: t('original.place-count', { place: t(`original.place.${value}`), count: counts[value] ?? 0 }) }))} onChange={setPlace} />
            {papers.length === 0 ? <EmptyState><p>{t('original.none')}</p></EmptyState> : (
              <DataTable
                caption={t('original.caption', { count: papers.length })} rows={papers} rowKey={({ label }) => label} hasLongTitles
                columns={[
                  { id: 'label', title: t('original.label'), isRowTitle: true, cell: ({ code, no }) => <a href={`/lam-viec/ho-so/${code}?giay=${String(no)}`}><Code code={code} />.G{no}</a> },
                  { id: 'name', title: t('original.paper'), cell: ({ name }) => <span className="clamped" title={listText(name)}>{listText(name)}</span> },
                  { id: 'place', title: t('original.where'), cell: (paper) => <PlaceOf paper={paper} /> },
                ]}
              />
            )}
            {more && <p className="muted">{t('original.more')}</p>}
          </>
        )}
      </Asked>
    </Section>
  );
}
