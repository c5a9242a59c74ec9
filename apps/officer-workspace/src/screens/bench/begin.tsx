// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BenchSample } from '@motcua/dossiers/contract';
import type { BenchAsked } from '@motcua/dossiers/contract';
import { formAsSeen, visibleFields } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { officeDayOf, shortName, timeText } from '@motcua/i18n';
import { Asked, Button, EformFields, RadioGroup, Section, Select, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, nowIso, send } from '@motcua/web-kit';
import { searchPlaces, useFilingStart, useProcedures } from '../../api.ts';

type BeginProps = { readonly procedure: string; readonly proposals: readonly string[]; readonly onBegin: (asked: BenchAsked) => void };

/** What is tried: the procedure, who solves it, how it comes in, on which day. */
export function BenchBegin({ procedure, proposals, onBegin }: BeginProps): ReactElement {
  const t = useWords();
  const [code, setCode] = useState(procedure);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const found = useProcedures(typed).data?.procedures.slice(0, 8) ?? [];
  const start = useFilingStart(code, null);
  const agency = start.data?.agencies.find((one) => one.code === chosen)?.code ?? start.data?.agencies[0]?.code ?? '';
  return (
    <Section id="thu-gi" title={t('bench.which')}>
      <TextField name="procedure" label={t('counter.find-procedure')} value={typed} onChange={setTyped} typing={{ autoComplete: 'off' }} />
      {typed.trim().length > 1 && (
        <div className="options" role="group" aria-label={t('counter.found-procedures', { count: found.length })}>
          {found.length === 0 && <p className="option muted">{t('counter.no-procedure')}</p>}
          {found.map((one) => <button key={one.code} type="button" onClick={() => { setCode(one.code); setTyped(''); }}>{shortName(one.name)} <span className="num muted">{one.code}</span></button>)}
        </div>
      )}
      {proposals.length > 0 && <p>{t('bench.with-drafts', { count: proposals.length })}</p>}
      {code !== '' && (
        <Asked answer={start} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ procedure: known, agencies }) => (
            <>
              <p className="strong">{shortName(known.name)} <span className="num muted">{known.code}</span></p>
              <Select name="agency" label={t('try.agency')} value={agency} choices={agencies.map((one) => ({ value: one.code, label: one.name }))} onChange={setChosen} />
              {agency !== '' && <FormOf key={`${code} ${agency}`} procedure={code} agency={agency} proposals={proposals} onBegin={onBegin} />}
            </>
          )}
        </Asked>
      )}
    </Section>
  );
}

type FormProps = { readonly procedure: string; readonly agency: string; readonly proposals: readonly string[]; readonly onBegin: (asked: BenchAsked) => void };

function FormOf({ procedure, agency, proposals, onBegin }: FormProps): ReactElement {
  const t = useWords();
  const sample = useQuery({ queryKey: ['bench-sample', procedure, agency, proposals], retry: false, staleTime: Infinity, queryFn: () => send(BenchSample, { method: 'POST', path: '/api/bench/samples', body: { procedure, agency, proposals } }) });
  return (
    <Asked answer={sample} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ form, answers, circumstances }) => (isForm(form) ? <Filled form={form} sample={answers} circumstances={circumstances} onBegin={(rest) => { onBegin({ procedure, agency, proposals: [...proposals], choices: [], ...rest }); }} /> : <p>{t('bench.no-form')}</p>)}
    </Asked>
  );
}

const isForm = (form: unknown): form is EformDefinition => typeof form === 'object' && form !== null && 'display' in form;

type Rest = Pick<BenchAsked, 'answers' | 'circumstance' | 'channel' | 'startAt'>;

function Filled({ form, sample, circumstances, onBegin }: { readonly form: EformDefinition; readonly sample: Answers; readonly circumstances: readonly string[]; readonly onBegin: (rest: Rest) => void }): ReactElement {
  const t = useWords();
  const [answers, setAnswers] = useState<Answers>(sample);
  const [circumstance, setCircumstance] = useState(circumstances[0] ?? '');
  const [channel, setChannel] = useState<Rest['channel']>('counter');
  const [at, setAt] = useState(() => { const now = nowIso(); return `${officeDayOf(now)}T${timeText(now)}`; });
  const required = form.schema['required'];
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); onBegin({ answers, circumstance: circumstance === '' ? null : circumstance, channel, startAt: at.length === 16 ? `${at}:00+07:00` : null }); }}>
      {circumstances.length > 0 && <Select name="circumstance" label={t('counter.circumstance')} value={circumstance} empty={t('needs.none-of-these')} choices={circumstances.map((name) => ({ value: name, label: name }))} onChange={setCircumstance} />}
      <RadioGroup name="channel" label={t('bench.channel')} value={channel} choices={[{ value: 'counter', label: t('bench.counter') }, { value: 'online', label: t('bench.online') }]} onChange={(way) => { setChannel(way === 'online' ? 'online' : 'counter'); }} />
      <TextField name="at" label={t('try.received')} value={at} typing={{ type: 'datetime-local' }} onChange={setAt} />
      <details>
        <summary>{t('bench.form')}</summary>
        <EformFields
          {...formAsSeen(form, answers)} faults={{}} known={[]} required={Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []} searchPlaces={searchPlaces} onLeave={() => undefined}
          onChange={(name, value) => { setAnswers({ ...answers, [name]: value }); }}
          entryFields={(repeat, entry) => visibleFields({ ...form, display: { sections: [{ title: '', fields: form.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat.name)?.fields ?? [] }] } }, { ...answers, ...entry })}
        />
      </details>
      <div className="row"><Button type="submit" look="primary">{t('bench.begin')}</Button></div>
    </form>
  );
}
