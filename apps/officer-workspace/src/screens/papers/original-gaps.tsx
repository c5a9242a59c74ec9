// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { OriginalGaps } from '@motcua/dossiers/contract';
import { listText, momentShort } from '@motcua/i18n';
import { Asked, Code, DataTable, EmptyState, Page, Section, Tag, useWords } from '@motcua/ui';
import type { IconName, Tone } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { PlaceOf } from './originals.tsx';

type Gap = OriginalGaps['gaps'][number];
const kinds = ['lost', 'late-way', 'not-returned'] as const satisfies readonly Gap['kind'][];
const looks: Readonly<Record<Gap['kind'], { readonly tone: Tone; readonly sign: IconName }>> = { 'lost': { tone: 'lacquer', sign: 'circle-x' }, 'late-way': { tone: 'turmeric', sign: 'arrow-left-right' }, 'not-returned': { tone: 'ink', sign: 'archive' } };

/** Giấy gốc cần xử lý: papers lost, late on their way, left behind; who had each last, and what to do. */
export function OriginalGapsPage(): ReactElement {
  const t = useWords();
  const gaps = useQuery({ queryKey: ['originals', 'gaps'], queryFn: () => ask(OriginalGaps, '/api/original-gaps') });
  useTitle(t('work.title', { list: t('original.gaps') }));
  return (
    <Page title={t('original.gaps')}>
      <p className="muted">{t('original.gaps-what')}</p>
      <Asked answer={gaps} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ gaps: all, keptDays, more }) => (
          <>
            {all.length === 0 && <EmptyState><p>{t('original.gaps-none')}</p></EmptyState>}
            {kinds.map((kind) => <GapsOf key={kind} kind={kind} gaps={all.filter((gap) => gap.kind === kind)} keptDays={keptDays} />)}
            {more && <p className="muted">{t('original.gaps-more')}</p>}
          </>
        )}
      </Asked>
    </Page>
  );
}

function GapsOf({ kind, gaps, keptDays }: { readonly kind: Gap['kind']; readonly gaps: readonly Gap[]; readonly keptDays: number | null }): ReactElement | null {
  const t = useWords();
  if (gaps.length === 0) return null;
  return (
    <Section id={`thieu-${kind}`} title={t(`original.gap.${kind}`, { days: keptDays ?? 0 })}>
      <p>{t(`original.gap-do.${kind}`)}</p>
      <DataTable
        caption={t('original.caption', { count: gaps.length })} rows={gaps} rowKey={({ label }) => label} hasLongTitles
        columns={[
          { id: 'label', title: t('original.label'), isRowTitle: true, cell: ({ code, no }) => <a href={`/lam-viec/ho-so/${code}?giay=${String(no)}`}><Code code={code} />.G{no}</a> },
          { id: 'name', title: t('original.paper'), cell: ({ name }) => <span className="clamped" title={listText(name)}>{listText(name)}</span> },
          { id: 'place', title: t('original.where'), cell: (gap) => <PlaceOf paper={{ ...gap, last: null }} /> },
          { id: 'last', title: t('original.holder'), cell: ({ last }) => (last === null ? t('original.no-holder') : [t(`original.place.${last.place}`), last.agencyName, last.who].join(' · ')) },
          { id: 'until', title: t(`original.until.${kind}`), cell: ({ until, since }) => <>{momentShort(until ?? since)}<br /><Tag {...looks[kind]}>{t(`original.gap-tag.${kind}`)}</Tag></> },
        ]}
      />
    </Section>
  );
}
