// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { CounterIntake, CounterOutcome } from '@motcua/dossiers/contract';
import { ActBar, Button, ErrorSummary, Kbd, MessageArea, fieldId, useWords } from '@motcua/ui';
import type { MessageTone } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { useFilingStart } from '../../api.ts';
import type { Scan } from '../../keyboard/burst.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import type { OfficerMe } from '../../workspace.tsx';
import { BackDateFields, backDateOf, now } from '../dossier/back-date.tsx';
import { Accepted } from './accepted.tsx';
import { EnterprisePane } from './enterprise-pane.tsx';
import { FormPane } from './form-pane.tsx';
import { HandBack } from './hand-back.tsx';
import type { HandedForm } from './hand-back.tsx';
import { IdentityPane } from './identity-pane.tsx';
import { VaultPane } from './vault-pane.tsx';
import { emptyIntake, leftOut, papersAsked, placesLeft, populationSubject, preparedWith, solverOf, toSend, whatIsLeft } from './intake.ts';
import type { Fault, Intake } from './intake.ts';
import { MoneyPane } from './money-pane.tsx';
import { PapersPane } from './papers-pane.tsx';
import { PersonPane } from './person-pane.tsx';
import { CoApplicantFields } from './co-applicant-fields.tsx';
import { RepresentativeFields } from './representative-fields.tsx';
import { ProcedurePane } from './procedure-pane.tsx';
import { readEform } from '@motcua/eforms/contract';

const counterRoles: readonly string[] = ['intake-officer', 'one-stop-head', 'postal-worker'];

