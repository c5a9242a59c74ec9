// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, useEffect, useRef, useState } from 'react';

/** A field whose text is no value: what it is called and what was typed. `isGone`: it left the screen with it, the last good value stays. */
export type Unreadable = { readonly label: string; readonly typed: string; readonly isGone?: boolean };

type Tell = (name: string, field: Unreadable | null) => void;

/** Where fields tell that what is typed in them cannot be kept. */
export const UnreadableFields = createContext<Tell>(() => { /* nobody listens outside a bản soạn */ });

/** Tells while `field` is not null, and once more when it leaves the screen unmended. */
export function useUnreadable(name: string, field: Unreadable | null): void {
  const tell = useContext(UnreadableFields);
  const latest = useRef(field);
  const [label, typed] = [field?.label, field?.typed];
  useEffect(() => {
    latest.current = label === undefined || typed === undefined ? null : { label, typed };
    tell(name, latest.current);
  }, [tell, name, label, typed]);
  useEffect(() => () => { tell(name, latest.current === null ? null : { ...latest.current, isGone: true }); }, [tell, name]);
}

/** The unreadable fields of a bản soạn, and what to give them. */
export function useUnreadableFields(): { readonly fields: ReadonlyMap<string, Unreadable>; readonly tell: Tell } {
  const [fields, setFields] = useState<ReadonlyMap<string, Unreadable>>(new Map());
  const [tell] = useState((): Tell => (name, field) => {
    setFields((known) => {
      if (field === null && !known.has(name)) return known;
      const next = new Map(known);
      if (field === null) next.delete(name);
      else next.set(name, field);
      return next;
    });
  });
  return { fields, tell };
}
