// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { MessageId } from '@motcua/i18n';
import { useWords } from '@motcua/ui';
import { useWorkCounts } from './api.ts';
import type { OfficerMe } from './workspace.tsx';

type Item = { readonly href: string; readonly word: MessageId; readonly act: string; readonly count?: string };
type Group = { readonly word: MessageId; readonly items: readonly Item[] };

/** What stands where, and the act without which it is not shown at all. */
const groups: readonly Group[] = [
  { word: 'work.group.mine', items: [
    { href: '/lam-viec', word: 'work.list.todo', act: 'work.read', count: 'todo' },
    { href: '/lam-viec/hom-nay', word: 'owed.title', act: 'work.read', count: 'due-today' },
    { href: '/lam-viec/duyet', word: 'work.list.to-sign', act: 'dossier.approve', count: 'to-sign' },
    { href: '/lam-viec/gia-han', word: 'work.list.to-extend', act: 'dossier.propose-extension', count: 'to-extend' },
    { href: '/lam-viec/cap-tren', word: 'work.list.escalated', act: 'work.escalated', count: 'escalated' },
    { href: '/lam-viec/tin-nhan', word: 'work.list.questions', act: 'dossier.write-message', count: 'questions' },
    { href: '/lam-viec/y-kien', word: 'work.list.consultations', act: 'dossier.answer-consultation', count: 'consultations' },
  ] },
  { word: 'work.group.counter', items: [
    { href: '/lam-viec/quay', word: 'work.counter', act: 'dossier.intake' },
    { href: '/lam-viec/ban-soan-chung', word: 'joint.at-counter', act: 'joint-draft.confirm' },
    { href: '/lam-viec/truc-tuyen', word: 'work.list.online', act: 'dossier.accept', count: 'online' },
    { href: '/lam-viec/de-nghi', word: 'work.list.wishes', act: 'dossier.decide-wish', count: 'wishes' },
    { href: '/lam-viec/dong', word: 'work.list.to-close', act: 'dossier.close', count: 'to-close' },
    { href: '/lam-viec/im-lang', word: 'work.list.silent', act: 'dossier.hear-of-silence', count: 'silent' },
    { href: '/lam-viec/tra', word: 'work.list.to-return', act: 'dossier.return', count: 'to-return' },
    { href: '/lam-viec/chuyen-den', word: 'work.transfers', act: 'transfers.read' },
    { href: '/lam-viec/giay', word: 'work.papers', act: 'papers.read' },
    { href: '/lam-viec/giay-goc', word: 'original.gaps', act: 'original-gaps.read' },
    { href: '/lam-viec/ban-quet', word: 'waiting-scan.title', act: 'dossier.digitise' },
    { href: '/lam-viec/ho-so-cu', word: 'back-file.title', act: 'back-files.keep' },
    { href: '/lam-viec/lam-sach', word: 'cleansing.title', act: 'cleansing.read' },
    { href: '/lam-viec/so-hoa', word: 'still-on-paper.title', act: 'digitising.read' },
    { href: '/lam-viec/so-thu', word: 'money-taken.title', act: 'money.read' },
    { href: '/lam-viec/dai-dien', word: 'representative.title', act: 'representation.keep' },
    { href: '/lam-viec/buu-chinh', word: 'work.post', act: 'post.read' },
  ] },
  { word: 'work.group.dossiers', items: [
    { href: '/lam-viec/ho-so', word: 'work.all', act: 'dossier.search' }, { href: '/lam-viec/so-theo-doi', word: 'work.book', act: 'book.read' },
    { href: '/lam-viec/kiem-tra-giay', word: 'check-log.title', act: 'paper-checks.read' }, { href: '/lam-viec/ban-in', word: 'copy.title', act: 'printed-copies.read' },
  ] },
  { word: 'work.group.records', items: [{ href: '/lam-viec/phat-hanh', word: 'work.list.to-issue', act: 'dossier.issue', count: 'to-issue' }] },
  { word: 'archive.group', items: [
    { href: '/lam-viec/nop-luu', word: 'archive.due', act: 'archive.read' }, { href: '/lam-viec/bien-ban-luu', word: 'archive.batches', act: 'archive.read' }, { href: '/lam-viec/luu-tru', word: 'archive.find', act: 'archive.read' },
    { href: '/lam-viec/toan-ven', word: 'archive.checks', act: 'archive.read' }, { href: '/lam-viec/huy-ho-so', word: 'archive.destroy', act: 'archive.read' },
  ] },
  { word: 'work.group.leaders', items: [{ href: '/lam-viec/dieu-hanh', word: 'work.overview', act: 'figures.read' }] },
  { word: 'work.group.control', items: [
    { href: '/lam-viec/danh-muc', word: 'catalogue.title', act: 'catalogue.read' }, { href: '/lam-viec/giay-to', word: 'paper-kind.title', act: 'catalogue.read' },
    { href: '/lam-viec/quy-trinh', word: 'work.processes', act: 'process.read' }, { href: '/lam-viec/bieu-mau', word: 'eform-editor.forms', act: 'eform.read' }, { href: '/lam-viec/mau-giay', word: 'work.forms', act: 'form.read' }, { href: '/lam-viec/loi-bao', word: 'messages.title', act: 'message-text.read' },
    { href: '/lam-viec/cong-bo', word: 'publications.title', act: 'publication.read' }, { href: '/lam-viec/ra-soat', word: 'review.title', act: 'review.read' },
    { href: '/lam-viec/goi', word: 'pack.title', act: 'pack.read' }, { href: '/lam-viec/ban-soan', word: 'proposal.title', act: 'proposal.read' }, { href: '/lam-viec/ban-thu', word: 'bench.title', act: 'bench.run' },
    { href: '/lam-viec/san-sang', word: 'readiness.title', act: 'readiness.read' }, { href: '/lam-viec/tai-cho', word: 'work.on-site', act: 'on-site.read' }, { href: '/lam-viec/chuyen-ban', word: 'work.version-moves', act: 'version.move' },
  ] },
  { word: 'work.group.registers', items: [
    { href: '/lam-viec/uy-quyen', word: 'work.delegations', act: 'register.read' }, { href: '/lam-viec/bo-tri', word: 'work.postings', act: 'register.read' },
    { href: '/lam-viec/lich-ky', word: 'work.signing-hours', act: 'timetable.read' }, { href: '/lam-viec/con-dau', word: 'work.seals', act: 'register.read' },
    { href: '/lam-viec/khoa-ky', word: 'keys.title', act: 'signing-means.own' },
    { href: '/lam-viec/gio-lam-viec', word: 'calendar.title', act: 'calendar.read' }, { href: '/lam-viec/cach-tinh', word: 'rules.title', act: 'deadline-rule.read' }, { href: '/lam-viec/quy-dinh', word: 'work.rules', act: 'rules.read' },
  ] },
];

