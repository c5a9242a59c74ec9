// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { isSurelyScan, noBurst, readScan, scanned, usMeaning, withKey } from './burst.ts';
import type { Scan } from './burst.ts';

const endMs = 60;

/** Catches what a keyboard-like scanner types, wherever the focus is; the field keeps what stood in it before. */
export function useScanner(onScan: (scan: Scan) => void): void {
  const newest = useRef(onScan);
  useEffect(() => { newest.current = onScan; });
  useEffect(() => {
    let burst = noBurst;
    let before: { readonly field: HTMLInputElement; readonly value: string } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const finish = (): void => {
      const text = scanned(burst);
      burst = noBurst;
      if (text === undefined) return;
      if (before !== undefined) restore(before.field, before.value);
      newest.current(readScan(text));
    };

    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if ((event.code === 'Enter' || event.code === 'Tab') && isSurelyScan(burst)) {
        event.preventDefault();
        event.stopPropagation();
        clearTimeout(timer);
        finish();
        return;
      }
      // An input method sends Backspaces and keys without a code inside the burst: they are dropped.
      // So are keys that write nothing, and Space: no code has one, and Space passes papers at the counter.
      if (usMeaning({ code: event.code, shift: event.shiftKey }) === undefined) return;
      const next = withKey(burst, { code: event.code, shift: event.shiftKey, at: event.timeStamp });
      if (next.keys.length === 1) before = event.target instanceof HTMLInputElement ? { field: event.target, value: event.target.value } : undefined;
      burst = next;
      if (isSurelyScan(burst)) { event.preventDefault(); event.stopPropagation(); }
      clearTimeout(timer);
      timer = setTimeout(finish, endMs);
    };

    addEventListener('keydown', onKeyDown, { capture: true });
    return () => { removeEventListener('keydown', onKeyDown, { capture: true }); clearTimeout(timer); };
  }, []);
}

/** Puts a value back so that React hears of it. */
function restore(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
