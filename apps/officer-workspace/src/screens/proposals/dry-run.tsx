// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DryRun } from '@motcua/dossiers/contract';
import { Asked, DataTable, EmptyState, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

/** Chạy thử trên hồ sơ cũ: what the newest dossiers would have met; how sure the trial is stands first. */
export function DryRunSection({ id, revision }: { readonly id: string; readonly revision: number }): ReactElement {
  const t = useWords();
  const run = useQuery({ queryKey: ['proposal-dry-run', id, revision], queryFn: () => ask(DryRun, `/api/proposals/${id}/dry-run`) });
  return (
    <Section id="chay-thu" title={t('proposal.view-dry-run')}>
      <p className="muted">{t('dry-run.intro')}</p>
      <Asked answer={run} loading={t('dry-run.running')} describe={(error) => failureWords(failureOf(error))}>
        {({ lines }) => lines.every(({ looked }) => looked === 0) ? <EmptyState><p>{t('dry-run.none')}</p></EmptyState> : (
          <>{lines.filter(({ looked }) => looked > 0).map((line) => <Line key={`${line.kind} ${line.key}`} line={line} />)}</>
        )}
      </Asked>
    </Section>
  );
}

function Line({ line: { title, looked, control, same, findings } }: { readonly line: DryRun['lines'][number] }): ReactElement {
  const t = useWords();
  return (
    <>
      <h3>{title}</h3>
      {control !== null && <p className="muted small">{t('dry-run.control', { control, looked })}</p>}
      <p>{t('dry-run.same', { same, looked })}</p>
      {findings.length > 0 && (
        <DataTable
          caption={t('dry-run.caption')} rows={findings} rowKey={({ text }) => text}
          columns={[
            { id: 'text', title: t('dry-run.what'), isRowTitle: true, cell: ({ text }) => text },
            { id: 'dossiers', title: t('dry-run.dossiers'), figures: true, cell: ({ dossiers }) => dossiers },
            { id: 'examples', title: t('dry-run.examples'), cell: ({ examples }) => <span className="num small">{examples.join(', ')}</span> },
          ]}
        />
      )}
    </>
  );
}
