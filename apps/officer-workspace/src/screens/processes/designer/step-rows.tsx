// SPDX-License-Identifier: EUPL-1.2
import { memo, useMemo } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { BranchRow, StepRow, TableRow } from '@motcua/workflow/contract';
import type { Finding } from '@motcua/proposals/contract';
import { withoutNumber } from '@motcua/i18n';
import { Icon, fieldId, useWords } from '@motcua/ui';
import { depthClass } from '../depth.ts';
import { hoursText } from '../hours.ts';
import { agencyWord, roleWord, signatureWord } from '../step-words.ts';

type RowsProps = { readonly rows: readonly TableRow[]; readonly selected: string | null; readonly findings: readonly Finding[]; readonly onSelect: (id: string) => void };

const none: readonly Finding[] = [];

/** What a check found, by row. */
function byRow(findings: readonly Finding[], rows: readonly TableRow[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ path }) => rows.find(({ id }) => path === `steps.${id}` || path.startsWith(`steps.${id}.`))?.id ?? '');
}

/** The row one up or down of a row, by its button. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || !(event.target instanceof HTMLElement)) return;
  const row = event.target.closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const button = next?.querySelector('button');
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.focus();
}

/** The step table of a model being drawn: one row is chosen, its properties stand beside. */
export function StepRows({ rows, selected, findings, onSelect }: RowsProps): ReactElement {
  const t = useWords();
  const found = useMemo(() => byRow(findings, rows), [findings, rows]);
  return (
    <div className="table-scroll" role="region" aria-label={t('draw.table')} tabIndex={0}>
      {/* Arrow keys walk between the buttons of the rows, which are the ones that take focus. */}
      <table className="table draw-rows" aria-label={t('draw.table')} onKeyDown={walk}>
        <thead><tr><th scope="col" className="num">{t('step.no')}</th><th scope="col">{t('draw.step')}</th><th scope="col" className="num">{t('step.hours')}</th><th scope="col">{t('step.output')}</th><th scope="col">{t('step.signature')}</th></tr></thead>
        <tbody>
          {rows.map((row) => <Row key={row.id} row={row} isChosen={row.id === selected} found={found.get(row.id) ?? none} onSelect={onSelect} />)}
        </tbody>
      </table>
    </div>
  );
}

/** What can be said of it beside the table; the rest is drawn. */
const editedHere: ReadonlySet<BranchRow['what']> = new Set(['choice', 'some', 'timer', 'task-timer', 'message', 'decision', 'group']);

function BranchWords({ row }: { readonly row: BranchRow }): ReactElement {
  const t = useWords();
  if (row.what === 'group') return <strong>{row.text}</strong>;
  return editedHere.has(row.what) ? <span>{row.text}</span> : <><strong>{t('step.branch')}</strong> {row.text}</>;
}

type RowProps = { readonly row: TableRow; readonly isChosen: boolean; readonly found: readonly Finding[]; readonly onSelect: (id: string) => void };

/** An edit makes every row anew: one that says the same is not drawn again. */
const saysTheSame = (before: RowProps, now: RowProps): boolean =>
  before.isChosen === now.isChosen && before.onSelect === now.onSelect && before.found.length === now.found.length && before.found.every(({ blocks }, at) => now.found[at]?.blocks === blocks) && JSON.stringify(before.row) === JSON.stringify(now.row);

const Row = memo(({ row, isChosen, found, onSelect }: RowProps): ReactElement => {
  const t = useWords();
  return (
    <tr className={`${isChosen ? 'is-chosen' : ''}${row.kind === 'branch' ? ' branch-row' : ''}${depthClass(row.depth)}`}>
      <td className="num">{row.kind === 'step' ? row.no : <span aria-hidden="true">⋮</span>}</td>
      <th scope="row" {...(row.kind === 'branch' ? { colSpan: 4 } : {})}>
        <button type="button" id={fieldId(`steps.${row.id}`)} className="row-button" aria-pressed={isChosen} onFocus={() => { onSelect(row.id); }} onClick={() => { onSelect(row.id); }}>
          {row.kind === 'step' ? <StepName row={row} /> : <BranchWords row={row} />}
          {found.length > 0 && <span className={`row-finding${found.some(({ blocks }) => blocks) ? ' blocks' : ''}`}><Icon name={found.some(({ blocks }) => blocks) ? 'circle-x' : 'triangle-alert'} size={16} /> {t('draw.found', { count: found.length })}</span>}
        </button>
      </th>
      {row.kind === 'step' && <StepCells row={row} />}
    </tr>
  );
}, saysTheSame);

function StepName({ row }: { readonly row: StepRow }): ReactElement {
  const t = useWords();
  return <><span className="strong">{row.name === '' ? t('draw.unnamed') : withoutNumber(row.name)}</span><span className="muted small">{row.actor === '' ? t(roleWord(row.role)) : row.actor} · {agencyWord(t, row.agency)}</span></>;
}

function StepCells({ row }: { readonly row: StepRow }): ReactElement {
  const t = useWords();
  return (
    <>
      <td className="num">{row.hours === '' ? (row.budget === '' ? '–' : t('step.shared')) : hoursText(row.hours)}</td>
      <td>{[row.form, row.output].filter((text) => text !== '').join('; ') || '–'}</td>
      <td>{t(signatureWord(row.signature))}</td>
    </>
  );
}
