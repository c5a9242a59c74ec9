// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue } from '@motcua/proposals';
import { z } from 'zod';
import { Channel, type Procedure } from '../model.ts';
import { timeLimitOf } from '../rules/time-limit.ts';

const Given = z.object({ channel: Channel, circumstance: z.string().nullable() });
const most = 60;

/** What is asked of a procedure when it travels: how long and which papers, by way of filing and circumstance. */
export function procedureQuestions({ methods, circumstances }: Procedure): readonly { readonly name: string; readonly given: JsonValue }[] {
  const cases = circumstances.length === 0 ? [null] : circumstances.map(({ name }) => name);
  return cases.flatMap((circumstance) => [...new Set(methods.map(({ channel }) => channel))].map((channel) => ({
    name: `Thời hạn, giấy tờ khi nộp ${channel === 'ONLINE' ? 'trực tuyến' : channel === 'POSTAL' ? 'bưu chính' : 'trực tiếp'}${circumstance === null || cases.length === 1 ? '' : `: ${circumstance}`}`, given: { channel, circumstance },
  }))).slice(0, most);
}

/** Time limit and papers of one way of filing in one circumstance. */
export function proveProcedure(procedure: Procedure, given: JsonValue): JsonValue {
  const read = Given.safeParse(given);
  if (!read.success) return null;
  const limit = timeLimitOf(procedure, read.data);
  const papers = procedure.papers.filter(({ circumstance }) => circumstance === null || circumstance === read.data.circumstance).flatMap((group) => group.papers);
  return { limit: limit === null ? null : `${limit.value} ${limit.unit}`, papers: papers.map(({ name, required }) => `${required ? '' : '(nếu có) '}${name}`) };
}
