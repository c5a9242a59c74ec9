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

/** Hủy hồ sơ: what is kept long enough is proposed by one person, decided by another, destroyed by the maintenance run. */
export function DestructionPage(): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const [deciding, setDeciding] = useState<Proposal | null>(null);
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
              {answer.proposals.length === 0 ? <EmptyState><p>{t('archive.proposals-none')}</p></EmptyState> : answer.proposals.map((proposal) => <OneProposal key={proposal.id} proposal={proposal} onDecide={() => { setDeciding(proposal); }} />)}
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
    </Page>
  );
}

function Over({ known: { over, mayPropose }, onDone }: { readonly known: Destructions; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const [proposing, setProposing] = useState<string | null>(null);
  const agencies = [...new Map(over.filter(({ agency }) => mayPropose.includes(agency)).map(({ agency, agencyName }) => [agency, agencyName]))];
  const chosen = over.filter(({ agency }) => agency === proposing).slice(0, 500);
  return (
    <Section id="het-han" title={t('archive.over')}>
      {over.length === 0 ? <EmptyState><p>{t('archive.over-none')}</p></EmptyState> : (
        <DataTable
          caption={t('archive.over-caption', { count: over.length })} rows={over} rowKey={({ code }) => code} stacks
          columns={[
            { id: 'code', title: t('archive.dossier'), isRowTitle: true, cell: ({ code, agencyName }) => <><Code code={code} /><br /><span className="muted small">{agencyName}</span></> }, { id: 'procedure', title: t('archive.procedure'), cell: ({ procedure }) => shortName(procedure) },
            { id: 'ended', title: t('archive.ended'), cell: ({ endedOn }) => <span className="num">{dayText(endedOn)}</span> }, { id: 'until', title: t('archive.kept'), cell: ({ keptUntil }) => <span className="num">{dayText(keptUntil)}</span> },
          ]}
        />
      )}
      {agencies.length > 0 && <div className="row">{agencies.map(([agency, name]) => <Button key={agency} label={`${t('archive.propose', { count: over.filter((one) => one.agency === agency).length })}, ${name}`} onPress={() => { setProposing(agency); }}>{t('archive.propose', { count: over.filter((one) => one.agency === agency).length })}{agencies.length > 1 && ` · ${name}`}</Button>)}</div>}
      {proposing !== null && <ProposeDialog agency={proposing} dossiers={chosen.map(({ code }) => code)} onClose={() => { setProposing(null); }} onDone={() => { setProposing(null); onDone(t('archive.proposed')); }} />}
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

function OneProposal({ proposal: { id, agencyName, noComplaint, proposed, decided, mayDecide, dossiers }, onDecide }: { readonly proposal: Proposal; readonly onDecide: () => void }): ReactElement {
  const t = useWords();
  return (
    <details className="readiness" open={decided === null}>
      <summary>
        <span className="grow">{agencyName}<br /><span className="muted small">{t('archive.proposed-by', { who: proposed.by, at: momentShort(proposed.at), count: dossiers.length })}</span></span>
        <Tag tone={decided === null ? 'turmeric' : 'ink'} sign={decided === null ? 'clock' : 'circle-check'}>{decided === null ? t('archive.waiting-decision') : t('archive.decided', { number: decided.number, day: dayText(decided.date), who: decided.by })}</Tag>
      </summary>
      <p>{noComplaint}</p>
      <ul className="lines" role="list">{dossiers.map(({ code, procedure, destroyedAt }) => <li key={code}><Code code={code} /> {shortName(procedure)} <span className="muted small">{destroyedAt === null ? decided !== null && t('archive.waiting-run') : t('archive.destroyed-on', { day: momentShort(destroyedAt) })}</span></li>)}</ul>
      <div className="row">
        <LinkButton href={`/api/archive/destructions/${id}/printed`}>{t('archive.print-destruction')}</LinkButton>
        {mayDecide && <Button look="danger" onPress={onDecide}>{t('archive.decide')}</Button>}
      </div>
    </details>
  );
}