/** Tiếp nhận tại quầy, one screen, keyboard and scanner: person F2, procedure F3, papers by Space, what is left F7, accept F8, form 02 F9, form 03 Alt F9. */
export function Counter({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const own = (me.postings.find(({ role }) => counterRoles.includes(role)) ?? me.postings[0])?.agency ?? '';
  const [intake, setIntake] = useState<Intake>(() => emptyIntake(newClientKey()));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [said, setSaid] = useState<ReactNode>('');
  const [preparedFor, setPreparedFor] = useState('');
  const [earlier, setEarlier] = useState(now);
  const [handing, setHanding] = useState<HandedForm | null>(null);
  const start = useFilingStart(intake.procedure, intake.solvingAgency).data;
  const form = readEform(start?.eform.definition);
  const left = whatIsLeft(intake, start, form, own);
  useTitle(t('work.title', { list: t('work.counter') }));

  const change = (part: Partial<Intake>): void => { setIntake((before) => ({ ...before, ...part })); };
  const choose = (procedure: string): void => { change({ procedure, circumstance: null, solvingAgency: null, answers: {}, prefilled: {}, papers: [] }); setPreparedFor(''); setFaults([]); };
  // Another procedure or circumstance asks for other papers and another fee.
  const wanted = start === undefined ? '' : [intake.clientKey, start.procedure.code, intake.circumstance].join(':');
  if (start !== undefined && wanted !== preparedFor) {
    setPreparedFor(wanted);
    setIntake({ ...intake, ...preparedWith(start, intake.circumstance), reuse: null });
  }
  useScanned((scan) => {
    if (scan.kind === 'person') setIntake((before) => ({ ...before, person: { ...before.person, personalId: scan.personalId } }));
    if (scan.kind === 'procedure') choose(scan.code);
    if (scan.kind === 'unknown') setSaid(t('counter.scan-unknown', { text: scan.text }));
  });

  // The next person: the screen is empty and the number waits for the scanner.
  useEffect(() => { focusOn('person.personalId'); }, [intake.clientKey]);
  const accept = useMutation({
    mutationFn: (body: CounterIntake) => send(ActDone, { method: 'POST', path: '/api/dossiers', body }),
    onSuccess: async (done) => {
      setHanding(null);
      setSaid(<Accepted done={done} name={intake.person.name} hasOriginals={intake.papers.some(({ originals, copies }) => originals + copies > 0)} />);
      setIntake(emptyIntake(newClientKey()));
      setEarlier(now);
      setFaults([]);
      await dossiersChanged(queries);
    },
  });
  const failure = accept.error === null ? null : failureOf(accept.error);
  const shown = handing === null ? failure : null;

  const solver = solverOf(intake, start, own);
  const sendAs = (outcome: CounterOutcome): void => {
    const body = start === undefined || solver === null || accept.isPending ? undefined : toSend(intake, start, { own, solver }, outcome);
    if (body !== undefined) { setSaid(''); accept.mutate({ ...body, backDate: backDateOf(earlier) }); }
  };
  const submit = (): void => {
    const all = placesLeft(left);
    setFaults(all);
    if (all.length > 0) return;
    if (left.unseen + left.faulty > 0) { setSaid(t('counter.papers-left', { unseen: left.unseen, faulty: left.faulty })); document.querySelector<HTMLElement>('[data-paper]')?.focus(); return; }
    sendAs({ kind: 'accept' });
  };
  // Form 02 and 03 need to know who asked for what; the rest may have gaps.
  const handBack = (form: HandedForm): void => {
    setFaults(left.toAnswer);
    if (left.toAnswer.length === 0) { accept.reset(); setHanding(form); }
  };
  const goToNextLeft = (): void => { focusOn(placesLeft(left)[0]?.field ?? 'fee'); };
  useKeys({ F2: () => { focusOn('person.personalId'); }, F3: () => { focusOn('procedure'); }, F7: goToNextLeft, F8: submit, F9: () => { handBack('supplement'); }, 'Alt+F9': () => { handBack('refuse'); } });

  const names = Object.fromEntries(start === undefined ? [] : papersAsked(start, intake.circumstance).map(({ no, name }) => [no, name]));
  const byForm = start === undefined ? [] : papersAsked(start, intake.circumstance).filter((paper) => paper.byForm).map(({ no }) => no);
  const asked = [intake.clientKey, intake.person.personalId, intake.procedure, intake.circumstance].join(':');
  const faultOf = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
  return (
    <main className="main" id="noi-dung" tabIndex={-1}>
      <h1>{t('work.counter')}</h1>
      <MessageArea tone={toneOf(shown !== null, accept.isSuccess && faults.length === 0)} onDismiss={() => { setSaid(''); }}>{shown === null ? said : failureWords(shown)}</MessageArea>
      <ErrorSummary faults={shown === null ? faults : faultsOf(shown)} />
      <div className="counter" data-density="compact">
        <div className="stack">
          <PersonPane key={intake.clientKey} person={intake.person} faults={faultOf} onChange={(person) => { change(person.personalId === intake.person.personalId ? { person } : { person, identityPaper: '', reuse: null }); }} />
          <IdentityPane personalId={intake.person.personalId} own={own} identityPaper={intake.identityPaper} onChange={(identityPaper) => { change({ identityPaper }); }} />
          <CoApplicantFields others={intake.coApplicants} faults={faultOf} onChange={(coApplicants) => { change({ coApplicants }); }} />
          <RepresentativeFields other={intake.other} faults={faultOf} onChange={(other) => { change({ other }); }} />
          <ProcedurePane intake={intake} start={start} own={own} solver={solver} faults={faultOf} onChoose={choose} onChange={change} />
          <EnterprisePane key={`doanh-nghiep:${asked}`} intake={intake} form={form} own={own} solver={solver} onChange={change} />
        </div>
        <div className="stack">
          <VaultPane key={asked} intake={intake} own={own} onChange={change} />
          <PapersPane procedure={intake.procedure} isChosen={start !== undefined} papers={intake.papers} names={names} reuse={intake.reuse} byForm={byForm} unseen={left.unseen} onChange={(papers) => { change({ papers }); }} />
        </div>
        <div className="stack">
          <FormPane key={`${intake.clientKey}:${intake.procedure}`} form={form} person={intake.person} answers={intake.answers} prefilled={intake.prefilled} faults={faultOf} left={left.form.length} asked={populationSubject(intake, own, solver)} onChange={(answers) => { change({ answers }); }} onFilled={change} onAnswered={(papers) => { change({ papers: leftOut(intake.papers, papers) }); }} />
          <MoneyPane intake={intake} start={start} own={own} faults={faultOf} onChange={change} />
          <BackDateFields earlier={earlier} onChange={setEarlier} />
        </div>
      </div>
      <ActBar label={t('work.acts')}>
        <Button look="quiet" onPress={() => { setIntake(emptyIntake(newClientKey())); setFaults([]); setSaid(''); }}>{t('counter.clear')}</Button>
        <Button look="quiet" onPress={() => { handBack('refuse'); }}>{t('counter.refuse')} <Kbd>{t('key.refuse')}</Kbd></Button>
        <Button onPress={() => { handBack('supplement'); }}>{t('act.request-supplement')} <Kbd>{t('key.supplement')}</Kbd></Button>
        <span className="muted">{t('counter.left', { form: placesLeft(left).length, unseen: left.unseen, faulty: left.faulty })}</span>
        <span className="first"><Button look="primary" busy={accept.isPending} onPress={submit}>{t('counter.accept')} <Kbd>{t('key.accept')}</Kbd></Button></span>
      </ActBar>
      <HandBack form={handing} procedure={intake.procedure} papers={intake.papers} names={names} name={intake.person.name} failure={failure} isBusy={accept.isPending} onClose={() => { setHanding(null); accept.reset(); }} onSend={sendAs} />
    </main>
  );
}

function focusOn(field: string): void {
  setTimeout(() => { document.getElementById(fieldId(field))?.focus(); }, 0);
}

const toneOf = (hasFailed: boolean, isDone: boolean): MessageTone => hasFailed ? 'bad' : isDone ? 'good' : 'plain';

/** What the workspace's scanner caught and the counter gives a meaning. */
function useScanned(onScan: (scan: Scan) => void): void {
  const newest = useRef(onScan);
  useEffect(() => { newest.current = onScan; });
  useEffect(() => {
    const heard = (event: Event): void => { if (event instanceof CustomEvent && isScan(event.detail)) newest.current(event.detail); };
    addEventListener('motcua:scan', heard);
    return () => { removeEventListener('motcua:scan', heard); };
  }, []);
}

function isScan(value: unknown): value is Scan {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
