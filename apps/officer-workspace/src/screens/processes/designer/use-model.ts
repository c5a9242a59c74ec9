// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { editing, readTable } from '@motcua/workflow/contract';
import type { EditNote, EditRefusal, ProcessTable, TableEdit } from '@motcua/workflow/contract';

/** What is on the screen of a model: its table, null while a file that is no process of ours stands there; then why not. */
export type ShownModel = { readonly of: string; readonly table: ProcessTable | null; readonly faults: readonly string[] };

/** What the last edit said: what it dropped beside what was asked, or why it was not done. */
export type EditSaid = { readonly notes: readonly EditNote[]; readonly refusal: EditRefusal | null };

type Model = { readonly shown: ShownModel | null; readonly said: EditSaid | null; readonly edit: (edit: TableEdit) => Promise<string | null> };

/** The model of a content: read into a table, edited one edit after another. Each edit is done on what the one before left. */
export function useModel(xml: string, onChange: (next: { readonly xml: string; readonly name: string }) => void): Model {
  const [shown, setShown] = useState<ShownModel | null>(null);
  const [said, setSaid] = useState<EditSaid | null>(null);
  // `read`: the model whose table is shown; `awaited`: what the last edit made and is not back yet: an earlier one that comes back late is not taken for another's.
  const [editor] = useState(editing);
  const newest = useRef<{ xml: string; read: string; awaited: string | null; turn: Promise<unknown> }>({ xml, read: '', awaited: null, turn: Promise.resolve() });
  useEffect(() => {
    const held = newest.current;
    if (held.awaited !== null && held.awaited !== xml) return;
    held.awaited = null;
    held.xml = xml;
    // What an edit made is read already: a large model is parsed once by edit.
    if (held.read === xml) return;
    let isCurrent = true;
    void readTable(xml).then((table) => {
      if (!isCurrent) return;
      held.read = xml;
      setShown({ of: xml, table: table.ok ? table.value : null, faults: table.ok ? [] : table.error.map(({ text }) => text) });
    });
    return () => { isCurrent = false; };
  }, [xml]);

  const edit = useCallback((wanted: TableEdit): Promise<string | null> => {
    const held = newest.current;
    const done = held.turn.then(async () => {
      const before = held.xml;
      const outcome = await editor(before, wanted);
      setSaid(outcome.ok ? { notes: outcome.value.notes, refusal: null } : { notes: [], refusal: outcome.error });
      if (!outcome.ok) return null;
      const { xml: next, table, focus } = outcome.value;
      if (next === before) return focus;
      Object.assign(held, { xml: next, read: next, awaited: next });
      setShown({ of: next, table, faults: [] });
      onChange({ xml: next, name: table.name });
      return focus;
    });
    held.turn = done.then(() => undefined, () => undefined);
    return done;
  }, [editor, onChange]);
  return { shown, said, edit };
}
