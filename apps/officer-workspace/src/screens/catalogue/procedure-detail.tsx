// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ControlProcedure, Procedure } from '@motcua/catalogue/contract';
import { dayText, shortName } from '@motcua/i18n';
import { Asked, DataTable, Facts, LinkButton, Message, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { BeginProposal } from '../proposals/begin.tsx';
import { ComponentKindsSection } from './component-kinds.tsx';
import { Handlings } from './handlings.tsx';
import { MissingParts, standingTone } from './catalogue.tsx';

/** One procedure as those who keep the catalogue see it: its versions, what goes with it, who handles it, and what may be drafted. */
export function ProcedureDetail({ code, mayWrite }: { readonly code: string; readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  const found = useQuery({ queryKey: ['catalogue-procedure', code], queryFn: () => ask(ControlProcedure, `/api/catalogue/procedures/${encodeURIComponent(code)}`) });
  return <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{(procedure) => <Detail procedure={procedure} mayWrite={mayWrite} />}</Asked>;
}

type DetailProps = { readonly procedure: ControlProcedure; readonly mayWrite: boolean };

function Detail({ procedure, mayWrite }: DetailProps): ReactElement {
  const t = useWords();
  const { code, name, field, missing } = procedure;
  const coming = procedure.versions.find(({ standing }) => standing === 'coming');
  const inForce = procedure.versions.find(({ standing }) => standing === 'in-force');
  useTitle(t('work.title', { list: shortName(name) }));
  return (
    <Page title={shortName(name)} before={<p><a href="/lam-viec/danh-muc">{t('catalogue.title')}</a></p>}>
      <Facts
        facts={[
          { term: t('procedure.code'), value: <span className="code">{code}</span> }, { term: t('procedure.field'), value: field ?? t('unpublished') },
          { term: t('catalogue.missing'), value: missing.length === 0 ? t('catalogue.whole') : <MissingParts parts={missing} /> },
        ]}
      />
      <div className="row">
        {mayWrite && coming === undefined && <BeginProposal kind="procedure" subject={code} look="primary">{t('catalogue.write-next')}</BeginProposal>}
        <LinkButton href={`/thu-tuc/${encodeURIComponent(code)}`}>{t('catalogue.as-citizens')}</LinkButton>
        {mayWrite && <LinkButton href={`/lam-viec/ban-thu?thu-tuc=${encodeURIComponent(code)}`}>{t('bench.try')}</LinkButton>}
      </div>
      {mayWrite && coming !== undefined && <WhichBase code={code} coming={coming} inForce={inForce} />}
      <Versions procedure={procedure} mayWrite={mayWrite} />
      <Companions procedure={procedure} mayWrite={mayWrite} />
      <ComponentKindsSection code={procedure.code} />
      <Handlings procedure={procedure} />
    </Page>
  );
}

type Version = ControlProcedure['versions'][number];

/** Begun from which version, while one is published and has not begun: both are offered, by number and day. */
function WhichBase({ code, coming, inForce }: { readonly code: string; readonly coming: Version; readonly inForce: Version | undefined }): ReactElement {
  const t = useWords();
  const text = useQuery({ queryKey: ['procedure', code], enabled: inForce !== undefined, queryFn: () => ask(Procedure, `/api/procedures/${encodeURIComponent(code)}`) });
  return (
    <Message tone="warning">
      <p>{t('catalogue.coming', { version: coming.version, since: dayText(coming.validFrom) })}</p>
      <div className="row">
        <BeginProposal kind="procedure" subject={code} look="primary">{t('catalogue.write-from-coming', { version: coming.version })}</BeginProposal>
        {inForce !== undefined && text.data !== undefined && <BeginProposal kind="procedure" subject={code} content={text.data}>{t('catalogue.write-from-in-force', { version: inForce.version })}</BeginProposal>}
      </div>
    </Message>
  );
}

function Versions({ procedure, mayWrite }: DetailProps): ReactElement {
  const t = useWords();
  const { code, name, versions } = procedure;
  const [newest] = versions;
  return (
    <Section id="cac-ban" title={t('versions.title')}>
      <DataTable
        caption={t('versions.caption', { count: versions.length })} rows={versions} rowKey={({ version }) => String(version)} hasLongTitles
        columns={[
          { id: 'version', title: t('versions.version'), isRowTitle: true, cell: ({ version }) => <a href={`/thu-tuc/${encodeURIComponent(code)}?ban=${String(version)}`}>{t('versions.number', { version })}</a> },
          { id: 'standing', title: t('versions.standing'), cell: ({ standing, abolishedBy }) => <><Tag {...standingTone[standing]}>{t(`versions.${standing}`)}</Tag>{abolishedBy !== null && <><br /><span className="small">{t('catalogue.abolished-by', { decision: abolishedBy })}</span></>}</> },
          { id: 'days', title: t('versions.days'), cell: ({ validFrom, validUntil }) => (validUntil === null ? t('versions.since', { since: dayText(validFrom) }) : t('versions.until', { since: dayText(validFrom), until: dayText(validUntil) })) },
          { id: 'decision', title: t('versions.decision'), cell: ({ decision }) => decision.number ?? t('unpublished') },
        ]}
      />
      {mayWrite && newest?.validUntil === null && <p><BeginProposal kind="abolition" subject={code} content={{ subject: { code, name }, reason: '', insteadOf: null }}>{t('catalogue.abolish')}</BeginProposal></p>}
    </Section>
  );
}

const blank = { fees: { lines: [], reliefs: [], shipping: [] }, guide: { questions: [], conditions: [], cases: [], papers: [] }, checklist: { checks: [], supplementReasons: [], refusalReasons: [] } } as const;

function Companions({ procedure, mayWrite }: DetailProps): ReactElement {
  const t = useWords();
  const { code, name } = procedure;
  const { companions } = procedure;
  return (
    <Section id="kem-theo" title={t('catalogue.companions')}>
      <DataTable
        caption={t('catalogue.companions-caption')} rows={companions} rowKey={({ kind }) => kind} hasLongTitles
        columns={[
          { id: 'kind', title: t('catalogue.companion'), isRowTitle: true, cell: ({ kind }) => t(`companion.${kind}`) },
          { id: 'version', title: t('versions.version'), cell: ({ version, validFrom }) => (version === null || validFrom === null ? <span className="muted">{t('companion.none')}</span> : `${t('versions.number', { version })}, ${t('versions.since', { since: dayText(validFrom) })}`) },
          ...(mayWrite ? [{ id: 'act', title: t('work.acts'), cell: ({ kind, version }: ControlProcedure['companions'][number]) => <BeginProposal kind={kind} subject={code} {...(version === null ? { content: { subject: { code, name }, ...blank[kind] } } : {})}>{t(version === null ? 'companion.begin' : 'companion.next')}<span className="hidden-visually"> {t(`companion.${kind}`)}</span></BeginProposal> }] : []),
        ]}
      />
    </Section>
  );
}
