// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { EmptyState, Facts, LinkButton, Page, Section, Skeleton, useWords } from '@motcua/ui';
import { momentText, phoneText } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import { ProcedureList } from './procedure-list.tsx';
import type { AppPage, ErrorPage, ListPage, PlainPage } from './props.ts';

/** Việc trong đời or Lĩnh vực: its procedures. */
export function List({ kind, name, procedures, more }: ListPage): ReactElement {
  const t = useWords();
  return (
    <Page title={name} before={<p className="muted">{t(kind === 'field' ? 'list.field' : 'list.life-event')}</p>}>
      {procedures.length === 0 ? <EmptyState><p>{t('list.none')}</p><a href="/thu-tuc">{t('search.title')}</a></EmptyState> : <ProcedureList procedures={procedures} />}
      {more !== null && <p><LinkButton href={more}>{t('act.more')}</LinkButton></p>}
    </Page>
  );
}

/** What went wrong, what was kept, and the next way. */
export function ErrorNotice({ visit, kind, incident }: ErrorPage): ReactElement {
  const t = useWords();
  const hotline = phoneText(visit.site.hotline);
  return (
    <Page title={t(`error.${kind}.title`)}>
      <div className="stack text">
        <p>{t(`error.${kind}.text`, { hotline })}</p>
        {incident !== null && <p>{t('error.incident', { incident, at: momentText(visit.now) })}</p>}
        <div className="row"><LinkButton look="primary" href="/">{t('error.home')}</LinkButton><a href="/thu-tuc">{t('search.title')}</a></div>
      </div>
    </Page>
  );
}

type Chapter = { readonly id: string; readonly title: MessageId; readonly paragraphs: readonly MessageId[] };

function Chapters({ title, chapters }: { readonly title: MessageId; readonly chapters: readonly Chapter[] }): ReactElement {
  const t = useWords();
  return (
    <Page title={t(title)}>
      {chapters.map((chapter) => (
        <Section key={chapter.id} id={chapter.id} title={t(chapter.title)}>
          <div className="stack text">{chapter.paragraphs.map((id) => <p key={id}>{t(id)}</p>)}</div>
        </Section>
      ))}
    </Page>
  );
}

/** Khả năng tiếp cận: what was done, what is known to be missing, whom to tell. */
export function Accessibility(): ReactElement {
  return (
    <Chapters
      title="accessibility.title"
      chapters={[
        { id: 'muc-tieu', title: 'accessibility.aim', paragraphs: ['accessibility.aim.1', 'accessibility.aim.2'] },
        { id: 'chua-duoc', title: 'accessibility.gaps', paragraphs: ['accessibility.gaps.1', 'accessibility.gaps.2'] },
        { id: 'gop-y', title: 'accessibility.tell', paragraphs: ['accessibility.tell.1'] },
      ]}
    />
  );
}

/** Hướng dẫn: find, file, follow, receive; and how to tell the real site. */
export function Guide(): ReactElement {
  return (
    <Chapters
      title="guide.title"
      chapters={[
        { id: 'tim', title: 'guide.find', paragraphs: ['guide.find.1', 'guide.find.2'] },
        { id: 'nop', title: 'guide.file', paragraphs: ['guide.file.1', 'guide.file.2', 'guide.file.3'] },
        { id: 'theo-doi', title: 'guide.follow', paragraphs: ['guide.follow.1', 'guide.follow.2'] },
        { id: 'nhan', title: 'guide.receive', paragraphs: ['guide.receive.1'] },
        { id: 'cach-nhan-biet', title: 'guide.tell', paragraphs: ['guide.tell.1', 'guide.tell.2'] },
      ]}
    />
  );
}

/** Liên hệ: where the one-stop shop is and when it is open. */
export function Contact({ visit }: PlainPage): ReactElement {
  const t = useWords();
  const { site } = visit;
  return (
    <Page title={t('nav.contact')}>
      <Facts
        facts={[
          { term: t('contact.owner'), value: site.owner },
          { term: t('contact.address'), value: site.address },
          { term: t('contact.hours'), value: site.hours },
          { term: t('footer.hotline'), value: <a className="num" href={`tel:${site.hotline.replaceAll(' ', '')}`}>{phoneText(site.hotline)}</a> },
        ]}
      />
    </Page>
  );
}

/** Phản ánh, kiến nghị: until this province takes them here, says where. */
export function Petition({ visit }: PlainPage): ReactElement {
  const t = useWords();
  return (
    <Page title={t('petition.title')}>
      <div className="stack text">
        <p>{t('petition.text', { hotline: phoneText(visit.site.hotline) })}</p>
        <LinkButton href="https://dichvucong.gov.vn">{t('petition.national')}</LinkButton>
      </div>
    </Page>
  );
}

/** The empty frame of the signed-in application: its grey shape, and a sentence when scripts are off. */
export function App({ visit, title }: AppPage): ReactElement {
  const t = useWords();
  return (
    <div id="ung-dung" data-person={visit.signedIn ?? ''} data-hotline={visit.site.hotline} data-now={visit.now}>
      <main className="main gutter" id="noi-dung" tabIndex={-1}>
        <h1>{title}</h1>
        <noscript><p className="message warning">{t('app.no-script', { hotline: phoneText(visit.site.hotline) })}</p></noscript>
        <Skeleton label={t('loading')} lines={6} />
      </main>
    </div>
  );
}
