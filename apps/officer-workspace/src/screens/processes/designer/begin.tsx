// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Procedure } from '@motcua/catalogue/contract';
import { ProcessModel, ProcessView, editXml } from '@motcua/workflow/contract';
import { Asked, Page, useWords } from '@motcua/ui';
import { ApiFailure, ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { BeginProposal } from '../../proposals/begin.tsx';

type Beginning = { readonly title: string; readonly from: string | null; readonly content: { readonly name: string; readonly xml: string } | undefined };

/** A process that is not there yet is begun from another one, for a procedure; one that is there from its newest version. */
async function beginningOf(key: string, pattern: string | null): Promise<Beginning> {
  const known = await ask(ProcessView, `/api/processes/${encodeURIComponent(key)}`).catch((thrown: unknown) => { if (thrown instanceof ApiFailure && thrown.failure.kind === 'refused') return null; throw thrown; });
  if (known !== null) return { title: known.name, from: null, content: undefined };
  const procedure = await ask(Procedure, `/api/procedures/${encodeURIComponent(key)}`).catch(() => null);
  const view = pattern === null ? null : await ask(ProcessView, `/api/processes/${encodeURIComponent(pattern)}`).catch(() => null);
  if (view === null) return { title: procedure?.name ?? key, from: null, content: undefined };
  const model = await ask(ProcessModel, `/api/processes/${encodeURIComponent(view.key)}/versions/${String(view.shown)}`);
  const name = procedure?.name ?? model.name;
  let { xml } = model;
  for (const [property, value] of [['name', name], ['procedures', procedure === null ? '' : key]] as const) {
    const done = await editXml(xml, { kind: 'set-process', property, value });
    if (done.ok) xml = done.value.xml;
  }
  return { title: name, from: model.name, content: { name, xml } };
}

/** Soạn quy trình: opens the bản soạn that is open, or begins one. Nothing begins by merely looking. */
export function BeginProcess({ code, query }: { readonly code: string; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const pattern = query.get('mau');
  const beginning = useQuery({ queryKey: ['process-beginning', code, pattern], queryFn: () => beginningOf(code, pattern) });
  useTitle(t('work.title', { list: t('draw.title') }));
  return (
    <Page title={t('draw.title')} before={<p className="breadcrumb"><a href="/lam-viec/quy-trinh">{t('process.title')}</a></p>}>
      <Asked answer={beginning} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ title, from, content }) => (
          <>
            <p className="text strong">{title}</p>
            <p className="text muted">{from === null ? t('draw.begin.what') : t('draw.begin.from', { name: from })}</p>
            <div><BeginProposal kind="process" subject={code} look="primary" {...(content === undefined ? {} : { content })}>{t('draw.begin')}</BeginProposal></div>
          </>
        )}
      </Asked>
    </Page>
  );
}
