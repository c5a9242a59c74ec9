// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { ok, refuse } from '@motcua/kernel';
import type { Finding, JsonValue, Part, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { MessageSet } from './contract.ts';
import { channelTitles, everyProcedure, messageEventNames, messageEvents } from './model.ts';
import { lintTexts } from './rules/lint.ts';
import { insertTexts, publishedTexts } from './store/text-sets.ts';

/** What this kind asks its neighbours: which of some procedures nobody has. */
export type MessageNeighbours = { readonly unknownProcedures: (db: Db, codes: readonly string[]) => Promise<readonly string[]> };

const asJson = (value: MessageSet): JsonValue => z.json().parse(value);
const whose = (procedure: string): string => (procedure === everyProcedure ? 'mọi thủ tục' : procedure);

function describe({ texts }: MessageSet): readonly Part[] {
  return messageEventNames.flatMap((event): readonly Part[] => {
    const own = texts.filter((one) => one.event === event);
    return own.length === 0 ? [] : [{
      key: event, label: messageEvents[event].title,
      parts: own.map(({ channel, title, text, withoutMarks }) => ({ key: channel, label: `${channelTitles[channel]}${withoutMarks ? ', không dấu' : ''}`, text: [title, text].filter((words) => words !== '').join('. ') })),
    }];
  });
}

/** The words people are told by as a kind of bản soạn (lời báo): of a procedure, or of all under «tat-ca». */
export function messageKind({ unknownProcedures }: MessageNeighbours): ProposalKind {
  const check = async (db: Db, key: string, content: MessageSet): Promise<readonly Finding[]> => {
    const isUnknown = key !== everyProcedure && (await unknownProcedures(db, [key])).length > 0;
    return [
      ...(content.procedure === key ? [] : [{ path: 'procedure', place: 'Thủ tục', text: `Bản soạn này là lời báo của ${whose(key)}.`, blocks: true }]),
      ...(isUnknown ? [{ path: 'procedure', place: 'Thủ tục', text: `Không có thủ tục mã ${key} trong danh mục.`, blocks: true }] : []), ...lintTexts(content.texts),
    ];
  };
  return {
    kind: 'messages', label: 'Lời báo',
    read: (content) => {
      const read = MessageSet.safeParse(content);
      return read.success ? ok(asJson(read.data)) : refuse(read.error.issues.map(({ path }) => ({ path: path.join('.'), place: `Nội dung ${path.join('.')}`, text: 'Không đúng hình dạng của lời báo.', blocks: true })));
    },
    empty: (key) => (/^[0-9a-zA-Z.-]{3,60}$/u.test(key) ? asJson({ procedure: key, texts: [] }) : null),
    current: async (db, key) => {
      const newest = (await publishedTexts(db, key))[0];
      return newest === undefined ? null : { version: newest.version, content: asJson({ procedure: key, texts: newest.texts }) };
    },
    title: (content) => `Lời báo: ${whose(MessageSet.parse(content).procedure)}`,
    check: (db, { key, content }) => check(db, key, MessageSet.parse(content)),
    describe: (content) => describe(MessageSet.parse(content)),
    publish: async (tx, { key, content, validFrom, decision, by, at }) => {
      const read = MessageSet.parse(content);
      const blocking = (await check(tx, key, read)).filter(({ blocks }) => blocks);
      if (blocking.length > 0) return refuse(blocking);
      const version = ((await publishedTexts(tx, key))[0]?.version ?? 0) + 1;
      await insertTexts(tx, { scope: key, version, content: read, validFrom, decision, by: by.id, at });
      return ok({ version });
    },
  };
}
