// SPDX-License-Identifier: EUPL-1.2
import { Problem, problem } from '@motcua/http-kit';
import type { Officer, Result } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import type { EntryRefusal } from '../commands/entry.ts';
import { Entered } from '../contract.ts';
import { readsRegistersOf } from '../permissions.ts';

/** What an entry in a register may answer. */
export const entryResponses = { 201: Entered, 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** 403 in words: the register of another agency. */
export const elsewhere = (reply: FastifyReply): FastifyReply =>
  reply.code(403).type('application/problem+json').send(problem({ status: 403, code: 'not-permitted', title: 'Sổ của cơ quan này do người quản trị của cơ quan đó giữ.', detail: 'Chọn cơ quan của mình, hoặc nhờ quản trị cấp tỉnh.' }));

/** Sends the outcome of an entry: 201 with its id, or the refusal in words. */
export function sentEntry(reply: FastifyReply, outcome: Result<{ readonly id: string }, EntryRefusal>): FastifyReply {
  if (outcome.ok) return reply.code(201).send(outcome.value);
  const { error } = outcome;
  const told = reply.type('application/problem+json');
  switch (error.code) {
    case 'fields-to-mend': return told.code(422).send(problem({ status: 422, code: 'fields-to-mend', title: `Còn ${error.fields.length} chỗ cần sửa.`, errors: error.fields }));
    case 'entry-unknown': return told.code(404).send(problem({ status: 404, code: 'entry-unknown', title: 'Không có dòng này trong sổ.', detail: 'Tải lại sổ rồi chọn lại.' }));
    case 'revoked-already': return told.code(409).send(problem({ status: 409, code: 'revoked-already', title: 'Văn bản này đã được thu hồi.', detail: 'Tải lại sổ để xem ngày thu hồi.' }));
  }
}

/** The agencies a question of an officer is about: the one asked for, when it is readable; else all that are. */
export const mine = (officer: Officer, asked: string | undefined): readonly string[] | null => {
  const readable = readsRegistersOf(officer);
  if (asked === undefined) return readable;
  return readable === null || readable.includes(asked) ? [asked] : [];
};