/** Every screen the posting allows, by its name: what finding goes to. */
export const screensOf = (me: OfficerMe): readonly Pick<Item, 'href' | 'word'>[] => groups.flatMap(({ items }) => items.filter(({ act }) => me.acts.includes(act)));

/** Only what the posting allows; counts are live. */
export function Navigation({ me, path }: { readonly me: OfficerMe; readonly path: string }): ReactElement {
  const t = useWords();
  const counts = useWorkCounts(me.acts.includes('work.read')).data?.counts ?? {};
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the navigation is one line: where one is must be seen.
  useEffect(() => { nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [path]);
  return (
    <nav ref={nav} className="work-nav" aria-label={t('nav.label')}>
      {groups.map(({ word, items }) => {
        const shown = items.filter(({ act }) => me.acts.includes(act));
        return shown.length === 0 ? null : (
          <section key={word} aria-label={t(word)}>
            <h2>{t(word)}</h2>
            <ul role="list">
              {shown.map(({ href, word: name, count }) => (
                <li key={href}><a href={href} {...(isAt(path, href) ? { 'aria-current': 'page' as const } : {})}><span>{t(name)}</span>{count !== undefined && <span className="num">{counts[count] ?? ''}</span>}</a></li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

const isAt = (path: string, href: string): boolean => href === '/lam-viec' ? path === href : path === href || path.startsWith(`${href}/`);
