// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

type DialogProps = { readonly title: string; readonly children: ReactNode; readonly onClose: () => void; readonly broad?: boolean };

/**
 * A sheet above the page, by the browser's own modal: focus stays inside, Esc is the safe way out, focus returns to the opener.
 * What went wrong takes focus when it opens with it, else the first element marked `data-safe`, else the first field or button.
 */
export function Dialog({ title, children, onClose, broad = false }: DialogProps): ReactElement {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog === null || dialog.open) return;
    const opener = document.activeElement;
    dialog.showModal();
    const safe = dialog.querySelector('[role="status"]:has(> .message.bad)') ?? dialog.querySelector('[data-safe] button, [data-safe] input, button[data-safe]') ?? dialog.querySelector('input, textarea, select, button');
    if (safe instanceof HTMLElement) safe.focus();
    return () => { dialog.close(); if (opener instanceof HTMLElement) opener.focus(); };
  }, []);
  return (
    <dialog ref={sheet} className={`dialog${broad ? ' broad' : ''}`} aria-labelledby="ten-hop-thoai" onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <h2 id="ten-hop-thoai">{title}</h2>
      {children}
    </dialog>
  );
}
