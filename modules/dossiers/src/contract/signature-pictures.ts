// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** A picture of a hand-written signature or of a seal: in use while `endedAt` is null. Its image is asked for apart. */
const SignaturePictureLine = z.object({
  id: z.uuid(), widthMm: z.number().nullable().describe('real width of a seal, millimetres; null for a signature'),
  enteredBy: z.string(), enteredAt: z.string(), endedBy: z.string().nullable(), endedAt: z.string().nullable(),
});

/** GET /api/my/signature-pictures, /api/seals/:id/pictures: newest first, each with who entered and who ended it. */
export const SignaturePictures = z.object({ pictures: z.array(SignaturePictureLine) });
export type SignaturePictures = z.infer<typeof SignaturePictures>;

/** POST /api/seals/:id/pictures?widthMm=, a PNG or JPEG as `file`: the seal and how wide it is on paper. */
export const SealSize = z.object({ widthMm: z.coerce.number('Ghi bằng số, đơn vị mm.').min(20, 'Từ 20 đến 60 mm.').max(60, 'Từ 20 đến 60 mm.') });
