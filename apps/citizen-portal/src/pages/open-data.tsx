// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { DataTable, Facts, LinkButton, Page, Section, useWords } from '@motcua/ui';
import { dayText, shortName } from '@motcua/i18n';
import { decisionWords, feeOfLine, feesInWords, timeWords, timesByChannel } from './procedure-words.ts';
import type { OpenDataPage, PostingPage, WidgetPage } from './props.ts';

const files = [['thu-tuc.json', 'open-data.json'], ['thu-tuc.csv', 'open-data.csv'], ['giay-to.json', 'open-data.papers'], ['hieu-luc.ics', 'open-data.ics']] as const;

/** Dữ liệu mở: the catalogue in force as files, and how another site shows a procedure. */
export function OpenData({ origin }: OpenDataPage): ReactElement {
  const t = useWords();
  return (
    <Page title={t('open-data.title')}>
      <p className="text">{t('open-data.intro')}</p>
      <Section id="tep" title={t('open-data.files')}><ul className="text">{files.map(([file, word]) => <li key={file}><a href={`/du-lieu-mo/${file}`}>{file}</a>: {t(word)}</li>)}</ul></Section>
      <Section id="nhung" title={t('open-data.embed')}>
        <div className="stack text">
          <p>{t('open-data.embed-text')}</p>
          <pre className="snippet">{`<div data-mot-cua-thu-tuc="1.013227"></div>\n<script src="${origin}/nhung.js" defer></script>`}</pre>
          <p>{t('open-data.embed-demo')}</p>
          <div data-mot-cua-thu-tuc="1.013227" />
          <script src="/nhung.js" defer />
        </div>
      </Section>
    </Page>
  );
}

/** Bảng niêm yết of an agency: every procedure it handles, from the versions in force today. */
export function Posting({ agency, day, procedures, qr }: PostingPage): ReactElement {
  const t = useWords();
  return (
    <Page title={t('posting-board.title', { agency })}>
      <div className="row spread"><p className="text">{t('posting.intro', { day: dayText(day) })}</p><figure><img src={qr} alt={t('posting.qr')} width="120" height="120" /></figure></div>
      <p className="muted">{t('posting-board.caption', { count: procedures.length })}</p>
      {[...Map.groupBy(procedures, ({ field }) => field ?? t('posting-board.no-field'))].toSorted(([one], [other]) => one.localeCompare(other, 'vi')).map(([field, listed], at, all) => <PostedField key={field} field={field} procedures={listed} isOpen={all.length === 1 || at === 0} />)}
    </Page>
  );
}

/** The procedures of one field, folded so that a board of hundreds is no endless page. */
function PostedField({ field, procedures, isOpen }: { readonly field: string; readonly procedures: PostingPage['procedures']; readonly isOpen: boolean }): ReactElement {
  const t = useWords();
  return (
    <details className="more" open={isOpen}>
      <summary>{t('posting-board.field', { field, count: procedures.length })}</summary>
      <DataTable
        caption={t('posting-board.caption', { count: procedures.length })} rows={procedures} rowKey={({ code }) => code} hasLongTitles
        columns={[
          { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: ({ code, name }) => <><a href={`/thu-tuc/${encodeURIComponent(code)}`}>{shortName(name)}</a><br /><span className="muted small num">{code}</span></> },
          { id: 'time', title: t('procedure.time'), cell: ({ time }) => timeWords(t, time) }, { id: 'fee', title: t('procedure.fee'), cell: ({ fee }) => feeOfLine(t, fee) },
          { id: 'sheet', title: t('posting.sheet'), cell: ({ code, name }) => <a href={`/thu-tuc/${encodeURIComponent(code)}/niem-yet.pdf`}>{t('posting.print')}<span className="hidden-visually"> {shortName(name)}</span></a> },
        ]}
      />
    </details>
  );
}

/** Phần nhúng: what another site shows of a procedure. */
export function Widget({ procedure, abolished, href }: WidgetPage): ReactElement {
  const t = useWords();
  if (procedure === null) return <Page title={t('open-data.none')}><p>{abolished === null ? t('open-data.none-text') : t('catalogue.abolished-by', { decision: abolished })}</p></Page>;
  return (
    <Page title={shortName(procedure.name)}>
      <Facts facts={[
        { term: t('procedure.time'), value: timesByChannel(t, procedure).join('; ') }, { term: t('procedure.fee'), value: feesInWords(t, procedure.methods.flatMap(({ fees }) => fees)).join('; ') },
        { term: t('versions.decision'), value: decisionWords(t, procedure.decision) },
      ]} />
      <LinkButton look="primary" href={href}>{t('open-data.see')}</LinkButton>
    </Page>
  );
}
