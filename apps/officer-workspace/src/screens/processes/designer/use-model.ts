// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { editXml, readTable } from '@motcua/workflow/contract';
import type { EditNote, EditRefusal, ProcessTable, TableEdit } from '@motcua/workflow/contract';

/** What is on the screen of a model: its table, null while a file that is no model stands there. */
export type ShownModel = { readonly of: string; readonly table: ProcessTable | null };

/** What the last edit said: what it dropped beside what was asked, or why it was not done. */
export type EditSaid = { readonly notes: readonly EditNote[]; readonly refusal: EditRefusal | null };

type Model = { readonly shown: ShownModel | null; readonly said: EditSaid | null; readonly edit: (edit: TableEdit) => Promise<string | null> };

/** The model of a content: read into a table, edited one edit after another. Each edit is done on what the one before left. */
export function useModel(xml: string, onChange: (next: { readonly xml: string; readonly name: string }) => void): Model {
  const [shown, setShown] = useState<ShownModel | null>(null);
  const [said, setSaid] = useState<EditSaid | null>(null);
  const newest = useRef({ xml, turn: Promise.resolve() });
  useEffect(() => { newest.current.xml = xml; }, [xml]);
  useEffect(() => {
    let isCurrent = true;
    void readTable(xml).then((table) => { if (isCurrent) setShown({ of: xml, table: table.ok ? table.value : null }); });
    return () => { isCurrent = false; };
  }, [xml]);

  const edit = useCallback((wanted: TableEdit): Promise<string | null> => {
    const done = newest.current.turn.then(async () => {
      const outcome = await editXml(newest.current.xml, wanted);
      setSaid(outcome.ok ? { notes: outcome.value.notes, refusal: null } : { notes: [], refusal: outcome.error });
      if (!outcome.ok) return null;
      newest.current.xml = outcome.value.xml;
      const table = await readTable(outcome.value.xml);
      setShown({ of: outcome.value.xml, table: table.ok ? table.value : null });
      onChange({ xml: outcome.value.xml, name: table.ok ? table.value.name : '' });
      return outcome.value.focus;
    });
    newest.current.turn = done.then(() => undefined, () => undefined);
    return done;
  }, [onChange]);
  return { shown, said, edit };
}
