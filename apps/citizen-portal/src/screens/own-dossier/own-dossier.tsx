// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import {
  Code, DueText, EnterpriseCard, Facts, LinkButton, LinkedGroup, Page, PaperAnswered, PriceLines, ReturnDay, Section, StatusTag, Tag, Timeline, dueWords, intervalsOf, shownStatusOf, useWords,
} from '@motcua/ui';
import { listText, momentText, shortName, withoutNumber } from '@motcua/i18n';
import type { OwnDossier as Dossier } from '@motcua/dossiers/contract';
import { nowIso, useTitle } from '@motcua/web-kit';
import { useOwnDossier } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { Ending } from './ending.tsx';
import { WhoLooked } from './openings.tsx';
import { OwnOriginals } from './originals.tsx';
import { Notices } from './notices.tsx';
import { ForecastAct } from './forecast-act.tsx';
import { SupplementAnswer } from './supplement-answer.tsx';
import { DossierThread } from './thread.tsx';
import { AskForChange, Wishes } from './wish.tsx';
import { YourTurn } from './your-turn.tsx';

type OwnDossierProps = { readonly code: string; readonly part: string; readonly hotline: string };

/** One dossier of mine: where it stands, whose turn it is, by when and how that day was counted. */
export function OwnDossier({ code, part, hotline }: OwnDossierProps): ReactElement {
  const t = useWords();
  const dossier = useOwnDossier(code);
  useTitle(`${dossier.data?.procedure.name ?? t('nav.dossiers')} · ${code}`);
  if (dossier.data === undefined) return <Page title={<Code code={code} />}><SignedIn answer={dossier} loading={t('loading.dossier')}>{() => null}</SignedIn></Page>;
  switch (part) {
    case 'bo-sung': return <SupplementAnswer dossier={dossier.data} />;
    case 'rut': return <Ending dossier={dossier.data} />;
    case 'de-nghi': return <AskForChange dossier={dossier.data} />;
    default: return <Overview dossier={dossier.data} hotline={hotline} />;
  }
}

function Overview({ dossier, hotline }: { readonly dossier: Dossier; readonly hotline: string }): ReactElement {
  const t = useWords();
  return (
    <Page title={shortName(dossier.procedure.name)}>
      <Notices dossier={dossier} />
      <Wishes dossier={dossier} />
      <div className="columns">
        <div className="stack wide">
          <p className="row"><Code code={dossier.code} />{dossier.revoked === null ? <StatusTag status={shownStatusOf(dossier.status)} reader="citizen" /> : <Tag tone="lacquer" sign="circle-x">{t('mine.revoked')}</Tag>}</p>
          <Promise dossier={dossier} />
          {dossier.clock.state === 'paused' && dossier.group?.isLead !== true && <p><ForecastAct dossier={dossier} /></p>}
        </div>
        <YourTurn dossier={dossier} hotline={hotline} />
      </div>
      {dossier.group !== null && <LinkedGroup group={dossier.group} shown={dossier.code} hrefOf={(code) => `/ho-so/${code}`} />}
      {dossier.clock.owedAt !== null && dossier.explanation.length > 0 && <Reckoning dossier={dossier} />}
      <DossierThread dossier={dossier} />
      <Section id="dien-bien" title={t('dossier.timeline')}>
        <Timeline entries={dossier.timeline.toSorted((one, other) => other.seq - one.seq).map(({ seq, at, words, who, detail }) => ({ id: String(seq), at, title: words, detail: detail === null ? who : `${who} · ${detail}` }))} />
      </Section>
      <Papers dossier={dossier} />
      <OwnOriginals dossier={dossier} />
      {dossier.issued.length > 0 && (
        <Section id="ket-qua" title={t('dossier.issued')}>
          <ul className="lines" role="list">{dossier.issued.map(({ href, title }, at) => <li key={at}><a href={href} download>{title}</a></li>)}</ul>
        </Section>
      )}
      {dossier.papers.some(({ documents }) => documents.length > 0) && <WhoLooked code={dossier.code} />}
      <OtherWays dossier={dossier} />
    </Page>
  );
}

