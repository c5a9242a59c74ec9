// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { ActDone, DossierActName, OfficerDossier, OpeningPurpose, PossibleAct } from '@motcua/dossiers/contract';
import { Asked, Code, DueText, LinkedGroup, MessageArea, Page, ReturnDay, Section, StatusTag, Timeline, dueWords, intervalsOf, shownStatusOf, useWords } from '@motcua/ui';
import { momentText, shortName, withoutNumber } from '@motcua/i18n';
import { failureOf, failureWords, goTo, nowIso, useTitle } from '@motcua/web-kit';
import { useDossier } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { Acceptance } from './acceptance.tsx';
import { ActDialog } from './act-dialog.tsx';
import { hasForm, isPaperAct, isPostAct, isTransferAct, primaryOf } from './act-forms.ts';
import { AgencyDues } from './agency-dues.tsx';
import { Answers } from './answers.tsx';
import { Copies } from './copies.tsx';
import { ExtensionDialog, isExtensionAct } from './extension-dialog.tsx';
import { HandOver } from './hand-over.tsx';
import { Inquiries } from './inquiries.tsx';
import { Lateness } from './lateness.tsx';
import { OpenPaper } from './paper-viewer.tsx';
import { Papers } from './papers.tsx';
import { ForecastAct } from './forecast-act.tsx';
import { ResultStanding } from './result-standing.tsx';
import { Rounds } from './rounds.tsx';
import { isSigned, keysFor, useSigningMeans } from './signing-key.tsx';
import { SigningCircuit } from './signing-circuit.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';
import { StepActs } from './step-acts.tsx';
import { DossierThread } from './thread.tsx';
import { ChangeWaiting } from './change-waiting.tsx';
import { Wishes } from './wishes.tsx';

