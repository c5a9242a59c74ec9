// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, Message, MessageArea, Page, useWords, withSources } from '@motcua/ui';
import type { FeeAnswers } from '@motcua/ui';
import { DraftSaved } from '@motcua/dossiers/contract';
import type { DraftContent } from '@motcua/dossiers/contract';
import { readEform } from '@motcua/eforms/contract';
import { failureOf, failureWords, goTo, send } from '@motcua/web-kit';
import type { Me } from '@motcua/access/contract';
import { useFilingStart, useMe } from '../../api.ts';
import { SignedIn, signInAndReturn } from '../failure.tsx';
import { proposedByLink } from './prefill.ts';

const empty: DraftContent = { agency: null, circumstance: null, applicant: null, forOther: false, answers: {}, returnWay: null };

/** What signing in already told of the person. */
function applicantOf(me: Me | undefined): DraftContent['applicant'] {
  return me?.kind === 'citizen' ? { kind: 'person', name: me.name, personalId: me.personalId } : null;
}

/** Begins a draft: says what is about to happen, and that it is not filing yet. What «Tôi cần giấy gì» found out comes along. */
export function NewFiling({ procedure, circumstance, fee, query }: { readonly procedure: string; readonly circumstance: string | null; readonly fee: FeeAnswers; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const start = useFilingStart(procedure, null);
  const me = useMe();
  const begin = useMutation({
    mutationFn: (content: DraftContent) => send(DraftSaved, { method: 'POST', path: '/api/drafts', body: { procedure, content } }),
    onSuccess: ({ id }) => { goTo(`/soan/${id}`, { replace: true }); },
  });
  const form = readEform(start.data?.eform.definition);
  const link = form === undefined ? null : proposedByLink(query, form);
  const proposed = Object.entries(link?.answers ?? {});
  const source = t('eform.from-link', { from: link?.from === undefined || link.from === '' ? t('eform.other-site') : link.from });
  const labelOf = (name: string): string => form?.display.sections.flatMap(({ fields }) => fields).find((field) => field.name === name)?.label ?? name;
  const failure = begin.error === null ? null : failureOf(begin.error);
  return (
    <Page
      title={start.data?.procedure.name ?? t('filing.begin')}
      message={<MessageArea tone="bad">{failure === null ? '' : failure.kind === 'signed-out' ? <a href={signInAndReturn()}>{t('act.sign-in-vneid')}</a> : failureWords(failure)}</MessageArea>}
    >
      <SignedIn answer={start} loading={t('loading.draft')}>
        {(filing) => filing.online
          ? (
            <div className="stack text">
              <p>{t('filing.begin-text', { limit: filing.limit ?? t('unpublished') })}</p>
              {proposed.length > 0 && <Message><p>{t('filing.link-proposes', { count: proposed.length, source })}</p><ul>{proposed.map(([name, value]) => <li key={name}>{labelOf(name)}: {String(value)}</li>)}</ul><p>{t('filing.link-check')}</p></Message>}
              <Button
                look="primary" busy={begin.isPending}
                onPress={() => { begin.mutate({ ...empty, ...withSources(empty, proposed.map(([name, value]) => ({ name, value, source }))), circumstance: filing.circumstances.find((name) => name === circumstance) ?? null, fee: { units: fee.units, claims: [...fee.claims], shipping: null }, applicant: applicantOf(me.data), agency: filing.agencies.length === 1 ? filing.agencies[0]?.code ?? null : null }); }}
              >
                {t('filing.begin')}
              </Button>
              <a href={`/thu-tuc/${procedure}`}>{t('filing.procedure')}</a>
            </div>
          )
          : <p className="text">{t('filing.not-online')} <a href={`/thu-tuc/${procedure}`}>{t('filing.procedure')}</a></p>}
      </SignedIn>
    </Page>
  );
}
