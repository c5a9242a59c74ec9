// SPDX-License-Identifier: EUPL-1.2
import { type Check, fixture, read, sources } from './check.ts';

const quoted = (text: string): readonly string[] => [...text.matchAll(/\bcode: '([a-z][a-z0-9-]*)'/gu)].map(([, code]) => code ?? '');

const union = (text: string, from: string): readonly string[] => {
  const start = text.indexOf(from);
  return [...text.slice(start, text.indexOf('};', start)).matchAll(/'([a-z][a-z0-9-]*)'/gu)].map(([, code]) => code ?? '');
};

/** Every code a person or a program can meet: refusals of acts and of uploads, answers of routes, faults of the server. */
export function codesOfTree(): ReadonlySet<string> {
  return new Set([
    ...quoted(read('modules/dossiers/src/lifecycle/refusal.ts')), ...union(read('modules/documents/src/model.ts'), 'export type UploadRefusal'),
    ...sources(/^(apps\/server\/src\/faults\.ts|modules\/[^/]+\/src\/http\/(?!.*\.test\.ts).*\.ts)$/u).flatMap(({ text }) => quoted(text)),
  ]);
}

/** Faults of a page whose sections are not the codes, both ways. */
export function compareCodes(codes: ReadonlySet<string>, page: string): readonly string[] {
  const sections = new Set([...page.matchAll(/^## `([a-z0-9-]+)`$/gmu)].map(([, code]) => code ?? ''));
  return [
    ...[...codes].filter((code) => !sections.has(code)).map((code) => `docs/errors.md: no section for ${code}`),
    ...[...sections].filter((code) => !codes.has(code)).map((code) => `docs/errors.md: nothing answers ${code} any more`),
  ];
}

export const errorCodesCheck: Check = {
  name: 'each error code has its section in docs/errors.md, and the reverse',
  faults: () => compareCodes(codesOfTree(), read('docs/errors.md')),
  onBroken: () => compareCodes(new Set(['act-not-allowed', 'forgotten']), fixture('errors.md')),
};
