// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { DraftContent } from '@motcua/dossiers/contract';
import type { Draft } from '@motcua/dossiers/contract';

/** `sent`: what was on its way to the server when the page was left. */
const LocalCopy = z.object({ revision: z.number().int(), content: DraftContent, at: z.string(), sent: DraftContent.nullable().optional() });
type LocalCopy = z.infer<typeof LocalCopy>;

const keyOf = (id: string): string => `motcua:soan:${id}`;

/** A content as text, whatever the order of its keys. */
const written = (content: DraftContent): string => JSON.stringify(content, (_key, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value));

/** Whether a copy follows on a draft as the server has it: nobody saved since, or what was saved is what this page had sent when it was left. */
export function followsOn({ revision, content }: Pick<Draft, 'revision' | 'content'>, kept: LocalCopy): boolean {
  return kept.revision === revision || (kept.revision + 1 === revision && kept.sent != null && isSame(kept.sent, content));
}

/** Whether two contents say the same. */
export const isSame = (one: DraftContent, other: DraftContent): boolean => written(one) === written(other);

/** What was kept here when the server could not be reached, or the page was left before all was saved; only if nobody saved a newer one meanwhile. */
export function localCopy(draft: Draft): Pick<LocalCopy, 'content' | 'sent'> | undefined {
  const kept = LocalCopy.safeParse(readJson(keyOf(draft.id)));
  return kept.success && followsOn(draft, kept.data) ? kept.data : undefined;
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
