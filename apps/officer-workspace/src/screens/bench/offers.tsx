// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { BenchChoice, BenchOffer, BenchRun, OfficerDossier } from '@motcua/dossiers/contract';
import { momentText, officeDayOf, timeText } from '@motcua/i18n';
import { Button, Message, Section, Select, TextField, useWords } from '@motcua/ui';
import { useAgencies } from '../../api.ts';
import { StepQuestions, answersTyped } from '../processes/step-questions.tsx';

type Choose = (choice: BenchChoice) => void;
type OffersProps = { readonly run: BenchRun; readonly isBusy: boolean; readonly onChoose: Choose };

const answers = ['answered', 'late', 'refused', 'broken'] as const;

/** Who is to act next, and what each may do; then the clock. */
export function Offers({ run, isBusy, onChoose }: OffersProps): ReactElement {
  const t = useWords();
  const { dossier, offers } = run;
  const first = offers.filter(({ do: what }) => what === 'step' || what === 'approve' || what === 'issue' || what === 'return' || what === 'accept' || what === 'supplement' || what === 'partner');
  const others = offers.filter((offer) => !first.includes(offer));
  return (
    <>
      <Section id="ai-lam" title={t('bench.next')}>
        {dossier === null && <p>{t('bench.not-taken')}</p>}
        {dossier !== null && offers.length === 0 && <Message tone="good">{t('bench.over')}</Message>}
        {dossier !== null && first.map((offer) => <Offer key={keyOf(offer)} offer={offer} dossier={dossier} isBusy={isBusy} onChoose={onChoose} />)}
        {dossier !== null && others.length > 0 && <details><summary>{t('bench.others')}</summary>{others.map((offer) => <Offer key={keyOf(offer)} offer={offer} dossier={dossier} isBusy={isBusy} onChoose={onChoose} />)}</details>}
      </Section>
      {dossier !== null && offers.length > 0 && <Clock run={run} dossier={dossier} isBusy={isBusy} onChoose={onChoose} />}
    </>
  );
}

const keyOf = ({ do: what, node, partner }: BenchOffer): string => `${what} ${node ?? ''} ${partner ?? ''}`;

type OfferProps = { readonly offer: BenchOffer; readonly dossier: OfficerDossier; readonly isBusy: boolean; readonly onChoose: Choose };

function Offer(props: OfferProps): ReactElement {
  const t = useWords();
  const { do: what, step, officer, role, agencyName, partner } = props.offer;
  const title = t(partner !== null ? `bench.partner.${partner}` : what === 'step' || what === 'partner' ? 'act.complete-step' : `act.${what}`);
  return (
    <div className="draw-waiting">
      <p><span className="strong">{step === null ? title : `${step}: ${title}`}</span><br /><span className="muted small">{officer ?? t('bench.nobody')} · {t(`role.${roleOf(role)}`)} · {agencyName}</span></p>
      {partner === null ? <Act {...props} /> : <div className="row">{answers.map((answer) => <Button key={answer} busy={props.isBusy} onPress={() => { props.onChoose({ do: 'partner', who: partner, answer }); }}>{t(`bench.answer.${answer}`)}</Button>)}</div>}
    </div>
  );
}

const known = ['intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'cashier', 'consulted-officer'] as const;
const roleOf = (role: string): (typeof known)[number] => known.find((one) => one === role) ?? 'handling-officer';

function Act({ offer, dossier, isBusy, onChoose }: OfferProps): ReactElement {
  const t = useWords();
  const agencies = useAgencies().data?.agencies ?? [];
  const [typed, setTyped] = useState('');
  const [replies, setReplies] = useState<Readonly<Record<string, string>>>({});
  const { do: what } = offer;
  const node = offer.node ?? '';
  const index = dossier.tasks.findIndex(({ name }) => name === offer.step);
  const task = dossier.tasks[index];
  const name = `bench.${what}.${node}`;
  const go = (choice: BenchChoice): ReactElement => <Button look="primary" busy={isBusy} onPress={() => { onChoose(choice); }}>{t('bench.do')}</Button>;
  switch (what) {
    case 'step': return <><StepQuestions place={name} questions={task?.questions ?? []} typed={replies} onChange={setReplies} />{go({ do: 'step', node, variables: { ...answersTyped(task?.questions ?? [], replies) } })}</>;
    case 'approve': case 'issue': return go({ do: what, node });
    case 'accept': case 'supplement': case 'return': case 'request-identity': return go({ do: what });
    case 'request-payment': return go({ do: what, amountVnd: 100_000 });
    case 'send-back': return <div className="row"><Select name={name} label={t('try.return-to')} value={typed} empty={t('draw.choose')} choices={(task?.returnTo ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={setTyped} />{typed !== '' && go({ do: 'send-back', node, to: typed, reason: t('bench.sample-reason') })}</div>;
    case 'consult': return <div className="row"><Select name={name} label={t('bench.ask-whom')} value={typed} empty={t('draw.choose')} choices={agencies.map(({ code, name: label }) => ({ value: code, label }))} onChange={setTyped} />{typed !== '' && go({ do: 'consult', agency: typed })}</div>;
    case 'refuse': return <div className="row"><TextField name={name} label={t('act-field.reason')} value={typed} onChange={setTyped} />{typed.trim() !== '' && go({ do: 'refuse', reason: typed })}</div>;
    case 'request-supplement': return <div className="row"><TextField name={name} label={t('act-field.reason')} value={typed} onChange={setTyped} />{typed.trim() !== '' && go({ do: 'request-supplement', what: typed })}</div>;
    case 'partner': return <></>;
  }
}

/** The clock of the bench goes forward only: to a step's due time, to the return day, or to any later moment. */
function Clock({ run, dossier, isBusy, onChoose }: { readonly run: BenchRun; readonly dossier: OfficerDossier; readonly isBusy: boolean; readonly onChoose: Choose }): ReactElement {
  const t = useWords();
  const [at, setAt] = useState(() => `${officeDayOf(run.at)}T${timeText(run.at)}`);
  const dues = [...dossier.tasks.flatMap(({ name, dueAt }) => (dueAt === null ? [] : [{ name, at: dueAt }])), ...(dossier.clock.owedAt === null ? [] : [{ name: t('bench.owed'), at: dossier.clock.owedAt }])].filter((due) => due.at > run.at);
  return (
    <Section id="dong-ho" title={t('bench.clock')}>
      <div className="row">
        <TextField name="bench.until" label={t('bench.until')} value={at} typing={{ type: 'datetime-local' }} onChange={setAt} />
        <Button busy={isBusy} onPress={() => { if (at.length === 16) onChoose({ do: 'wait', until: `${at}:00+07:00` }); }}>{t('bench.move')}</Button>
      </div>
      <div className="row">{dues.map((due) => <Button key={due.name} look="quiet" busy={isBusy} onPress={() => { onChoose({ do: 'wait', until: due.at }); }}>{t('bench.past', { name: due.name, at: momentText(due.at) })}</Button>)}</div>
    </Section>
  );
}
