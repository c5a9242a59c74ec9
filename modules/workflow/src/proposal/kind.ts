// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { cleanText, type Clock, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { Finding, JsonValue, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { calledIn } from '../definition/calls.ts';
import { draftSizeFault } from '../definition/draft-size.ts';
import { describeProcess } from '../drawing/describe.ts';
import { newProcessXml } from '../drawing/new-process.ts';
import { readTable } from '../drawing/table.ts';
import { lintProcess } from '../lint/lint.ts';
import type { PublicationFault } from '../model.ts';
import type { ProcessNeighbours } from '../neighbours.ts';
import { getDefinition, publishProcess } from '../store/definitions.ts';
import { mergeProcesses } from './merge.ts';
import { processQuestions, proveProcess } from './questions.ts';

const mostXml = 1_900_000;

/** What is drafted of a process: BPMN 2.0, whose name stands beside it. */
const Content = z.object({ name: z.string().max(1000), xml: z.string().max(mostXml) });

const words: Readonly<Record<string, string>> = { name: 'Tên quy trình dài nhất 1.000 chữ.', xml: 'Sơ đồ phải là tệp BPMN 2.0, nặng nhất 1,9 triệu chữ.' };

const tooLarge = ({ text }: PublicationFault): Finding => ({ path: 'xml', place: 'Sơ đồ', text, blocks: true });

function read(content: unknown): Result<JsonValue, readonly Finding[]> {
  const parsed = Content.safeParse(content);
  const size = parsed.success ? draftSizeFault(parsed.data.xml) : null;
  if (size !== null) return refuse([tooLarge(size)]);
  if (parsed.success) return ok({ name: cleanText(parsed.data.name), xml: parsed.data.xml });
  const paths = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))];
  return refuse(paths.map((path) => ({ path, place: path === 'xml' ? 'Sơ đồ' : 'Cả quy trình', text: words[path] ?? 'Nội dung phải có tên và sơ đồ.', blocks: true })));
}

/** A content that was read before. */
const contentOf = (content: JsonValue): z.infer<typeof Content> => Content.parse(content);

/** What the steps of a model say about places, and the procedures it names. */
async function namedIn(xml: string): Promise<{ readonly codes: readonly string[]; readonly words: readonly string[] }> {
  const table = await readTable(xml, 'whole');
  if (!table.ok) return { codes: [], words: [] };
  const { procedures, rows } = table.value;
  return {
    codes: procedures.split(',').map((code) => code.trim()).filter((code) => code !== ''),
    words: [...new Set(rows.flatMap((row) => (row.kind === 'step' && row.agency !== '' ? [row.agency] : [])))],
  };
}

/** Called processes of which a newer version was published since they were taken in. */
async function olderThanPublished(db: Db, xml: string): Promise<readonly Finding[]> {
  const called = await calledIn(xml);
  const newest = await Promise.all(called.map(async ({ key }) => (await getDefinition(db, key))?.version ?? 0));
  return called.flatMap(({ name, version }, at) => ((newest[at] ?? 0) <= version ? [] : [{
    path: 'process', place: `Quy trình được gọi «${name}»`, text: `Đã công bố bản ${String(newest[at])}; ở đây còn gọi bản ${String(version)}. Chọn lại quy trình ở lời gọi để lấy bản mới.`, blocks: false,
  }]));
}

/**
 * Quy trình nội bộ as something that is drafted, checked and published: the content is one BPMN file. Publishing makes its procedures be handled by it from
 * its first day on; dossiers in hand stay with the version they began under.
 *
 * @legal nd-118-2025/internal-procedures
 */
export function processKind(neighbours: ProcessNeighbours, clock: Clock): ProposalKind {
  return {
    kind: 'process', label: 'Quy trình nội bộ', read,
    empty: (key) => (/^[\w.+-]{1,64}$/u.test(key) ? { name: '', xml: newProcessXml(key) } : null),
    current: async (db, key) => {
      const newest = await getDefinition(db, key);
      return newest === null ? null : { version: newest.version, content: { name: newest.name, xml: newest.xml } };
    },
    title: (content) => contentOf(content).name,
    check: async (db, { key, content }) => {
      const { xml } = contentOf(content);
      const size = draftSizeFault(xml);
      if (size !== null) return [tooLarge(size)];
      return [...await olderThanPublished(db, xml), ...await lintProcess(xml, await neighbours.surroundings(db, { key, ...await namedIn(xml), day: officeDay(clock.now()).toString() }))];
    },
    describe: (content) => {
      const { name, xml } = contentOf(content);
      const size = draftSizeFault(xml);
      return size === null ? describeProcess(xml) : [{ key: 'process', label: name, text: size.text }];
    },
    merge: mergeProcesses(contentOf), questions: processQuestions, prove: (content, given) => proveProcess(contentOf(content).xml, given),
    placeOf: (_content, path) => (path === 'name' ? 'Tên quy trình' : 'Các bước và sơ đồ'),
    publish: async (tx, { key, content, decision, validFrom, by, at }) => {
      const { name, xml } = contentOf(content);
      const published = await publishProcess(tx, { key, name: name === '' ? key : name, xml, by: by.id, at, validFrom, decision });
      if (!published.ok) return refuse(published.error.map(({ element, name: place, text }) => ({ path: element === null ? 'process' : `steps.${element}`, place: place ?? element ?? 'Cả quy trình', text, blocks: true })));
      await neighbours.takeUp(tx, { key, codes: (await namedIn(xml)).codes, validFrom });
      return ok({ version: published.value.version });
    },
  };
}
