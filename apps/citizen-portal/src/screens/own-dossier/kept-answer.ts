// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { z } from 'zod';

const Typed = z.object({ note: z.string(), said: z.record(z.string(), z.string()) });
/** What is typed in answer to a request for more: a note, and words by the number of the item. */
export type Typed = z.infer<typeof Typed>;

const empty: Typed = { note: '', said: {} };

function kept(key: string): Typed {
  try { return Typed.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null')).data ?? empty; } catch { return empty; }
}

/** Keeps what is typed while this window lives, over a reload and a new sign-in; forgotten once it is sent. @param request - of which dossier and when it was asked */
export function useKeptAnswer(request: string): { readonly typed: Typed; readonly change: (part: Partial<Typed>) => void; readonly forget: () => void } {
  const key = `motcua:bo-sung:${request}`;
  const [typed, setTyped] = useState(() => kept(key));
  return {
    typed,
    change: (part) => {
      const next = { ...typed, ...part };
      setTyped(next);
      try { sessionStorage.setItem(key, JSON.stringify(next)); } catch { /* A browser that keeps nothing: the page still holds it. */ }
    },
    forget: () => { try { sessionStorage.removeItem(key); } catch { /* Nothing was kept. */ } },
  };
}
