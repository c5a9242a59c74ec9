// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { ProcessImports } from '@motcua/workflow/contract';
import { momentText, numberText } from '@motcua/i18n';
import { Asked, DataTable, EmptyState, LinkButton, Message, Page, Section, Upload, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, newClientKey, send, useTitle } from '@motcua/web-kit';

const importHref = (id: string): string => `/lam-viec/nap-quy-trinh/${id}`;

/** Nạp quy trình từ bảng: a file of tables is handed in, the earlier ones are listed, all processes are taken out as such a file. */
export function Imports(): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['process-imports'], queryFn: () => ask(ProcessImports, '/api/process-imports') });
  useTitle(t('work.title', { list: t('import.title') }));
  const handIn = useMutation({
    mutationFn: async (file: File) => send(z.object({ id: z.string() }), { method: 'POST', path: '/api/process-imports', body: { clientKey: newClientKey(), fileName: file.name, text: await file.text() } }),
    onSuccess: ({ id }) => { goTo(importHref(id)); },
  });
  return (
    <Page title={t('import.title')} before={<p className="breadcrumb"><a href="/lam-viec/quy-trinh">{t('process.title')}</a></p>}>
      <p className="text muted">{t('import.what')}</p>
      <div role="status">
        {handIn.isPending && <p>{t('import.reading')}</p>}
        {handIn.error !== null && <Message tone="bad">{failureWords(failureOf(handIn.error))}</Message>}
      </div>
      <Upload name="bang" label={t('import.choose')} hint={t('import.hint')} accept=".json,application/json" onFiles={([file]) => { if (file !== undefined && !handIn.isPending) handIn.mutate(file); }} />
      <p><LinkButton href="/api/process-tables" download>{t('import.export')}</LinkButton></p>
      <Section id="da-nap" title={t('import.earlier')}>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ imports }) => imports.length === 0 ? <EmptyState><p>{t('import.none')}</p></EmptyState> : (
            <DataTable
              caption={t('import.caption', { count: imports.length })} rows={imports} rowKey={({ id }) => id}
              columns={[
                { id: 'file', title: t('import.file'), isRowTitle: true, cell: ({ id, fileName }) => <a href={importHref(id)}>{fileName}</a> },
                { id: 'by', title: t('import.by'), cell: ({ by, at }) => <>{by}<br /><span className="muted small">{momentText(at)}</span></> },
                { id: 'records', title: t('import.records'), figures: true, cell: ({ records }) => numberText(records) },
                { id: 'open', title: t('import.open'), figures: true, cell: ({ open }) => numberText(open) },
                { id: 'published', title: t('import.published'), figures: true, cell: ({ published }) => numberText(published) },
              ]}
            />
          )}
        </Asked>
      </Section>
    </Page>
  );
}
