// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Facts, LinkButton, Message, Page, Section, useWords } from '@motcua/ui';
import { dayText, numberText, phoneText, shortName } from '@motcua/i18n';
import { PapersAsked } from './papers-asked.tsx';
import { channelWord, decisionWords, feesInWords, levelWords, onlineWords, timesByChannel, timeWords } from './procedure-words.ts';
import type { ProcedurePage, ProcedureRecord } from './props.ts';

/** Thủ tục: what it takes, how long, what it costs, and the way in. A part that is not published says so. */
export function Procedure(page: ProcedurePage): ReactElement {
  const t = useWords();
  const { procedure, version } = page;
  const title = shortName(procedure.name);
  return (
    <Page title={title}>
      <Standing {...page} />
      <div className="columns">
        <div className="stack stretch">
          {title !== procedure.name && <details className="more"><summary>{t('procedure.full-name')}</summary><p className="text pre">{procedure.name}</p></details>}
          <Overview {...page} />
        </div>
        <WaysIn {...page} />
      </div>
      <PapersAsked procedure={procedure} />
      {page.eforms.length > 0 && <Section id="mau-don" title={t('procedure.eforms')}><Eforms {...page} /></Section>}
      <Section id="cac-buoc" title={t('procedure.steps')}><Steps procedure={procedure} /></Section>
      <Section id="cach-nop" title={t('procedure.methods')}><Methods procedure={procedure} /></Section>
      <Names id="ket-qua" title={t('procedure.results')} names={procedure.results.map(({ name }) => name)} />
      <Section id="dieu-kien" title={t('procedure.conditions')}><p className="text pre">{procedure.conditions ?? t('unpublished')}</p></Section>
      <Names id="can-cu" title={t('procedure.legal-bases')} names={procedure.legalBases.map(({ code, name }) => code === null ? name : `${name} (${code})`)} />
      <HandledBy {...page} />
      <p className="muted small">{t('procedure.decision', { decision: decisionWords(t, procedure.decision) })} {version.since !== null && t('procedure.since', { day: dayText(version.since) })} {version.earlierHref !== null && <a href={version.earlierHref}>{t('procedure.earlier')}</a>}</p>
    </Page>
  );
}

/** Whether this version counts now: over, not begun, or ending with another to follow. */
function Standing({ version }: ProcedurePage): ReactElement | null {
  const t = useWords();
  const { standing, since, until, currentHref, next, abolishedBy } = version;
  if (standing === 'coming' && since !== null) return <Message>{t('procedure.coming', { day: dayText(since) })} {currentHref !== null && <a href={currentHref}>{t('procedure.see-current')}</a>}</Message>;
  if (until === null) return null;
  if (abolishedBy !== null) return <Message tone="warning">{t(standing === 'over' ? 'procedure.abolished' : 'procedure.to-be-abolished', { day: dayText(until), decision: abolishedBy })}</Message>;
  return (
    <Message tone={standing === 'over' ? 'warning' : 'plain'}>
      {t('procedure.over', { day: dayText(until) })} {standing === 'over' ? currentHref !== null && <a href={currentHref}>{t('procedure.see-current')}</a> : next !== null && <a href={next.href}>{t('procedure.see-next', { day: dayText(next.since) })}</a>}
    </Message>
  );
}

function Overview({ procedure, observed }: ProcedurePage): ReactElement {
  const t = useWords();
  const daysText = (days: number): string => (days === 0 ? t('procedure.same-day') : t('procedure.days', { count: days }));
  const facts = [
    { term: t('procedure.code'), value: <span className="code">{procedure.code}</span> },
    { term: t('procedure.place'), value: levelWords(t, procedure.levels) },
    { term: t('procedure.time'), value: <ul role="list" className="strong">{timesByChannel(t, procedure).map((words) => <li key={words}>{words}</li>)}</ul> },
    ...(observed === null ? [] : [{ term: t('procedure.observed'), value: t('procedure.observed-text', { half: daysText(observed.halfDays), most: daysText(observed.mostDays), count: numberText(observed.dossiers) }) }]),
    { term: t('procedure.fee'), value: <ul role="list">{feesInWords(t, procedure.methods.flatMap(({ fees }) => fees)).map((words) => <li key={words}>{words}</li>)}</ul> },
    { term: t('procedure.how'), value: `${onlineWords(t, procedure.onlineLevel)} · ${procedure.methods.map(({ channel }) => t(channelWord[channel])).join(', ')}` },
    { term: t('procedure.applicants'), value: procedure.applicantKinds.map(({ name }) => name).join('; ') || t('unpublished') },
    { term: t('procedure.field'), value: procedure.field?.code == null ? t('unpublished') : <a href={`/linh-vuc/${procedure.field.code}`}>{procedure.field.name}</a> },
    ...(procedure.nonTerritorial ? [{ term: t('procedure.where'), value: t('procedure.non-territorial') }] : []),
  ];
  return <Facts facts={facts} />;
}

