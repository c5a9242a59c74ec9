// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PostalReturns } from '@motcua/dossiers/contract';
import { shortName } from '@motcua/i18n';
import { Button, Code, DataTable, EmptyState, Section, useWords } from '@motcua/ui';
import { PackDialog } from './pack-dialog.tsx';
import type { SayIt } from './post.tsx';

type Line = PostalReturns['toPack'][number];

/** Chờ đóng gói: results that are there and go by post. */
export function ToPack({ lines, enterprises, onSaid }: { readonly lines: readonly Line[]; readonly enterprises: PostalReturns['enterprises']; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const [packing, setPacking] = useState<Line | null>(null);
  return (
    <Section id="dong-goi" title={t('post.to-pack')}>
      {lines.length === 0 ? <EmptyState><p>{t('post.nothing-to-pack')}</p></EmptyState> : (
        <DataTable
          caption={t('post.pack-caption', { count: lines.length })} rows={lines} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, applicant }) => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></> },
            { id: 'procedure', title: t('book.procedure'), cell: ({ procedure, result }) => <>{shortName(procedure)}{result !== null && <><br /><span className="muted small">{t('post.result', { number: result })}</span></>}</> },
            { id: 'to', title: t('post.goes-to'), cell: ({ to }) => <>{to.name}<br /><span className="muted small">{to.address}</span></> },
            { id: 'act', title: t('work.acts'), cell: (line) => <Button label={`${t('post.pack')} ${line.code}`} onPress={() => { setPacking(line); }}>{t('post.pack')}</Button> },
          ]}
        />
      )}
      {packing !== null && <PackDialog line={packing} enterprises={enterprises} onClose={() => { setPacking(null); }} onSaid={onSaid} />}
    </Section>
  );
}
