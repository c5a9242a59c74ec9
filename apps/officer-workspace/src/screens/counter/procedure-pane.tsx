// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { FilingStart } from '@motcua/dossiers/contract';
import { Select, TextField, offersChoice, useWords } from '@motcua/ui';
import { shortName } from '@motcua/i18n';
import { useProcedures } from '../../api.ts';
import { ArrivalPane } from './arrival-pane.tsx';
import { solversHere } from './intake.ts';
import type { Intake } from './intake.ts';

type ProcedurePaneProps = {
  readonly intake: Intake; readonly start: FilingStart | undefined; readonly own: string; readonly solver: string | null; readonly faults: Readonly<Record<string, string>>;
  readonly onChoose: (procedure: string) => void; readonly onChange: (part: Partial<Intake>) => void;
};

/** Enter in the field takes the first found; arrows walk through the others. */
function walk(event: KeyboardEvent<HTMLElement>, takeFirst: () => void): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (event.key === 'Enter' && at === 0) { event.preventDefault(); takeFirst(); }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
}

/** 2 Thủ tục: two or three letters without tone marks, or the code of a posting sheet. */
export function ProcedurePane({ intake, start, own, solver, faults, onChoose, onChange }: ProcedurePaneProps): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const found = useProcedures(typed).data?.procedures.slice(0, 8) ?? [];
  const choose = (code: string): void => { onChoose(code); setTyped(''); };
  return (
    <section aria-labelledby="quay-thu-tuc">
      <h2 id="quay-thu-tuc"><span>{t('counter.procedure')}</span><kbd>{t('key.procedure')}</kbd></h2>
      <div onKeyDown={(event) => { walk(event, () => { const [first] = found; if (first !== undefined) choose(first.code); }); }}>
        <TextField name="procedure" label={t('counter.find-procedure')} error={faults['procedure']} value={typed} onChange={setTyped} typing={{ autoComplete: 'off' }} />
        {typed.trim().length > 1 && (
          <div className="options" role="group" aria-label={t('counter.found-procedures', { count: found.length })}>
            {found.length === 0 && <p className="option muted">{t('counter.no-procedure')}</p>}
            {found.map(({ code, name }) => <button key={code} type="button" onClick={() => { choose(code); }}>{shortName(name)} <span className="num muted">{code}</span></button>)}
          </div>
        )}
      </div>
      {start !== undefined && (
        <>
          <p className="strong">{shortName(start.procedure.name)}</p>
          <p className="muted small"><span className="num">{start.procedure.code}</span> · {start.limit ?? t('unpublished')}</p>
          <Solvers solvers={solversHere(start, own)} start={start} solver={solver} fault={faults['agency']} onChange={onChange} />
          <ArrivalPane arrival={intake.arrival} start={start} faults={faults} onChange={(arrival) => { onChange({ arrival }); }} />
          {offersChoice(start.papers) && (
            <Select name="circumstance" label={t('counter.circumstance')} error={faults['circumstance']} value={intake.circumstance ?? ''} empty={start.circumstances.length === 1 ? t('needs.none-of-these') : ''} choices={start.circumstances.map((name) => ({ value: name, label: name }))} onChange={(name) => { onChange({ circumstance: name === '' ? null : name }); }} />
          )}
        </>
      )}
    </section>
  );
}

type SolversProps = { readonly solvers: FilingStart['agencies']; readonly start: FilingStart; readonly solver: string | null; readonly fault: string | undefined; readonly onChange: (part: Partial<Intake>) => void };

/** Who solves it: a choice, the only one, or nobody this counter may take it in for. */
function Solvers({ solvers, start, solver, fault, onChange }: SolversProps): ReactElement {
  const t = useWords();
  const [only] = solvers;
  if (only === undefined) return <p>{t('counter.not-here', { agencies: start.agencies.slice(0, 3).map(({ name }) => name).join(', ') })}</p>;
  if (solvers.length === 1) return <p>{t('counter.solved-by', { agency: only.name })}</p>;
  return <Select name="agency" label={t('filing.agency')} error={fault} value={solver ?? ''} empty="" choices={solvers.map(({ code, name }) => ({ value: code, label: name }))} onChange={(agency) => { onChange({ solvingAgency: agency === '' ? null : agency }); }} />;
}
