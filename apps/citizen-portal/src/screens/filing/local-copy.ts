// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { DraftContent } from '@motcua/dossiers/contract';
import type { Draft } from '@motcua/dossiers/contract';

const LocalCopy = z.object({ revision: z.number().int(), content: DraftContent, at: z.string() });
type LocalCopy = z.infer<typeof LocalCopy>;

const keyOf = (id: string): string => `motcua:soan:${id}`;

/** What was kept here when the server could not be reached; only if nobody saved a newer one meanwhile. */
export function localCopy({ id, revision }: Draft): DraftContent | undefined {
  const kept = readJson(keyOf(id));
  const parsed = LocalCopy.safeParse(kept);
  return parsed.success && parsed.data.revision === revision ? parsed.data.content : undefined;
}

/** Keeps a draft on this machine until the server has it. */
export function keepLocal(id: string, copy: LocalCopy): void {
  try { localStorage.setItem(keyOf(id), JSON.stringify(copy)); } catch { /* A browser that keeps nothing: the line of the save state already warns. */ }
}

/** The server has it: nothing personal stays on this machine. */
export function forgetLocal(id: string): void {
  try { localStorage.removeItem(keyOf(id)); } catch { /* Nothing was kept. */ }
}

function readJson(key: string): unknown {
  try { return JSON.parse(localStorage.getItem(key) ?? 'null'); } catch { return null; }
}
