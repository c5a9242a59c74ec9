// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Clock } from '@motcua/kernel';
import { type Channel, type MessageData, type MessageEvent, type MessageText, everyProcedure } from './model.ts';
import { filled, withoutToneMarks } from './rules/render.ts';
import { type PublishedTexts, publishedTexts } from './store/text-sets.ts';

type Asked = { readonly event: MessageEvent; readonly channel: Channel; readonly procedure: string; readonly day: string };

/** The words in force on a day (ISO): the procedure's own before those for every procedure; of each the newest version begun by then. */
export function textInForce(sets: readonly PublishedTexts[], { event, channel, procedure, day }: Asked): MessageText | undefined {
  const of = (scope: string): MessageText | undefined => sets.filter((set) => set.scope === scope && set.validFrom <= day).toSorted((one, other) => other.version - one.version)[0]?.texts.find((text) => text.event === event && text.channel === channel);
  return of(procedure) ?? of(everyProcedure);
}

/** Says an event in the words in force on its day; undefined where none are published. */
export type Say = (asked: Asked, data: MessageData) => { readonly title: string; readonly text: string } | undefined;

/** The published words, kept for a minute: a publication is seen at the latest then. */
export type MessageShelf = { readonly of: (db: Db) => Promise<Say> };

const keptMilliseconds = 60_000;

/** Opens an empty shelf. */
export function messageShelf(clock: Clock): MessageShelf {
  let kept: { readonly until: number; readonly sets: Promise<readonly PublishedTexts[]> } | undefined;
  return {
    of: async (db) => {
      const now = clock.now().epochMilliseconds;
      if (kept === undefined || kept.until <= now || kept.until - now > keptMilliseconds) {
        const fresh = { until: now + keptMilliseconds, sets: publishedTexts(db) };
        fresh.sets.catch(() => { if (kept === fresh) kept = undefined; });
        kept = fresh;
      }
      const sets = await kept.sets;
      return (asked, data) => {
        const found = textInForce(sets, asked);
        if (found === undefined) return undefined;
        const [title, text] = [filled(found.title, data), filled(found.text, data)];
        return found.withoutMarks ? { title: withoutToneMarks(title), text: withoutToneMarks(text) } : { title, text };
      };
    },
  };
}
