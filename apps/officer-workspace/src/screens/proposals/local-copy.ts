// SPDX-License-Identifier: EUPL-1.2
import { newClientKey } from '@motcua/web-kit';
import { z } from 'zod';

const LocalCopy = z.object({ revision: z.number().int(), content: z.unknown() });
export type LocalCopy = { readonly revision: number; readonly content: unknown };

const prefixOf = (id: string): string => `motcua:ban-soan:${id}:`;

/** A name for this window, kept over a reload: two windows of one person are two writers. */
function windowName(): string {
  const known = sessionStorage.getItem('motcua:cua-so');
  if (known !== null) return known;
  const made = newClientKey();
  sessionStorage.setItem('motcua:cua-so', made);
  return made;
}

function read(key: string): LocalCopy | null {
  const parsed = LocalCopy.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  return parsed.success ? { revision: parsed.data.revision, content: parsed.data.content } : null;
}

/** What was typed in this window and the server does not have; else what another window, since closed, typed over the revision the server still has. */
export function localCopy(id: string, revision: number): LocalCopy | null {
  try {
    const own = read(prefixOf(id) + windowName());
    if (own !== null) return own;
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(id))).map(read).find((copy) => copy?.revision === revision) ?? null;
  } catch { return null; }
}

/** Keeps it on this machine until the server has it. */
export function keepLocal(id: string, copy: LocalCopy): void {
  try { localStorage.setItem(prefixOf(id) + windowName(), JSON.stringify(copy)); } catch { /* A browser that keeps nothing: the line of the save state already warns. */ }
}

/** The server has it: what other windows left over an older revision goes too. */
export function forgetLocal(id: string, revision: number): void {
  try {
    localStorage.removeItem(prefixOf(id) + windowName());
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefixOf(id)) && (read(key)?.revision ?? 0) < revision - 50) localStorage.removeItem(key);
  } catch { /* Nothing was kept. */ }
}
