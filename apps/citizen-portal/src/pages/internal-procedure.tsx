// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Facts, LinkButton, Message, Page, Section, useWords } from '@motcua/ui';
import { dayText, numberText, shortName } from '@motcua/i18n';
import type { InternalProcedurePage } from './props.ts';

/** Quy trình nội bộ: who does what in how many hours, as it was published; printed and taken away as a file. */
export function InternalProcedure(page: InternalProcedurePage): ReactElement {
  const t = useWords();
  const { procedure, shown, choices, files, now } = page;
  return (
    <Page title={t('internal.title')} before={<p className="breadcrumb"><a href={procedure.href}>{shortName(procedure.name)}</a></p>}>
      {shown.isModel && <Message>{t('internal.model')}</Message>}
      <p className="text strong">{shown.name}</p>
      {choices.length > 1 && (
        <nav aria-label={t('internal.choices')}>
          <ul className="text">{choices.map((choice) => <li key={choice.href}>{choice.href === now ? <strong>{choice.name}</strong> : <a href={choice.href}>{choice.name}</a>} <span className="muted">{t('internal.agencies', { first: choice.first, more: choice.agencies - 1 })}</span></li>)}</ul>
        </nav>
      )}
      <Facts facts={[
        { term: t('internal.size'), value: t('internal.size.text', { steps: numberText(shown.steps), hours: numberText(shown.hours) }) },
        { term: t('internal.version'), value: t('internal.version.text', { version: shown.version, day: dayText(shown.validFrom) }) },
        { term: t('internal.decision'), value: shown.decision === null ? t('unpublished') : t('internal.decision.text', { number: shown.decision.number, day: dayText(shown.decision.date) }) },
      ]} />
      <p className="row"><LinkButton href={files.pdf}>{t('internal.pdf')}</LinkButton> <LinkButton href={files.docx}>{t('internal.docx')}</LinkButton></p>
      <Section id="cac-buoc" title={t('internal.steps')}><Steps rows={shown.rows} /></Section>
    </Page>
  );
}

function Steps({ rows }: { readonly rows: InternalProcedurePage['shown']['rows'] }): ReactElement {
  const t = useWords();
  return (
    <div className="table-scroll" role="region" aria-label={t('internal.table')} tabIndex={0}>
      <table className="table stacks internal-steps">
        <thead><tr><th scope="col">{t('internal.no')}</th><th scope="col">{t('internal.who')}</th><th scope="col">{t('internal.content')}</th><th scope="col">{t('internal.time')}</th><th scope="col">{t('internal.output')}</th></tr></thead>
        <tbody>
          {rows.map((row, at) => 'note' in row
            ? <tr key={at}><td colSpan={5}>{row.note}</td></tr>
            : <tr key={at}><td className="num" data-title={t('internal.no')}>{row.no}</td><td data-title={t('internal.who')}>{row.who}</td><th scope="row" className="pre internal-content">{row.content}</th><td data-title={t('internal.time')}>{row.time}</td><td data-title={t('internal.output')} className={row.output === '' ? 'none' : ''}>{row.output === '' ? '–' : row.output}</td></tr>)}
        </tbody>
      </table>
    </div>
  );
}
