// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ControlProcedure } from '@motcua/catalogue/contract';
import { Simulation, messageWords } from '@motcua/workflow/contract';
import type { ProcessTable, SimulationChoice } from '@motcua/workflow/contract';
import { momentText, officeDayOf, timeText } from '@motcua/i18n';
import { Asked, Button, Facts, Message, Select, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, nowIso, send } from '@motcua/web-kit';
import { useAgencies } from '../../../api.ts';
import { hoursText } from '../hours.ts';
import { WaitingStep } from './waiting-step.tsx';
import { WalkList } from './walk-list.tsx';

type TryOutProps = { readonly xml: string; readonly table: ProcessTable };

/** The minute of now in the offices' zone, as the browser's own field writes it. */
const officeNow = (): string => { const now = nowIso(); return `${officeDayOf(now)}T${timeText(now)}`; };

/** Where a dossier can be tried: the agencies that handle the procedure; any that solves dossiers while nobody handles it yet. */
function useSolving(procedure: string | null): readonly { readonly code: string; readonly name: string }[] {
  const agencies = useAgencies().data?.agencies ?? [];
  const known = useQuery({ queryKey: ['procedure-handling', procedure], enabled: procedure !== null, staleTime: 300_000, retry: false, queryFn: () => ask(ControlProcedure, `/api/catalogue/procedures/${encodeURIComponent(procedure ?? '')}`) });
  if (procedure !== null && known.isPending) return [];
  const handling = known.data?.handlings ?? [];
  return handling.length > 0 ? handling.map(({ agency, agencyName }) => ({ code: agency, name: agencyName })) : agencies.filter(({ kind }) => kind === 'department' || kind === 'commune');
}

/** Thử một hồ sơ: one dossier goes through the process as drawn, by the real calendar of an agency; nothing is stored. */
export function TryOut({ xml, table }: TryOutProps): ReactElement {
  const t = useWords();
  const codes = table.procedures.split(',').map((code) => code.trim()).filter((code) => code !== '');
  const solving = useSolving(codes[0] ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const agency = solving.find(({ code }) => code === chosen)?.code ?? solving[0]?.code ?? '';
  const [at, setAt] = useState(officeNow);
  const [choices, setChoices] = useState<readonly SimulationChoice[]>([]);
  const receivedAt = `${at}:00+07:00`;
  const walk = useQuery({
    queryKey: ['simulation', xml, agency, at, choices], enabled: agency !== '' && at.length === 16, placeholderData: keepPreviousData, retry: false,
    queryFn: () => send(Simulation, { method: 'POST', path: '/api/process-simulations', body: { xml, agency, receivedAt, procedure: codes[0] ?? null, choices } }),
  });
  const failure = walk.error === null ? null : failureOf(walk.error);
  return (
    <div className="draw-try">
      <p className="text muted">{t('try.what')}</p>
      <div className="row">
        <Select name="try.agency" label={t('try.agency')} value={agency} choices={solving.map(({ code, name }) => ({ value: code, label: name }))} onChange={(code) => { setChosen(code); }} />
        <TextField name="try.at" label={t('try.received')} value={at} typing={{ type: 'datetime-local' }} onChange={setAt} />
      </div>
      {failure !== null && <Message tone="bad"><p>{failureWords(failure)}</p><ul>{faultsOf(failure).map(({ field, text }) => <li key={field + text}>{text}</li>)}</ul></Message>}
      <div className="row">
        {choices.length > 0 && <Button onPress={() => { setChoices(choices.slice(0, -1)); }}>{t('try.back')}</Button>}
        {choices.length > 0 && <Button look="quiet" onPress={() => { setChoices([]); }}>{t('try.again')}</Button>}
      </div>
      {failure === null && (
        <Asked answer={walk} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {(found) => <Walked walk={found} isBusy={walk.isPlaceholderData} onChoose={(choice) => { setChoices([...choices, choice]); }} />}
        </Asked>
      )}
    </div>
  );
}

function Walked({ walk, isBusy, onChoose }: { readonly walk: Simulation; readonly isBusy: boolean; readonly onChoose: (choice: SimulationChoice) => void }): ReactElement {
  const t = useWords();
  const { steps, waiting, timers, messages, ended, at, plannedHours, promisedAt, late } = walk;
  return (
    <>
      <Facts facts={[
        { term: t('try.planned'), value: t('try.hours', { hours: hoursText(plannedHours) }) },
        { term: t('try.promised'), value: promisedAt === null ? t('try.no-promise') : momentText(promisedAt) },
        { term: t(ended ? 'try.ends' : 'try.stands'), value: <>{momentText(at)}{promisedAt !== null && ended && <> · {t(late ? 'try.late' : 'try.in-time')}</>}</> },
      ]} />
      <WalkList steps={steps} />
      {ended ? <Message tone={late ? 'warning' : 'good'}>{t('try.ended')}</Message> : (
        <section aria-labelledby="dang-cho-ten">
          <h2 id="dang-cho-ten">{t('try.waiting')}</h2>
          {waiting.map((open) => <WaitingStep key={`${open.node} ${String(steps.length)}`} open={open} isBusy={isBusy} name={steps.findLast(({ node }) => node === open.node)?.name ?? ''} onChoose={onChoose} />)}
          {timers.map(({ node, name, due }) => <p key={node}><Button busy={isBusy} onPress={() => { onChoose({ kind: 'timer', timer: node }); }}>{t('try.timer', { name: name === '' ? node : name, at: momentText(due) })}</Button></p>)}
          {messages.map((message) => <p key={message}><Button busy={isBusy} onPress={() => { onChoose({ kind: 'message', message }); }}>{t('try.message', { what: messageWords[message] ?? message })}</Button></p>)}
        </section>
      )}
    </>
  );
}
