// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { judge } from '../schema/judge.ts';
import { metaschemas } from '../schema/metaschema.ts';
import { type Schema, isRecord, isSchema } from '../schema/model.ts';

const Groups = z.array(z.object({
  description: z.string(), schema: z.custom<Schema>(isSchema),
  tests: z.array(z.object({ description: z.string(), data: z.unknown(), valid: z.boolean() })),
}));

/** How one test of the public suite came out. */
export type SchemaVerdict = { readonly id: string; readonly verdict: 'right' | 'wrong' | 'unsupported'; readonly what: string };

const tests = /(?:^|\/)tests\/draft2020-12\/(.+\.json)$/u;
const remotes = /(?:^|\/)remotes\/(.+\.json)$/u;
const remoteAddress = 'http://localhost:1234/';
// Words of older drafts, and a format that must hold: a form that uses them is refused when it is read.
const outside = ['dependencies', 'additionalItems', '$recursiveRef', '$recursiveAnchor'];
const asserted = 'https://json-schema.org/draft/2020-12/vocab/format-assertion';

function speaksAs(schema: Schema, known: ReadonlyMap<string, Schema>): string | undefined {
  const text = JSON.stringify(schema);
  const word = outside.find((one) => text.includes(`"${one}":`));
  if (word !== undefined) return `từ khóa ${word}`;
  if (text.includes('draft2019-09') || text.includes('draft-07')) return 'dẫn tới lược đồ của phương ngữ khác';
  const metaschema = isRecord(schema) && typeof schema['$schema'] === 'string' ? known.get(schema['$schema']) : undefined;
  const vocabulary = isRecord(metaschema) ? metaschema['$vocabulary'] : undefined;
  return isRecord(vocabulary) && vocabulary[asserted] !== undefined ? 'từ vựng format-assertion' : undefined;
}

function verdictOf(asked: { readonly schema: Schema; readonly data: unknown; readonly valid: boolean }, known: ReadonlyMap<string, Schema>): Omit<SchemaVerdict, 'id'> {
  try {
    const isValid = judge(asked.schema, asked.data, known).length === 0;
    return isValid === asked.valid ? { verdict: 'right', what: '' } : { verdict: 'wrong', what: `kết luận ${isValid ? 'hợp lệ' : 'không hợp lệ'}` };
  } catch (fault) {
    return { verdict: 'wrong', what: fault instanceof Error ? fault.message : String(fault) };
  }
}

/**
 * Runs the public suite of JSON Schema, draft 2020-12, on our own reader (bộ thử JSON Schema công khai).
 *
 * @param files - text by path; schemas under `remotes/` are known by the address the suite gives them
 */
export function judgeSchemaSuite(files: ReadonlyMap<string, string>): readonly SchemaVerdict[] {
  const given = [...files].flatMap(([file, text]) => {
    const name = remotes.exec(file)?.[1];
    const schema: unknown = name === undefined || name.startsWith('draft7/') ? undefined : JSON.parse(text);
    return name !== undefined && isSchema(schema) ? [[remoteAddress + name, schema] as const] : [];
  });
  const known = new Map<string, Schema>([...metaschemas(), ...given]);
  return [...files].flatMap(([file, text]) => {
    const name = tests.exec(file)?.[1];
    return name === undefined ? [] : fileVerdicts(name, text, known);
  });
}

function fileVerdicts(name: string, text: string, known: ReadonlyMap<string, Schema>): readonly SchemaVerdict[] {
  return Groups.parse(JSON.parse(text)).flatMap(({ description, schema, tests: asked }) => {
    const why = name.startsWith('optional/format/') ? 'định dạng chỉ là ghi chú (format-annotation)' : speaksAs(schema, known);
    return asked.map((one) => ({
      id: `${name}: ${description}: ${one.description}`,
      ...(why === undefined ? verdictOf({ schema, data: one.data, valid: one.valid }, known) : { verdict: 'unsupported' as const, what: why }),
    }));
  });
}

