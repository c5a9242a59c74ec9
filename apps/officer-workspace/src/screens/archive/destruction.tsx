// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Destructions } from '@motcua/archive/contract';
import { dayText, momentShort, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, LinkButton, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, useTitle } from '@motcua/web-kit';
import { EntryDialog, dayOf } from '../registers/entry-dialog.tsx';

type Proposal = Destructions['proposals'][number];
type Ending = { readonly proposal: Proposal; readonly way: 'refusal' | 'withdrawal' };
/** What one proposal may hold at most. */
const aProposal = 500;

/** Hủy hồ sơ: what is kept long enough is proposed by one person, decided by another, destroyed by the maintenance run. */
export function DestructionPage(): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const [deciding, setDeciding] = useState<Proposal | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const known = useQuery({ queryKey: ['destructions'], queryFn: () => ask(Destructions, '/api/archive/destructions') });
  useTitle(t('work.title', { list: t('archive.destroy') }));
  return (
    <Page title={t('archive.destroy')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('archive.about.destruction')}</p>
      <Asked answer={known} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(answer) => (
          <>
            <Over known={answer} onDone={setSaid} />
            <Section id="de-nghi" title={t('archive.proposals')}>
              {answer.proposals.length === 0 ? <EmptyState><p>{t('archive.proposals-none')}</p></EmptyState> : answer.proposals.map((proposal) => <OneProposal key={proposal.id} proposal={proposal} onDecide={() => { setDeciding(proposal); }} onEnd={(way) => { setEnding({ proposal, way }); }} />)}
            </Section>
          </>
        )}
      </Asked>
      {deciding !== null && (
        <EntryDialog
          title={t('archive.decide')} act="archive.decide" path={`/api/archive/destructions/${deciding.id}/decision`} register="destructions" isEnding onClose={() => { setDeciding(null); }} onDone={() => { setDeciding(null); setSaid(t('archive.decision-saved')); }}
          fields={[{ name: 'number', label: 'archive.decision-number', kind: 'text' }, { name: 'date', label: 'archive.decision-day', kind: 'day' }]} body={(typed) => ({ number: typed['number'], date: dayOf(typed, 'date') })}
          beside={() => <p className="strong">{t('archive.decision-effect', { count: deciding.dossiers.length })}</p>}
        />
      )}
      {ending !== null && (
        <EntryDialog
          title={t(`archive.${ending.way}`)} act={`archive.${ending.way}`} path={`/api/archive/destructions/${ending.proposal.id}/${ending.way}`} register="destructions" onClose={() => { setEnding(null); }} onDone={() => { setEnding(null); setSaid(t('archive.not-destroyed')); }}
          fields={[{ name: 'reason', label: 'archive.why-not', kind: 'long', hint: 'archive.why-not-hint' }]} body={(typed) => ({ reason: typed['reason'] })}
        />
      )}
    </Page>
  );
}

