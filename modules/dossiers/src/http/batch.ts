// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Result } from '@motcua/kernel';
import type { ActDone, BatchDone } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { refusalProblem } from './refusal-words.ts';

/** The key of one item of a batch: the same call again does nothing twice. */
export const batchKey = (clientKey: string, { code, taskId }: { readonly code: string; readonly taskId: string }): string => `${clientKey}:${code}:${taskId}`;

/** Does one act on many dossiers; each succeeds or fails by itself, and a repeated call repeats nothing. */
export async function batch<Item extends { readonly code: string }>(items: readonly Item[], act: (item: Item) => Promise<Result<ActDone, LifecycleRefusal>>): Promise<z.infer<typeof BatchDone>> {
  const results: z.infer<typeof BatchDone>['results'] = [];
  for (const item of items) {
    const outcome = await act(item);
    results.push({ code: item.code, ok: outcome.ok, title: outcome.ok ? null : refusalProblem(outcome.error).title });
  }
  return { results };
}
