// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const LocalCopy = z.object({ revision: z.number().int(), content: z.unknown() });

const keyOf = (id: string): string => `motcua:ban-soan:${id}`;

function readJson(key: string): unknown {
  try { return JSON.parse(localStorage.getItem(key) ?? 'null'); } catch { return null; }
}

/** What was typed here and the server does not have, with the revision it was typed over. */
export function localCopy(id: string): { readonly revision: number; readonly content: unknown } | null {
  const parsed = LocalCopy.safeParse(readJson(keyOf(id)));
  return parsed.success ? { revision: parsed.data.revision, content: parsed.data.content } : null;
}

/** Keeps it on this machine until the server has it. */
export function keepLocal(id: string, copy: { readonly revision: number; readonly content: unknown }): void {
  try { localStorage.setItem(keyOf(id), JSON.stringify(copy)); } catch { /* A browser that keeps nothing: the line of the save state already warns. */ }
}

/** The server has it. */
export function forgetLocal(id: string): void {
  try { localStorage.removeItem(keyOf(id)); } catch { /* Nothing was kept. */ }
}
