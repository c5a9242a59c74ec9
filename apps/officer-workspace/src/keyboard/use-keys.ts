// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';

/** What a key does: «F8», «Ctrl+Enter», «Alt+KeyN». Named by the place of the key (`event.code`), because Telex and VNI turn letters into tone marks. */
export type KeyActs = Readonly<Record<string, (() => void) | undefined>>;

/** The name of a pressed key with its modifiers. */
function keyName(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string {
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', event.code.replace('NumpadEnter', 'Enter')]
    .filter((part) => part !== '').join('+');
}

/** Listens to keys while the screen is shown; ignores them while letters are being composed and while a dialog is open, unless it is the dialog's own. */
export function useKeys(acts: KeyActs, { inDialog = false }: { readonly inDialog?: boolean } = {}): void {
  const newest = useRef(acts);
  useEffect(() => { newest.current = acts; });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.repeat || event.defaultPrevented) return;
      if (!inDialog && document.querySelector('dialog[open]') !== null) return;
      const act = newest.current[keyName(event)];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => { removeEventListener('keydown', onKeyDown); };
  }, [inDialog]);
}
