// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Facts, LinkButton, Message, Page, Section, declaredFacts, useWords } from '@motcua/ui';
import type { Fact } from '@motcua/ui';
import { momentShort, momentText } from '@motcua/i18n';
import type { FilingStart, JointDraft as Shared } from '@motcua/dossiers/contract';
import { useTitle } from '@motcua/web-kit';
import { useFilingStart, useJointDraft } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { Answering } from './answering.tsx';
import { People } from './people.tsx';
import { changedWords, fieldsOf } from './words.ts';

/** Bản soạn chung: a draft of somebody else that names this person, as it is now; his own part, and his answer. */
export function JointDraft({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const draft = useJointDraft(id);
  const name = draft.data?.procedureName ?? '';
  useTitle(t('joint.page', { name }));
  return (
    <Page title={draft.data === undefined ? t('joint.mine') : t('joint.page', { name })} before={<p><a href="/ho-so">{t('nav.dossiers')}</a></p>}>
      <SignedIn answer={draft} loading={t('loading.draft')}>{(shared) => <Read draft={shared} />}</SignedIn>
    </Page>
  );
}

function Read({ draft }: { readonly draft: Shared }): ReactElement {
  const t = useWords();
  const start = useFilingStart(draft.procedure, draft.content.agency).data;
  return (
    <>
      <p className="text">{t('joint.begun-by', { who: draft.begunBy })}</p>
      <Where draft={draft} start={start} />
      <Content draft={draft} start={start} />
      <p><LinkButton href={`/soan/${draft.id}`}>{t('joint.edit')}</LinkButton> <span className="muted">{t('joint.edit-hint')}</span></p>
      {draft.others.length > 0 && <Section id="nguoi-khac" title={t('joint.others')}><People people={draft.others} start={start} /></Section>}
      <Answering key={draft.me.answeredAt ?? ''} draft={draft} />
    </>
  );
}

/** What this person said before, and what changed since. */
function Where({ draft: { me }, start }: { readonly draft: Shared; readonly start: FilingStart | undefined }): ReactElement | null {
  const t = useWords();
  if (me.answeredAt === null) return null;
  if (me.state === 'changed') return <Message tone="warning"><p>{t('joint.again', { at: momentShort(me.answeredAt), what: changedWords(me.changed, start) })}</p></Message>;
  return <Message tone="good"><p>{t('joint.agreed', { at: momentShort(me.answeredAt) })}</p></Message>;
}

function Content({ draft: { content, files, savedAt }, start }: { readonly draft: Shared; readonly start: FilingStart | undefined }): ReactElement {
  const t = useWords();
  const agency = start?.agencies.find(({ code }) => code === content.agency)?.name ?? t('filing.not-yet');
  return (
    <Section id="noi-dung" title={t('joint.read')}>
      <p className="muted">{momentText(savedAt)}</p>
      <Facts
        facts={[
          { term: t('filing.agency'), value: agency },
          ...(content.circumstance === null ? [] : [{ term: t('needs.which-case'), value: content.circumstance }]),
          { term: t('dossier.applicant'), value: content.applicant?.name ?? t('filing.not-yet') },
          ...(content.forOther && content.mandate != null ? [{ term: t('mandate.number'), value: [content.mandate.number, content.mandate.issuedBy].filter(Boolean).join(', ') }] : []),
          ...declaredFacts({ fields: fieldsOf(start), answers: content.answers, words: { yes: t('answer.yes'), no: t('answer.no') } }),
          { term: t('filing.step.nhan'), value: content.returnWay === null ? t('filing.not-yet') : t(`return-way.${content.returnWay}`) },
          ...returning(content, start, t),
          { term: t('joint.files'), value: files.length === 0 ? t('joint.no-files') : files.map(({ name }) => name).join(', ') },
        ]}
      />
    </Section>
  );
}

/** Where exactly the result goes, as far as it was said. */
function returning({ returnTo, returnWay, returningAgency }: Shared['content'], start: FilingStart | undefined, t: ReturnType<typeof useWords>): readonly Fact[] {
  const shop = start?.shops.find(({ code }) => code === returningAgency)?.name;
  return [
    ...(shop === undefined || returnWay !== 'counter' ? [] : [{ term: t('filing.return-at'), value: shop }]),
    ...(returnTo == null || returnWay !== 'post' ? [] : [{ term: t('filing.to-name'), value: [returnTo.name, returnTo.phone, returnTo.address].filter((part) => part !== '').join(', ') }]),
  ];
}
