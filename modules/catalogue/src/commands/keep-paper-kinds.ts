// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, type Result, cleanText, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { ComponentsConfirmed, PaperKindSaved } from '../contract/paper-kinds.ts';
import { componentName } from '../rules/match-paper-kind.ts';
import { addConfirmed, addKind, storedKinds } from '../store/paper-kinds.ts';
import { newestProcedure, unknownProcedures } from '../views/procedures.ts';

/** Why the list was not changed: somebody else did meanwhile, a field, or an unknown procedure. */
export type PaperKindRefusal = { readonly code: 'paper-kind-changed'; readonly by: string } | { readonly code: 'paper-kind-bad'; readonly field: string; readonly text: string } | { readonly code: 'procedure-unknown' };

type Press = { readonly by: Pick<Officer, 'name'>; readonly at: Temporal.Instant };

const codes = /^[A-Z0-9][A-Z0-9.-]{1,38}[A-Z0-9]$/u;

const bad = (field: string, text: string): Result<never, PaperKindRefusal> => refuse({ code: 'paper-kind-bad', field, text });

/**
 * Ghi một loại giấy tờ: the next version of a kind, or a new one. Names are told apart without tone marks.
 *
 * @error paper-kind-changed - another version than the one that was seen is the newest
 * @error paper-kind-bad - a code that is none, a name or alias another kind has, an unknown procedure
 */
export async function savePaperKind(db: Db, code: string, { asked, by, at }: Press & { readonly asked: z.infer<typeof PaperKindSaved> }): Promise<Result<{ readonly code: string; readonly version: number }, PaperKindRefusal>> {
  if (!codes.test(code)) return bad('code', 'Mã gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Ví dụ KQ.G15.000031.');
  if (asked.procedure !== null && asked.procedure !== '' && (await unknownProcedures(db, [asked.procedure])).length > 0) return bad('procedure', 'Danh mục không có thủ tục này. Tìm lại bằng tên hoặc mã.');
  return inTransaction(db, async (tx): Promise<Result<{ readonly code: string; readonly version: number }, PaperKindRefusal>> => {
    const known = await storedKinds(tx);
    const before = known.find((kind) => kind.code === code);
    if ((before?.version ?? 0) !== asked.version) return refuse({ code: 'paper-kind-changed', by: before?.by ?? '' });
    const names = [asked.name, ...asked.aliases].map(componentName);
    const other = known.find((kind) => kind.code !== code && !kind.retired && [kind.name, ...kind.aliases].some((name) => names.includes(componentName(name))));
    if (other !== undefined && !asked.retired) return bad('name', `«${other.name}» (${other.code}) đã có tên này. Dùng loại ấy, hoặc đổi tên.`);
    const blank = (text: string | null): string | null => (text === null || cleanText(text) === '' ? null : cleanText(text));
    const version = asked.version + 1;
    const added = await addKind(tx, {
      code, version, name: cleanText(asked.name), aliases: asked.aliases.map(cleanText), issuingBody: blank(asked.issuingBody), heldIn: blank(asked.heldIn), validMonths: asked.validMonths, procedure: blank(asked.procedure), retired: asked.retired, source: cleanText(asked.source), by: by.name,
    }, at);
    return added ? ok({ code, version }) : refuse({ code: 'paper-kind-changed', by: '' });
  });
}

/**
 * Xác nhận loại giấy tờ của thành phần hồ sơ: what a person says of some components; saying it again of one writes the newer word.
 *
 * @error procedure-unknown; paper-kind-bad - a component the newest version does not have, a kind that is not in the list
 */
export async function confirmComponents(db: Db, procedure: string, { asked, by, at }: Press & { readonly asked: z.infer<typeof ComponentsConfirmed> }): Promise<Result<{ readonly confirmed: number }, PaperKindRefusal>> {
  const found = await newestProcedure(db, procedure);
  if (found === undefined) return refuse({ code: 'procedure-unknown' });
  const own = new Set(found.procedure.papers.flatMap(({ papers }) => papers.map(({ name }) => componentName(name))));
  const kinds = new Set((await storedKinds(db)).filter(({ retired }) => !retired).map(({ code }) => code));
  const stranger = asked.components.find(({ name }) => !own.has(componentName(name)));
  if (stranger !== undefined) return bad('components', `Bản mới nhất của thủ tục không có thành phần «${stranger.name.slice(0, 100)}». Tải lại trang.`);
  const unknown = asked.components.find(({ kind }) => kind !== null && !kinds.has(kind));
  if (unknown !== undefined) return bad('components', `Danh mục giấy tờ chuẩn không có mã ${unknown.kind ?? ''}.`);
  await addConfirmed(db, asked.components.map(({ name, kind }) => ({ procedure, name: componentName(name), kind, by: by.name })), at);
  return ok({ confirmed: asked.components.length });
}
