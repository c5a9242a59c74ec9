// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { JsonValue, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { PaperKind } from '../contract/paper-kinds.ts';
import { Procedure } from '../model.ts';
import { must } from '../rules/finding.ts';
import { addConfirmed, addKind, confirmedComponents, storedKinds } from '../store/paper-kinds.ts';
import { asJson } from './read-content.ts';

const Luggage = z.object({ procedure: z.string().max(60), kinds: z.array(PaperKind).max(1000), components: z.array(z.object({ name: z.string().max(4000), kind: z.string().max(60) })).max(1000) });

/** The kinds of paper a procedure's components were confirmed to be: what travels with its text in a pack. */
async function luggageOf(db: Db, content: JsonValue): Promise<JsonValue> {
  const { code } = Procedure.parse(content);
  const [known, confirmed] = await Promise.all([storedKinds(db), confirmedComponents(db, code)]);
  const components = confirmed.flatMap(({ name, kind }) => (kind === null ? [] : [{ name, kind }]));
  const used = new Set(components.map(({ kind }) => kind));
  const kinds = known.filter((kind) => used.has(kind.code)).map(({ code: kind, name, aliases, issuingBody, heldIn, validMonths, procedure, retired }) => ({ code: kind, name, aliases, issuingBody, heldIn, validMonths, procedure, retired }));
  return components.length === 0 ? null : asJson({ procedure: code, kinds, components });
}

/** Keeps what came along: kinds that are not in the list, and the kind of components nobody confirmed here. What stands here stays. */
export const paperLuggage: NonNullable<ProposalKind['luggage']> = {
  of: luggageOf,
  keep: async (db, luggage, { by, at }) => {
    const read = Luggage.safeParse(luggage);
    if (!read.success) return [must('luggage', 'Loại giấy tờ đi kèm', 'Phần loại giấy tờ trong gói đọc không được. Xin gói khác.')];
    const { procedure, kinds, components } = read.data;
    const [known, confirmed] = await Promise.all([storedKinds(db), confirmedComponents(db, procedure)]);
    for (const kind of kinds.filter(({ code }) => !known.some((one) => one.code === code))) await addKind(db, { ...kind, version: 1, source: 'Gói thủ tục', by: by.name }, at);
    const codes = new Set([...known, ...kinds].map(({ code }) => code));
    await addConfirmed(db, components.filter(({ name, kind }) => codes.has(kind) && !confirmed.some((one) => one.name === name)).map(({ name, kind }) => ({ procedure, name, kind, by: by.name })), at);
    return [];
  },
};
