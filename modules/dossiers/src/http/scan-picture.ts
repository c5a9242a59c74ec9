// SPDX-License-Identifier: EUPL-1.2
import { leafedWhole, markedCopy, openInParts, pictureOfPage, readDocument, type Reader } from '@motcua/documents';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { DossierContext } from '../context.ts';
import { refused } from './answer.ts';
import { markFor } from './send-document.ts';

/** How large a page of a scan is shown; pixels. */
export const PictureSize = z.object({ width: z.coerce.number().int().min(100).max(2400).default(1000).describe('Chiều rộng của ảnh, điểm ảnh.') });

type Asked = { readonly by: Reader; /** Documents of its pages, in order. */ readonly pages: readonly string[]; readonly no: number; readonly width: number; /** What alone the picture may be used for; null: it bears no mark. */ readonly only: string | null };

const purpose = 'handling';

/** Sends a page of a scan as a picture: under a mark where it may be an identity paper, and as one opening of the scan for all its pages, as the owner of the paper is told. */
export async function sendScanPicture(ctx: DossierContext, reply: FastifyReply, { by, pages, no, width, only }: Asked): Promise<FastifyReply> {
  const [first, page] = [pages[0], pages[no - 1]];
  if (first === undefined || page === undefined) return refused(reply, { code: 'scan-unknown' });
  const at = ctx.clock.now();
  const opened = await openInParts(ctx.db, ctx.files, { id: first, by, purpose, at, isFurther: true });
  const scanned = opened.ok ? await readDocument(ctx.db, ctx.files, page) : undefined;
  if (scanned === undefined) return refused(reply, { code: 'scan-unknown' });
  const { bytes, mediaType } = scanned;
  const copy = only === null ? null : await markedCopy(bytes, mediaType, await markFor(ctx, { by, purpose, only, at }));
  if (copy === null && only !== null) return refused(reply, { code: 'document-not-shown' });
  const content = copy === null ? leafedWhole(page, mediaType, bytes) : leafedWhole(`${page} ${by.ref} ${at.toString()}`, 'application/pdf', copy);
  const picture = await pictureOfPage(content, { no: 1, width });
  if (typeof picture === 'string') return refused(reply, { code: 'pages-unreadable' });
  return reply.header('content-type', 'image/jpeg').header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(picture));
}
