// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProcessDifference, ProcessView } from '@motcua/workflow/contract';
import { dayText } from '@motcua/i18n';
import { Asked, Page, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { Difference } from '../proposals/difference.tsx';

/** So sánh hai bản: what one published version of a process changed against another, by meaning. */
export function CompareProcess({ code, query }: { readonly code: string; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const view = useQuery({ queryKey: ['process', code, undefined], queryFn: () => ask(ProcessView, `/api/processes/${encodeURIComponent(code)}`) });
  useTitle(t('work.title', { list: t('process.compare') }));
  return (
    <Page title={t('process.compare')} before={<p className="breadcrumb"><a href={`/lam-viec/quy-trinh/${encodeURIComponent(code)}`}>{view.data?.name ?? code}</a></p>}>
      <Asked answer={view} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ versions }) => <Versions {...{ code, versions, from: query.get('tu') ?? String(versions[1]?.version ?? versions[0]?.version ?? 1), to: query.get('den') ?? String(versions[0]?.version ?? 1) }} />}
      </Asked>
    </Page>
  );
}

function Versions({ code, versions, from, to }: { readonly code: string; readonly versions: ProcessView['versions']; readonly from: string; readonly to: string }): ReactElement {
  const t = useWords();
  const found = useQuery({ queryKey: ['process-difference', code, from, to], queryFn: () => ask(ProcessDifference, `/api/processes/${encodeURIComponent(code)}/difference`, { from, to }) });
  const choices = versions.map(({ version, validFrom }) => ({ value: String(version), label: t('process.version.since', { version, day: dayText(validFrom) }) }));
  return (
    <>
      <div className="row">
        <Select name="tu" label={t('process.compare.from')} value={from} choices={choices} onChange={(value) => { goTo(withQuery({ tu: value }), { replace: true }); }} />
        <Select name="den" label={t('process.compare.to')} value={to} choices={choices} onChange={(value) => { goTo(withQuery({ den: value }), { replace: true }); }} />
      </div>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{({ lines }) => <Difference lines={lines} />}</Asked>
    </>
  );
}
