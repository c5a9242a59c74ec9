// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { JsonValue, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { openDocx } from '../docx/open.ts';
import { findFile, keepFile } from '../store/templates.ts';
import { TemplateContent } from './content.ts';

const Luggage = z.object({ name: z.string().max(200), docx: z.base64() });

/** The Word file of a template travels with it in a pack, and is opened on arrival as any upload is. */
export const templateLuggage: NonNullable<ProposalKind['luggage']> = {
  of: async (db, content): Promise<JsonValue> => {
    const read = TemplateContent.safeParse(content);
    const file = read.success ? read.data.file : null;
    const bytes = file === null ? undefined : await findFile(db, file.sha256);
    return file === null || bytes === undefined ? null : { name: file.name.slice(0, 200), docx: Buffer.from(bytes).toString('base64') };
  },
  keep: async (db, luggage, { by, at }) => {
    const read = Luggage.safeParse(luggage);
    if (!read.success) return [{ path: 'file', place: 'Tệp Word', text: 'Tệp kèm theo không đọc được. Báo nơi làm gói.', blocks: true }];
    const bytes = new Uint8Array(Buffer.from(read.data.docx, 'base64'));
    const opened = openDocx(bytes);
    if (!opened.ok) return opened.issues.map(({ place, text }) => ({ path: 'file', place: `Tệp Word, ${place}`, text, blocks: true }));
    await keepFile(db, { sha256: createHash('sha256').update(bytes).digest('hex'), name: read.data.name, bytes, by: by.id, at });
    return [];
  },
};
