// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useWords } from '../words.ts';

export type WorkGroup<Row> = { readonly id: string; readonly title: string; readonly count: number; readonly rows: readonly Row[] };

type WorkListProps<Row> = {
  readonly groups: readonly WorkGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly rowHref: (row: Row) => string;
  readonly due: (row: Row) => ReactNode;
  readonly body: (row: Row) => ReactNode;
  readonly side: (row: Row) => ReactNode;
  readonly selected?: readonly string[];
  /** Without it rows are read and opened, not selected. */
  readonly onSelect?: (keys: readonly string[]) => void;
  readonly peeked?: string | null;
  readonly onPeek?: (row: Row) => void;
  /** A click or Enter looks at the row beside the list instead of opening its page. */
  readonly opensBeside?: boolean;
};

const nothing = (): void => undefined;

/**
 * A list of work in groups, whole from the keyboard: ↑↓ Home End move, Space or → peek, Enter opens, Ctrl Space and Shift ↑↓ select, Ctrl A all visible.
 * Rows never move under the focus; the caller decides when new ones enter.
 */
export function WorkList<Row>({ selected = [], peeked = null, onSelect, onPeek = nothing, ...props }: WorkListProps<Row>): ReactElement {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const select = onSelect ?? nothing;
  const rows = props.groups.flatMap((group) => group.rows);
  const toggle = (key: string): void => {
    select(selected.includes(key) ? selected.filter((kept) => kept !== key) : [...selected, key]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const row = rows[at];
    if (row === undefined) return;
    const step = moveOf(event.key, at, links.length);
    if (step !== null) {
      event.preventDefault();
      const target = rows[step];
      if (event.shiftKey && target !== undefined) select([...new Set([...selected, props.rowKey(row), props.rowKey(target)])]);
      links[step]?.focus();
    } else if (event.code === 'Space' && event.ctrlKey) {
      event.preventDefault();
      toggle(props.rowKey(row));
    } else if (event.code === 'Space' || event.key === 'ArrowRight') {
      event.preventDefault();
      onPeek(row);
    } else if (event.code === 'KeyA' && event.ctrlKey) {
      event.preventDefault();
      select(rows.map(props.rowKey));
    }
  };

  return (
    <div ref={list} onKeyDown={onKeyDown} className="work-list">
      {props.groups.filter((group) => group.rows.length > 0).map((group) => (
        <section key={group.id} aria-labelledby={`nhom-${group.id}`}>
          <h2 id={`nhom-${group.id}`} className="work-group">{group.title} <span className="num">{group.count > 99 ? '99+' : group.count}</span></h2>
          <ul role="list">
            {group.rows.map((row) => {
              const key = props.rowKey(row);
              return (
                <li key={key} className="work-row" data-selected={selected.includes(key)} data-peeked={peeked === key}>
                  {onSelect !== undefined && <input type="checkbox" checked={selected.includes(key)} aria-label={t('list.select', { name: props.rowName(row) })} onChange={() => { toggle(key); }} />}
                  <div className="work-due">{props.due(row)}</div>
                  <a data-row href={props.rowHref(row)} className="work-body" onClick={(event) => { if (props.opensBeside === true) { event.preventDefault(); onPeek(row); } }}>{props.body(row)}</a>
                  <div className="work-side">{props.side(row)}</div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function moveOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown': return Math.min(count - 1, at + 1);
    case 'ArrowUp': return Math.max(0, at - 1);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return null;
  }
}