function WaysIn({ visit, procedure, filing }: ProcedurePage): ReactElement {
  const t = useWords();
  return (
    <div className="card stretch">
      {filing.kind === 'here' && filing.href !== null && <LinkButton look="primary" href={filing.href} wide>{t('procedure.file')}</LinkButton>}
      {filing.kind === 'national-portal' && <LinkButton look="primary" href={filing.href ?? 'https://dichvucong.gov.vn'} wide>{t('procedure.file-national')}</LinkButton>}
      {filing.kind === 'counter' && <p>{t('procedure.file-counter')}</p>}
      {filing.kind === 'none' && <p>{t('procedure.file-none')}</p>}
      {filing.kind !== 'none' && <LinkButton href={`/thu-tuc/${procedure.code}/can-gi`} wide>{t('needs.title')}</LinkButton>}
      {filing.kind !== 'none' && <a href={`/thu-tuc/${procedure.code}/niem-yet.pdf`}>{t('posting.print-one')}</a>}
      <p>{t('procedure.ask')} <a className="num" href={`tel:${visit.site.hotline.replaceAll(' ', '')}`}>{phoneText(visit.site.hotline)}</a></p>
    </div>
  );
}

/** Mẫu trống · mẫu điền sẵn: free, to write on at home. */
function Eforms({ eforms }: ProcedurePage): ReactElement {
  const t = useWords();
  return (
    <ul className="lines" role="list">
      {eforms.map(({ key, title, blankHref, sampleHref }) => (
        <li key={key}><p className="strong">{title}</p><p><a href={blankHref}>{t('procedure.eform-blank')}<span className="hidden-visually"> {title}</span></a> · <a href={sampleHref}>{t('procedure.eform-sample')}<span className="hidden-visually"> {title}</span></a></p></li>
      ))}
    </ul>
  );
}

function Steps({ procedure }: { readonly procedure: ProcedureRecord }): ReactElement {
  const t = useWords();
  if (procedure.steps.length === 0) return <p>{t('unpublished')}</p>;
  return (
    <ol className="stack stretch text">
      {procedure.steps.map(({ name, text }, at) => (
        <li key={at}>{name !== null && <strong>{name}</strong>}<p className="pre">{text}</p></li>
      ))}
    </ol>
  );
}

function Methods({ procedure }: { readonly procedure: ProcedureRecord }): ReactElement {
  const t = useWords();
  if (procedure.methods.length === 0) return <p>{t('unpublished')}</p>;
  return (
    <ul className="lines" role="list">
      {procedure.methods.map(({ channel, time, note, fees }, at) => (
        <li key={at}>
          <h3>{t(channelWord[channel])}</h3>
          <p>{timeWords(t, time)} · {feesInWords(t, fees).join('; ')}</p>
          {note !== null && <p className="text pre muted">{note}</p>}
          {fees.map((fee, which) => fee.note === null ? null : <p key={which} className="text pre muted">{fee.note}</p>)}
        </li>
      ))}
      {procedure.circumstances.length > 1 && procedure.circumstances.some(({ time }) => time !== null) && (
        <li>
          <h3>{t('procedure.time-by-case')}</h3>
          <ul>{procedure.circumstances.map(({ name, time }, at) => <li key={at}>{name}: {timeWords(t, time)}</li>)}</ul>
        </li>
      )}
    </ul>
  );
}

function Names({ id, title, names }: { readonly id: string; readonly title: string; readonly names: readonly string[] }): ReactElement {
  const t = useWords();
  return (
    <Section id={id} title={title}>
      {names.length === 0 ? <p>{t('unpublished')}</p> : <ul className="text">{names.map((name, at) => <li key={at} className="pre">{name}</li>)}</ul>}
    </Section>
  );
}

function HandledBy({ procedure, handledBy }: ProcedurePage): ReactElement {
  const t = useWords();
  const competent = procedure.competentAgencies.length > 0 ? procedure.competentAgencies : procedure.executingAgencies;
  return (
    <Section id="noi-giai-quyet" title={t('procedure.handled-by')}>
      {handledBy.length > 0 && <ul className="text">{handledBy.map(({ agencies, more, steps, hours, href }) => <li key={agencies.join()}>{href === null ? t('procedure.no-internal') : <a href={href}>{t('procedure.internal', { steps, hours })}</a>}: {t('procedure.internal.agencies', { agencies: agencies.join(', '), more })}</li>)}</ul>}
      {(competent.length > 0 || handledBy.length === 0) && <p className="text">{competent.map(({ name }) => name).join('; ') || t('unpublished')}</p>}
      {procedure.coordinatingAgencies.length > 0 && <p className="text muted">{t('procedure.with', { agencies: procedure.coordinatingAgencies.map(({ name }) => name).join('; ') })}</p>}
      {procedure.receivingAddress !== null && <p className="text pre">{procedure.receivingAddress}</p>}
    </Section>
  );
}
