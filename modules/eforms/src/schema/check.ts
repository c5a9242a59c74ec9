// SPDX-License-Identifier: EUPL-1.2
import { judge } from './judge.ts';
import { dialect, innerSchemas, isKnownKeyword } from './keywords.ts';
import { metaschemas } from './metaschema.ts';
import { type Schema, isRecord } from './model.ts';
import { readPattern } from './pattern.ts';
import { UnreadablePattern } from './pattern-parse.ts';

/** What keeps a schema from being read, and where: a JSON pointer into it. */
export type SchemaIssue = { readonly at: string; readonly text: string };

type Place = { readonly at: string; readonly schema: Schema };

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
const deepest = 30;

function placesIn(schema: Schema, at = '', depth = 0): readonly Place[] {
  if (!isRecord(schema) || depth > deepest) return [{ at, schema }];
  return [{ at, schema }, ...innerSchemas(schema).flatMap((inner) => placesIn(inner.schema, `${at}/${inner.path.map(escaped).join('/')}`, depth + 1))];
}

function patternIssue(at: string, pattern: unknown): readonly SchemaIssue[] {
  if (typeof pattern !== 'string') return [];
  try {
    readPattern(pattern);
    return [];
  } catch (fault) {
    if (fault instanceof UnreadablePattern) return [{ at, text: `mẫu chữ «${pattern.slice(0, 80)}» ${fault.message}` }];
    throw fault;
  }
}

function issuesAt({ at, schema }: Place): readonly SchemaIssue[] {
  if (!isRecord(schema)) return [];
  const unknown = Object.keys(schema).filter((keyword) => !isKnownKeyword(keyword)).map((keyword) => ({ at: `${at}/${escaped(keyword)}`, text: `từ khóa «${keyword}» không thuộc JSON Schema 2020-12` }));
  const other = schema['$schema'] === undefined || schema['$schema'] === dialect ? [] : [{ at: `${at}/$schema`, text: 'chỉ đọc JSON Schema 2020-12' }];
  const named = isRecord(schema['patternProperties']) ? Object.keys(schema['patternProperties']) : [];
  return [...unknown, ...other, ...patternIssue(`${at}/pattern`, schema['pattern']), ...named.flatMap((pattern) => patternIssue(`${at}/patternProperties/${escaped(pattern)}`, pattern))];
}

// One value of each kind: whatever a reference leads to is read at least once.
const trials: readonly unknown[] = ['', 0, true, null, [''], { a: '' }];

function readingIssue(schema: Schema): readonly SchemaIssue[] {
  try {
    for (const value of trials) judge(schema, value);
    return [];
  } catch (fault) {
    return [{ at: '', text: fault instanceof Error ? fault.message : 'lược đồ không đọc được' }];
  }
}

/** Everything that keeps a schema from being read: words outside the dialect, words used wrongly, references that lead nowhere or in a circle. */
export function checkSchema(schema: Schema): readonly SchemaIssue[] {
  const words = placesIn(schema).flatMap(issuesAt);
  if (words.length > 0) return words;
  const misused = judge({ $ref: dialect }, schema, metaschemas()).map(({ at, keyword }) => ({ at, text: `giá trị không đúng cách viết (${keyword})` }));
  return misused.length > 0 ? misused : readingIssue(schema);
}