/** One dossier for officers: data, papers, acts side by side; the clock on top, its story below. */
export function Dossier({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const dossier = useDossier(code);
  useTitle(t('work.title', { list: code }));
  if (dossier.data === undefined) {
    return <Page title={<Code code={code} />}><Asked answer={dossier} loading={t('loading.dossier')} describe={(error) => failureWords(failureOf(error))}>{() => null}</Asked></Page>;
  }
  return <Opened dossier={dossier.data} />;
}

function Opened({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<PossibleAct | null>(null);
  const [handed, setHanded] = useState<string | null>(null);
  const [said, setSaid] = useState<ReactNode>('');
  const begin = (possible: PossibleAct): void => {
    if (!possible.allowed) setSaid(possible.why ?? t('act.not-now'));
    else if (possible.act === 'request-supplement') goTo(`/lam-viec/ho-so/${dossier.code}/bo-sung`);
    else if (possible.act === 'correct') goTo(`/lam-viec/ho-so/${dossier.code}/sua`);
    else if (isPaperAct(possible.act)) goTo('/lam-viec/giay');
    else if (isPostAct(possible.act)) goTo('/lam-viec/buu-chinh');
    else if (isTransferAct(possible.act)) goTo('/lam-viec/chuyen-den');
    else setOpen(possible);
  };
  const beginNamed = (act: DossierActName): void => {
    const possible = dossier.acts.find((one) => one.act === act);
    if (possible !== undefined) begin(possible);
  };
  const [purpose, setPurpose] = useState<OpeningPurpose>(dossier.acts.some(({ allowed }) => allowed) ? 'handling' : 'supervision');
  const primary = primaryOf(dossier);
  useKeys({ 'Ctrl+Enter': primary === null ? undefined : () => { begin(primary); }, 'F9': () => { beginNamed('request-supplement'); } });
  const done = (result: ActDone): void => { setOpen(null); setHanded(null); setSaid(<DoneWords done={result} />); };
  return (
    <Page
      title={<>{shortName(dossier.procedure.name)} · {dossier.applicant.name}</>}
      message={<MessageArea onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}
    >
      <ClockLine dossier={dossier} />
      <AgencyDues dossier={dossier} />
      <Wishes dossier={dossier} onAct={begin} />
      <ChangeWaiting dossier={dossier} onAct={begin} />
      <ResultStanding dossier={dossier} />
      <Lateness dossier={dossier} />
      {dossier.group !== null && <LinkedGroup group={dossier.group} shown={dossier.code} hrefOf={(code) => `/lam-viec/ho-so/${code}`} />}
      <div className="panes">
        <Answers dossier={dossier} />
        <OpenPaper dossier={dossier} purpose={purpose} />
        <Papers dossier={dossier} purpose={purpose} onPurpose={setPurpose} />
        <StepActs dossier={dossier} primary={primary} onAct={begin} onHandOver={setHanded} />
      </div>
      <SigningCircuit dossier={dossier} />
      <Copies dossier={dossier} />
      <DossierThread dossier={dossier} />
      <Rounds dossier={dossier} />
      <Inquiries dossier={dossier} />
      <Section id="dien-bien" title={t('dossier.timeline')}>
        <Timeline entries={dossier.timeline.toSorted((one, other) => other.seq - one.seq).map(({ seq, at, words, who, detail }) => ({ id: String(seq), at, title: words, detail: detail === null ? who : `${who} · ${detail}` }))} />
      </Section>
      <OpenAct dossier={dossier} open={open} onClose={() => { setOpen(null); }} onDone={done} />
      {handed !== null && <HandOver dossier={dossier} taskId={handed} onClose={() => { setHanded(null); }} onDone={done} />}
    </Page>
  );
}

type OpenActProps = { readonly dossier: OfficerDossier; readonly open: PossibleAct | null; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** The dialog of the act that was begun. */
function OpenAct({ dossier, open, onClose, onDone }: OpenActProps): ReactElement | null {
  const keys = useSigningMeans(dossier.acts.some(({ act, allowed }) => allowed && isSigned(act, dossier)));
  if (open === null) return null;
  const { act } = open;
  // The keys are there first: a choice that comes later would change under the hand.
  if (keys.isLoading && isSigned(act, dossier)) return null;
  if (hasForm(act)) return <ActDialog dossier={dossier} act={act} possible={open} keys={keysFor(keys.data, act, dossier)} onClose={onClose} onDone={onDone} />;
  if (isExtensionAct(act)) return <ExtensionDialog dossier={dossier} act={act} keys={keysFor(keys.data, act, dossier)} onClose={onClose} onDone={onDone} />;
  if (act === 'supplement') return <SupplementDialog dossier={dossier} onClose={onClose} onDone={onDone} />;
  return act === 'accept' ? <Acceptance dossier={dossier} onClose={onClose} onDone={onDone} /> : null;
}

function DoneWords({ done }: { readonly done: ActDone }): ReactElement {
  const t = useWords();
  return (
    <>
      <p>{done.owedAt === null ? t('act.done') : t('act.done-owed', { at: momentText(done.owedAt) })}</p>
      <p className="row">{done.papers.map((paper) => <a key={paper} href={`/api/dossiers/${done.code}/printed/${paper}`} target="_blank" rel="noreferrer">{t('act.print', { paper: t(`paper-name.${paper}`) })}</a>)}</p>
    </>
  );
}

function Awaits({ what }: { readonly what: readonly string[] }): ReactElement | null {
  const t = useWords();
  return what.length === 0 ? null : <span>{t('dossier.awaits', { what: what.join('; ') })}</span>;
}

function ClockLine({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { clock } = dossier;
  const current = dossier.steps.findIndex(({ state }) => state === 'current');
  const holder = dossier.tasks[0]?.assignee?.name;
  return (
    <>
      <div className="clock-line">
        <Code code={dossier.code} />
        <StatusTag status={shownStatusOf(dossier.status)} reader="officer" step={current < 0 ? null : t('dossier.step', { at: current + 1, total: dossier.steps.length, name: withoutNumber(dossier.steps[current]?.name ?? '') })} />
        <Awaits what={dossier.awaits} />
        {holder !== undefined && <span>{t('dossier.held-by', { name: holder })}</span>}
        <DueText state={clock.state} words={dueWords(clock, 'officer')} />
        {clock.owedAt !== null && <span>{t('mine.owed', { at: momentText(clock.owedAt) })}</span>}
        {dossier.explanation.length > 0 && <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t('dossier.how-counted')}</button>}
        <ForecastAct dossier={dossier} />
      </div>
      {isOpen && clock.owedAt !== null && (
        <ReturnDay
          owedAt={clock.owedAt} startedAt={dossier.startedAt ?? dossier.submittedAt} startText={t(dossier.provisional ? 'return-day.from.provisional' : `return-day.from.${dossier.startPoint ?? 'acceptance'}`)} now={nowIso()}
          limitText={t('return-day.limit', { limit: dossier.limit ?? t('unpublished') })} intervals={intervalsOf(dossier.explanation)}
        />
      )}
    </>
  );
}