function Promise({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const t = useWords();
  const { clock } = dossier;
  const place = t('dossier.returned-at', { agency: dossier.returningAgency, way: t(`return-way.${dossier.returnWay}`) });
  if (clock.owedAt === null) return <p>{t(dossier.acceptedAt === null ? 'dossier.not-accepted' : 'dossier.no-day')}</p>;
  return (
    <div className="promise">
      <span className="muted">{t(dossier.provisional ? 'dossier.provisional' : 'return-day.owed')}</span>
      <time className="figure" dateTime={clock.owedAt}>{momentText(clock.owedAt)}</time>
      <DueText state={clock.state} words={dueWords(clock, 'citizen')} />
      {dossier.firstAppointment !== null && <span className="muted">{t('dossier.first-appointment', { at: momentText(dossier.firstAppointment) })}</span>}
      <span className="muted">{place}</span>
      <Steps dossier={dossier} />
    </div>
  );
}

function Steps({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const t = useWords();
  const at = dossier.steps.findIndex(({ state }) => state === 'current');
  const step = dossier.steps[at];
  if (step === undefined) return null;
  const words = t('dossier.step', { at: at + 1, total: dossier.steps.length, name: withoutNumber(step.name) });
  return <span>{step.unit === null ? words : `${words}, ${step.unit}`}</span>;
}

function Reckoning({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const t = useWords();
  const startedAt = dossier.startedAt ?? dossier.submittedAt;
  return (
    <div className="section">
      <ReturnDay
        owedAt={dossier.clock.owedAt ?? startedAt} startedAt={startedAt} startText={t(dossier.provisional ? 'return-day.from.provisional' : `return-day.from.${dossier.startPoint ?? 'acceptance'}`)} now={nowIso()}
        limitText={t('return-day.limit', { limit: dossier.limit ?? t('unpublished') })} intervals={intervalsOf(dossier.explanation)}
      />
    </div>
  );
}

function Papers({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const t = useWords();
  return (
    <Section id="giay-to" title={t('dossier.papers')}>
      {dossier.papers.length === 0 ? <p>{t('dossier.no-papers')}</p> : (
        <ul className="lines" role="list">
          {dossier.papers.map(({ no, name, state, remark, documents, reused, answered }) => (
            <li key={no}>
              <p>{listText(name)}</p>
              {answered !== undefined && <PaperAnswered answered={answered} declaration={`/api/my/dossiers/${dossier.code}/printed/declaration`} />}
              {reused !== undefined && <p className="muted">{t('paper.reused', { name: `${reused.name} ${reused.number ?? ''}`.trim(), code: reused.code })}</p>}
              <p className="muted">{[answered?.register === 'form' && state === 'not-needed' ? '' : t(`paper-state.${state}`), dossier.secretPapers.some((secret) => secret.no === no) ? t('secret.mark') : '', remark ?? '', ...documents.map((document) => document.name)].filter((said) => said !== '').join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
      {dossier.extracts.length > 0 && <><h3>{t('enterprise.kept')}</h3><ul className="lines" role="list">{dossier.extracts.map((extract) => <li key={extract.at}><EnterpriseCard extract={extract} /></li>)}</ul></>}
      <Facts facts={[{ term: t('dossier.solving'), value: dossier.solvingAgency }, { term: t('dossier.receiving'), value: dossier.receivingAgency }, ...(dossier.fee.price === null || dossier.fee.price.lines.length === 0 ? [] : [{ term: t('fees.of-dossier'), value: <PriceLines price={dossier.fee.price} /> }])]} />
    </Section>
  );
}

function OtherWays({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const t = useWords();
  const may = (act: string): boolean => dossier.acts.some((possible) => possible.act === act && possible.allowed);
  if (!may('withdraw') && !may('wish')) return null;
  return (
    <Section id="viec-khac" title={t('dossier.other')}>
      <div className="row">
        {may('withdraw') && <LinkButton href={`/ho-so/${dossier.code}/rut`}>{t('ending.withdraw.title')}</LinkButton>}
        {may('wish') && <LinkButton href={`/ho-so/${dossier.code}/de-nghi`}>{t(dossier.acceptedAt === null ? 'wish.title-correct' : 'wish.title')}</LinkButton>}
      </div>
    </Section>
  );
}
