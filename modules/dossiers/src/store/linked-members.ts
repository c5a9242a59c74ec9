// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { z } from 'zod';
import { dossierDb } from './tables.ts';

const Answers = z.record(z.string(), z.union([z.object({ from: z.string() }), z.object({ value: z.union([z.string(), z.number(), z.boolean()]) })]));
const Groups = z.array(z.object({
  code: z.string(), process: z.string(), name: z.string(), eform: z.string(), own: z.boolean(), legal: z.string(),
  members: z.array(z.object({ node: z.string(), name: z.string(), after: z.array(z.string()), procedure: z.string(), circumstance: z.string().nullable(), answers: Answers })).min(1),
}));

/** How answers of a part's e-form are made of the group's: a field of the group's form, or a fixed value. */
export type MemberAnswers = Readonly<z.infer<typeof Answers>>;

/** Reads data/linked-groups. @throws when the file is not of that shape */
export function readLinkedGroups(json: unknown): z.infer<typeof Groups> {
  return Groups.parse(json);
}

/** What a linked task of a group's process stands for. `agency`: «solving», or an agency's code. */
export type LinkedMember = { readonly node: string; readonly procedure: string; readonly circumstance: string | null; readonly agency: string; readonly answers: MemberAnswers };

/** The members of a linked group in force on `day` (ISO date), by task of its process. */
export async function linkedMembers(db: Db, group: string, day: string): Promise<ReadonlyMap<string, LinkedMember>> {
  const rows = await dossierDb(db).selectFrom('dossiers.linked_member').selectAll().where('group_code', '=', group).where('valid_from', '<=', day).orderBy('valid_from').execute();
  return new Map(rows.map((row) => [row.node, { node: row.node, procedure: row.procedure_code, circumstance: row.circumstance, agency: row.agency, answers: row.answers }]));
}

/** Sets the members of a linked group from a day on. `own`: no published decision says so. */
export async function setLinkedGroup(db: Db, group: { readonly code: string; readonly validFrom: string; readonly own: boolean; readonly legal: string; readonly members: readonly LinkedMember[] }): Promise<void> {
  await dossierDb(db).insertInto('dossiers.linked_member').values(group.members.map(({ node, procedure, circumstance, agency, answers }) => ({
    group_code: group.code, node, valid_from: group.validFrom, procedure_code: procedure, circumstance, agency, answers: JSON.stringify(answers), own: group.own, legal: group.legal,
  }))).execute();
}
