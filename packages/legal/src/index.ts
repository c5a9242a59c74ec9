// SPDX-License-Identifier: EUPL-1.2
/**
 * Legal: căn cứ pháp lý.
 *
 * The register of the articles the rules rely on (legal/sources.yml): key → title, article, since when.
 * Code names a key; the words of the law and its dates are data.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** An article a rule relies on. Dates are calendar days; `until` is exclusive. `unsure` says what to check before relying on it. */
export type LegalSource = { readonly title: string; readonly article: string; readonly from: string; readonly until: string | null; readonly unsure: string | null };

const text = (record: object, key: string): string | null => {
  const value: unknown = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : null;
};

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

const register: unknown = parse(readFileSync(fileURLToPath(new URL('../../../legal/sources.yml', import.meta.url)), 'utf8'), { schema: 'failsafe' });

/** The register, by key. */
export const legalSources: ReadonlyMap<string, LegalSource> = new Map(Object.entries(isRecord(register) ? register : {}).flatMap(([key, record]: [string, unknown]) => {
  const title = isRecord(record) ? text(record, 'title') : null;
  if (!isRecord(record) || title === null) return [];
  return [[key, { title, article: text(record, 'article') ?? '', from: text(record, 'from') ?? '', until: text(record, 'until'), unsure: text(record, 'unsure') }] as const];
}));

/** «Điều 17 khoản 3, Nghị định 118/2025/NĐ-CP»; the key itself when the register does not know it. */
export function sourceTitle(key: string): string {
  const source = legalSources.get(key);
  if (source === undefined) return key;
  return source.article === '' ? source.title : `${source.article}, ${source.title}`;
}