function Over({ known: { over, mayPropose }, onDone }: { readonly known: Destructions; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const [isProposing, setProposing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const agencies = [...new Map(over.filter(({ agency }) => mayPropose.includes(agency)).map(({ agency, agencyName }) => [agency, agencyName]))];
  const lines = over.filter(({ code }) => chosen.includes(code));
  const chosenOf = new Set(lines.map(({ agency }) => agency));
  const choose = (code: string, isChosen: boolean): void => { setChosen((before) => isChosen ? [...before, code] : before.filter((one) => one !== code)); };
  return (
    <Section id="het-han" title={t('archive.over')}>
      {over.length === 0 ? <EmptyState><p>{t('archive.over-none')}</p></EmptyState> : (
        <DataTable
          caption={t('archive.over-caption', { count: over.length })} rows={over} rowKey={({ code }) => code} hasLongTitles
          columns={[
            ...(agencies.length === 0 ? [] : [{ id: 'choose', title: t('archive.select'), cell: ({ code, agency }: Destructions['over'][number]) => (mayPropose.includes(agency) ? <input type="checkbox" aria-label={t('archive.select-one', { code })} checked={chosen.includes(code)} disabled={!chosen.includes(code) && chosen.length >= aProposal} onChange={(event) => { choose(code, event.target.checked); }} /> : null) }]),
            { id: 'code', title: t('archive.dossier'), isRowTitle: true, cell: ({ code, agencyName }) => <><Code code={code} /><br /><span className="muted small">{agencyName}</span></> }, { id: 'procedure', title: t('archive.procedure'), cell: ({ procedure }) => shortName(procedure) },
            { id: 'ended', title: t('archive.ended'), cell: ({ endedOn }) => <span className="num">{dayText(endedOn)}</span> }, { id: 'until', title: t('archive.kept'), cell: ({ keptUntil }) => <span className="num">{dayText(keptUntil)}</span> },
          ]}
        />
      )}
      {agencies.length > 0 && (
        <div className="row">
          {agencies.map(([agency, name]) => <Button key={agency} onPress={() => { setChosen(over.filter((line) => line.agency === agency).slice(0, aProposal).map(({ code }) => code)); }}>{t('archive.select-all', { agency: name })}</Button>)}
          <Button look="primary" onPress={() => { if (chosenOf.size === 1) setProposing(true); }}>{t('archive.propose', { count: lines.length })}</Button>
        </div>
      )}
      {agencies.length > 0 && chosenOf.size !== 1 && <p className="muted" role="status">{t(chosenOf.size === 0 ? 'archive.propose-none' : 'archive.propose-one-agency')}</p>}
      {isProposing && <ProposeDialog agency={lines[0]?.agency ?? ''} dossiers={lines.map(({ code }) => code)} onClose={() => { setProposing(false); }} onDone={() => { setProposing(false); setChosen([]); onDone(t('archive.proposed')); }} />}
    </Section>
  );
}

function ProposeDialog({ agency, dossiers, onClose, onDone }: { readonly agency: string; readonly dossiers: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  return (
    <EntryDialog
      title={t('archive.propose-title', { count: dossiers.length })} act="archive.destroy" path="/api/archive/destructions" register="destructions" onClose={onClose} onDone={onDone}
      fields={[{ name: 'noComplaint', label: 'archive.no-complaint', kind: 'long', hint: 'archive.no-complaint-hint' }]} body={(typed) => ({ clientKey, agency, dossiers, noComplaint: typed['noComplaint'] })}
    />
  );
}

function Standing({ proposal: { decided, refused } }: { readonly proposal: Proposal }): ReactElement {
  const t = useWords();
  if (refused !== null) return <Tag tone="ink" sign="circle-x">{t(refused.withdrawn ? 'archive.withdrawn-by' : 'archive.refused-by', { who: refused.by, at: momentShort(refused.at) })}</Tag>;
  if (decided === null) return <Tag tone="turmeric" sign="clock">{t('archive.waiting-decision')}</Tag>;
  return <Tag tone="ink" sign="circle-check">{t('archive.decided', { number: decided.number, day: dayText(decided.date), who: decided.by })}</Tag>;
}

type OneProposalProps = { readonly proposal: Proposal; readonly onDecide: () => void; readonly onEnd: (way: Ending['way']) => void };

function OneProposal({ proposal, onDecide, onEnd }: OneProposalProps): ReactElement {
  const t = useWords();
  const { id, agencyName, noComplaint, proposed, decided, refused, mayDecide, mayWithdraw, dossiers } = proposal;
  return (
    <details className="readiness" open={decided === null && refused === null}>
      <summary>
        <span className="grow">{agencyName}<br /><span className="muted small">{t('archive.proposed-by', { who: proposed.by, at: momentShort(proposed.at), count: dossiers.length })}</span></span>
        <Standing proposal={proposal} />
      </summary>
      <p>{noComplaint}</p>
      {refused !== null && <p>{t('archive.why-not')}: {refused.reason}</p>}
      <ul className="lines" role="list">{dossiers.map(({ code, procedure, destroyedAt }) => <li key={code}><Code code={code} /> {shortName(procedure)} <span className="muted small">{destroyedAt === null ? decided !== null && t('archive.waiting-run') : t('archive.destroyed-on', { day: momentShort(destroyedAt) })}</span></li>)}</ul>
      <div className="row">
        <LinkButton href={`/api/archive/destructions/${id}/printed`}>{t('archive.print-destruction')}</LinkButton>
        {mayWithdraw && <Button onPress={() => { onEnd('withdrawal'); }}>{t('archive.withdrawal')}</Button>}
        {mayDecide && <Button onPress={() => { onEnd('refusal'); }}>{t('archive.refusal')}</Button>}
        {mayDecide && <Button look="danger" onPress={onDecide}>{t('archive.decide')}</Button>}
      </div>
    </details>
  );
}
