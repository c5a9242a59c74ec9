// SPDX-License-Identifier: EUPL-1.2
import { type KeyboardEvent, type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '@motcua/proposals/contract';
import { Button, Problem, fieldId, useWords } from '@motcua/ui';

/** How one item is shown shut, and how it is written when open. Module-level: the same functions at every drawing. */
export type ItemFace<Item> = {
  readonly title: (item: Item, at: number) => ReactNode;
  readonly about: (item: Item) => ReactNode;
  readonly edit: (editing: ItemEditing<Item>) => ReactNode;
  readonly blank: () => Item;
};

/** `path` is the place of the item in the content; the fields inside are named by it, as findings are. */
export type ItemEditing<Item> = { readonly item: Item; readonly path: string; readonly findings: readonly Finding[]; readonly onChange: (part: Partial<Item>) => void };

type ItemListProps<Item> = {
  readonly path: string; readonly face: ItemFace<Item>; readonly items: readonly Item[]; readonly noun: string; readonly findings: readonly Finding[];
  readonly isReadOnly: boolean; readonly onChange: (items: readonly Item[]) => void;
};

type Act = 'open' | 'up' | 'down' | 'copy' | 'remove';

const none: readonly Finding[] = [];

const moved = <Item,>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  const item = items[from];
  return item === undefined || to < 0 || to >= items.length ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
};

const focusRow = (path: string, at: number): void => { requestAnimationFrame(() => { document.getElementById(fieldId(`${path}.${String(at)}`))?.focus(); }); };

/** A list that is written row by row: shut rows say what is in them, one at a time is open. All by keyboard: Alt ↑ ↓ moves, Ctrl Enter adds, Ctrl D copies. */
export function ItemList<Item extends object>({ path, face, items, noun, findings, isReadOnly, onChange }: ItemListProps<Item>): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const latest = useRef({ items, onChange });
  useEffect(() => { latest.current = { items, onChange }; });
  const put = useCallback((next: readonly Item[]): void => { latest.current = { ...latest.current, items: next }; latest.current.onChange(next); }, []);
  const add = useCallback((): void => { put([...latest.current.items, face.blank()]); setOpen(latest.current.items.length - 1); focusRow(path, latest.current.items.length - 1); }, [face, path, put]);
  const change = useCallback((at: number, part: Partial<Item>): void => { put(latest.current.items.map((item, place) => (place === at ? { ...item, ...part } : item))); }, [put]);
  const act = useCallback((what: Act, at: number): void => {
    const now = latest.current.items;
    const item = now[at];
    if (what === 'open') { setOpen((was) => (was === at ? null : at)); return; }
    if (what === 'up' || what === 'down') {
      const to = at + (what === 'up' ? -1 : 1);
      if (to < 0 || to >= now.length) return;
      put(moved(now, at, to));
      setOpen((was) => (was === at ? to : was === to ? at : was));
      focusRow(path, to);
    } else if (what === 'copy' && item !== undefined) { put(now.toSpliced(at + 1, 0, item)); setOpen(at + 1); focusRow(path, at + 1); } else if (what === 'remove') { put(now.toSpliced(at, 1)); setOpen(null); focusRow(path, Math.max(0, at - 1)); }
  }, [path, put]);
  // Ctrl Z brings back what was removed: removing asks nothing.
  return (
    <div className="item-list" id={fieldId(path)} tabIndex={-1}>
      {items.length === 0 && <p className="muted">{t('items.none', { noun })}</p>}
      <ol role="list">
        {items.map((item, at) => (
          <Row key={at} {...{ item, at, path, face, noun, isReadOnly, act, change, add }} isOpen={open === at && !isReadOnly} isLast={at === items.length - 1} findings={under(findings, `${path}.${String(at)}`)} />
        ))}
      </ol>
      {!isReadOnly && <Button onPress={add}>{t('items.add', { noun })}</Button>}
    </div>
  );
}

/** The findings at a place or under it; the same empty list when there are none, so that nothing is drawn again for it. */
function under(findings: readonly Finding[], path: string): readonly Finding[] {
  const found = findings.filter((finding) => finding.path === path || finding.path.startsWith(`${path}.`));
  return found.length === 0 ? none : found;
}

type RowProps<Item> = {
  readonly item: Item; readonly at: number; readonly path: string; readonly face: ItemFace<Item>; readonly noun: string; readonly findings: readonly Finding[];
  readonly isOpen: boolean; readonly isLast: boolean; readonly isReadOnly: boolean; readonly act: (what: Act, at: number) => void; readonly change: (at: number, part: Partial<Item>) => void; readonly add: () => void;
};

function Row<Item extends object>({ item, at, path, face, noun, findings, isOpen, isLast, isReadOnly, act, change, add }: RowProps<Item>): ReactElement {
  const t = useWords();
  const here = `${path}.${String(at)}`;
  const said = findings.map(({ text }) => text).join(' ');
  return useMemo(() => {
    const name = t('items.nth', { noun, no: at + 1 });
    const keys = (event: KeyboardEvent): void => {
      const key = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.code}`;
      const acts: Readonly<Record<string, () => void>> = { 'Alt+ArrowUp': () => { act('up', at); }, 'Alt+ArrowDown': () => { act('down', at); }, 'Ctrl+KeyD': () => { act('copy', at); }, 'Ctrl+Enter': add };
      const todo = acts[key];
      if (todo === undefined || isReadOnly) return;
      event.preventDefault();
      event.stopPropagation();
      todo();
    };
    return (
      <li className={isOpen ? 'open' : ''} id={fieldId(here)} tabIndex={-1} onKeyDown={keys} aria-label={name}>
        <div className="item-head">
          <span className="num muted">{at + 1}</span>
          <div className="grow"><span className="pre">{face.title(item, at)}</span><br /><span className="muted small">{face.about(item)}</span>{said !== '' && !isOpen && <><br /><Problem id={`${fieldId(here)}-loi`} text={said} /></>}</div>
          {!isReadOnly && (
            <div className="item-acts" role="group" aria-label={name}>
              <Button label={t(isOpen ? 'items.shut-one' : 'items.edit-one', { name })} onPress={() => { act('open', at); }}>{t(isOpen ? 'items.shut' : 'act.change')}</Button>
              <Button look="quiet" label={t('items.up-one', { name })} onPress={() => { act('up', at); }}>{t('items.up')}</Button>
              <Button look="quiet" label={t(isLast ? 'items.down-last' : 'items.down-one', { name })} onPress={() => { act('down', at); }}>{t('items.down')}</Button>
              <Button look="quiet" label={t('items.remove-one', { name })} onPress={() => { act('remove', at); }}>{t('items.remove')}</Button>
            </div>
          )}
        </div>
        {isOpen && <div className="form item-body">{face.edit({ item, path: here, findings, onChange: (part) => { change(at, part); } })}</div>}
      </li>
    );
  }, [item, at, here, face, noun, said, findings, isOpen, isLast, isReadOnly, act, change, add, t]);
}

/** What a check says of one field, by its path. */
export const saidOf = (findings: readonly Finding[], path: string): string | undefined => findings.find((finding) => finding.path === path)?.text;
