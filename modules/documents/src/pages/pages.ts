// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { helperProcess } from '../helper/helper.ts';
import type { ByteRange } from '../store/blobs.ts';
import { PageAnswer, type PageJob } from './job.ts';

// What is painted may come from strangers: it is opened beside the server, like in the inspector.
const painter = helperProcess({ program: fileURLToPath(new URL('./painter.ts', import.meta.url)), name: 'the painter', retireAfter: 2000, patience: 20_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=768'] });

/** A content whose pages are looked at: `key` names it and no other; only the parts a page needs are asked for. `size` in bytes. */
export type Leafed = { readonly key: string; readonly mediaType: string; readonly size: number; readonly part: (range: ByteRange) => Promise<Uint8Array> };

/** A content that is here whole, for looking at its pages. */
export const leafedWhole = (key: string, mediaType: string, bytes: Uint8Array): Leafed => ({ key, mediaType, size: bytes.byteLength, part: ({ from, to }) => Promise.resolve(bytes.subarray(from, to)) });

/** What a question about pages comes to; `no-page`: there are fewer, `unreadable`: the content does not open. */
export type PagesRefused = 'no-page' | 'unreadable';

type Answer = PageAnswer | { readonly state: 'unreadable' };

/** A content that makes the painter fall or hang counts as one that does not open. */
const told = (job: Readonly<Record<string, unknown>>): Promise<Answer> => painter(job).then((answer) => PageAnswer.parse(answer), () => ({ state: 'unreadable' as const }));

/** Each round asks for twice as much as the one before: more than these, and something is wrong. */
const mostRounds = 24;

async function asked({ part, ...content }: Leafed, want: PageJob['want']): Promise<Answer> {
  let answer = await told({ ...content, parts: [], want });
  for (let round = 0; answer.state === 'needs' && round < mostRounds; round += 1) {
    const parts = await Promise.all(answer.ranges.map(async (range) => ({ from: range.from, bytes: await part(range) })));
    answer = await told({ ...content, parts, want });
  }
  return answer;
}

const refusalOf = ({ state }: { readonly state: string }): PagesRefused => (state === 'no-page' ? 'no-page' : 'unreadable');

/** How many pages a PDF or a picture has, and how wide its first is against its height. */
export async function pagesOf(content: Leafed): Promise<{ readonly pages: number; readonly ratio: number } | PagesRefused> {
  const answer = await asked(content, { what: 'count' });
  return answer.state === 'counted' ? { pages: answer.pages, ratio: answer.ratio } : refusalOf(answer);
}

/** One page as a JPEG picture. @param page - `no` counts from 1; `width` in pixels */
export async function pictureOfPage(content: Leafed, page: { readonly no: number; readonly width: number }): Promise<Uint8Array | PagesRefused> {
  const answer = await asked(content, { what: 'picture', ...page });
  return answer.state === 'painted' ? answer.jpeg : refusalOf(answer);
}

/** The words of one page, as its text layer has them; empty for a picture. @param no - counts from 1 */
export async function wordsOfPage(content: Leafed, no: number): Promise<{ readonly words: string } | PagesRefused> {
  const answer = await asked(content, { what: 'words', no });
  return answer.state === 'read' ? { words: answer.words } : refusalOf(answer);
}
