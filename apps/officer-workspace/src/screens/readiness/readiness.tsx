// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Readiness as ReadinessAnswer } from '@motcua/dossiers/contract';
import { Asked, EmptyState, Icon, Page, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { fold } from '@motcua/kernel/text';

type AgencyReadiness = ReadinessAnswer['agencies'][number];

const signs = { ready: 'circle-check', missing: 'circle-x', advice: 'triangle-alert' } as const;

/** Sẵn sàng đưa vào dùng: which agency can go live, what the others lack, and where that is mended. */
export function Readiness({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const answer = useQuery({ queryKey: ['readiness'], queryFn: () => ask(ReadinessAnswer, '/api/readiness') });
  const typed = query.get('tim') ?? '';
  useTitle(t('work.title', { list: t('readiness.title') }));
  return (
    <Page title={t('readiness.title')}>
      <p className="muted">{t('readiness.intro')}</p>
      <Asked answer={answer} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ agencies, ready }) => {
          const shown = agencies.filter(({ name, agency }) => fold(`${name} ${agency}`).includes(fold(typed)));
          return (
            <>
              <p role="status">{t('readiness.counts', { ready, all: agencies.length })}</p>
              <TextField name="tim" label={t('readiness.find')} value={typed} onChange={(value) => { goTo(withQuery({ tim: value }), { replace: true }); }} />
              {shown.length === 0 ? <EmptyState><p>{t('readiness.none')}</p></EmptyState> : shown.map((agency) => <One key={agency.agency} agency={agency} isOpen={agency.missing > 0 || shown.length === 1} />)}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

function One({ agency: { agency, name, missing, lines }, isOpen }: { readonly agency: AgencyReadiness; readonly isOpen: boolean }): ReactElement {
  const t = useWords();
  return (
    <details className="readiness" open={isOpen}>
      <summary>
        <span className="grow">{name} <span className="muted small num">{agency}</span></span>
        <Tag tone={missing === 0 ? 'leaf' : 'turmeric'} sign={missing === 0 ? 'circle-check' : 'triangle-alert'}>{missing === 0 ? t('readiness.ready') : t('readiness.missing', { count: missing })}</Tag>
      </summary>
      <ul role="list">
        {lines.map(({ what, state, text, href }) => (
          <li key={what} className={state}>
            <Icon name={signs[state]} size={18} />
            <span><a href={href}>{t(`readiness.what.${what}`)}</a> <span className="hidden-visually">{t(`readiness.state.${state}`)}</span><br />{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
