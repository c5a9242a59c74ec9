// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Code, DueText, EmptyState, LinkButton, Page, Section, StatusTag, Tag, dueWords, shownStatusOf, useWords } from '@motcua/ui';
import { momentShort, momentText, shortName, timeText } from '@motcua/i18n';
import type { DossierRow, DraftList, JointDraftList } from '@motcua/dossiers/contract';
import type { z } from 'zod';
import { useTitle } from '@motcua/web-kit';
import { useDrafts, useJointDrafts, useMyDossiers } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { VaultNotices } from '../vault/notices.tsx';
import { signOf } from '../joint-draft/words.ts';

/** Hồ sơ của tôi: whose turn it is, and by when; drafts below, so that nobody takes one for filed. */
export function MyDossiers(): ReactElement {
  const t = useWords();
  const dossiers = useMyDossiers();
  const drafts = useDrafts();
  const joint = useJointDrafts();
  useTitle(t('work.title', { list: t('nav.dossiers') }));
  return (
    <Page title={t('nav.dossiers')}>
      {joint.data !== undefined && joint.data.drafts.length > 0 && <JointDrafts drafts={joint.data.drafts} />}
      <VaultNotices />
      <SignedIn answer={dossiers} loading={t('loading.dossiers')}>
        {({ dossiers: rows, asOf }) => rows.length === 0
          ? <EmptyState><p>{t('mine.none')}</p><LinkButton look="primary" href="/thu-tuc">{t('search.title')}</LinkButton></EmptyState>
          : <><ul className="lines" role="list">{rows.map((row) => <Row key={row.code} row={row} />)}</ul><p className="muted small">{t('as-of', { time: timeText(asOf) })}</p></>}
      </SignedIn>
      {drafts.data !== undefined && drafts.data.drafts.length > 0 && <Drafts drafts={drafts.data.drafts} />}
    </Page>
  );
}

function Row({ row }: { readonly row: DossierRow }): ReactElement {
  const t = useWords();
  const { clock } = row;
  return (
    <li>
      <h2 className="line-title"><a href={`/ho-so/${row.code}`}>{shortName(row.procedure)}</a></h2>
      <p className="row"><StatusTag status={shownStatusOf(row.status)} reader="citizen" /><span className="muted"><Code code={row.code} /></span></p>
      {clock.owedAt !== null && clock.state !== 'paused' && <p>{t('mine.owed', { at: momentText(clock.owedAt) })} · <DueText state={clock.state} words={dueWords(clock, 'citizen')} /></p>}
      {clock.state === 'paused' && <p><DueText state="paused" words={dueWords(clock, 'citizen')} /></p>}
      {clock.owedAt === null && <p className="muted">{t('mine.filed-at', { at: momentShort(row.submittedAt) })}</p>}
    </li>
  );
}

function Drafts({ drafts }: { readonly drafts: z.infer<typeof DraftList>['drafts'] }): ReactElement {
  const t = useWords();
  return (
    <Section id="dang-soan" title={t('mine.drafts')}>
      <ul className="lines" role="list">
        {drafts.map(({ id, procedureName, savedAt, keptUntil }) => (
          <li key={id}>
            <h3 className="line-title"><a href={`/soan/${id}`}>{procedureName}</a></h3>
            <p className="row"><StatusTag status="draft" reader="citizen" /><span className="muted">{t('mine.draft-kept', { saved: momentShort(savedAt), until: momentShort(keptUntil) })}</span></p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Drafts of others that wait for this person. */
function JointDrafts({ drafts }: { readonly drafts: z.infer<typeof JointDraftList>['drafts'] }): ReactElement {
  const t = useWords();
  return (
    <Section id="cho-xac-nhan" title={t('joint.mine')}>
      <ul className="lines" role="list">
        {drafts.map(({ id, procedureName, begunBy, savedAt, state }) => (
          <li key={id}>
            <h3 className="line-title"><a href={`/soan/chung/${id}`}>{procedureName}</a></h3>
            <p className="row"><Tag {...signOf[state]}>{t(`joint.state.${state}`)}</Tag><span className="muted">{t('joint.mine-begun', { who: begunBy, at: momentShort(savedAt) })}</span></p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
