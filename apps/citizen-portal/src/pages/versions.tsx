// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { DataTable, Page, useWords } from '@motcua/ui';
import { dayText, shortName } from '@motcua/i18n';
import { decisionWords } from './procedure-words.ts';
import type { VersionsPage } from './props.ts';

/** Các bản của một thủ tục: each with its decision and the days it counted; what was in force when a dossier was filed can still be read. */
export function Versions({ code, name, versions }: VersionsPage): ReactElement {
  const t = useWords();
  return (
    <Page title={t('versions.title')} before={<p className="muted"><a href={`/thu-tuc/${code}`}>{shortName(name)}</a></p>}>
      <p className="text">{t('versions.intro')}</p>
      <DataTable
        caption={t('versions.caption', { count: versions.length })} rows={versions} rowKey={({ version }) => String(version)} hasLongTitles
        columns={[
          { id: 'version', title: t('versions.version'), isRowTitle: true, cell: ({ version, href }) => <a href={href}>{t('versions.number', { version })}</a> },
          { id: 'standing', title: t('versions.standing'), cell: ({ standing }) => t(`versions.${standing}`) },
          { id: 'days', title: t('versions.days'), cell: ({ since, until }) => (until === null ? t('versions.since', { since: dayText(since) }) : t('versions.until', { since: dayText(since), until: dayText(until) })) },
          { id: 'decision', title: t('versions.decision'), cell: ({ decision }) => decisionWords(t, decision) },
        ]}
      />
    </Page>
  );
}
