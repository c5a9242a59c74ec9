// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { insertTemplate, keepFile } from './store/templates.ts';
import { line, writeDocx } from './docx/write.ts';
import { openDocx } from './docx/open.ts';
import { readDocx } from './docx/read.ts';
import { templateLines } from './template/fill.ts';
import type { PaperKind } from './template/papers.ts';
import { starterOf } from './template/starter-letter.ts';
import { starterTemplate } from './template/starter.ts';

type InForce = { readonly key: string; readonly version?: number; readonly procedures: readonly string[]; readonly validFrom: string; readonly agency?: string | null; readonly heading?: string; readonly paper?: PaperKind; readonly everyProcedure?: boolean; readonly eform?: string; readonly bytes?: Uint8Array };

/** A published template, of results unless told otherwise, laid out as the file to begin from, with another heading for results. */
export async function aTemplateInForce(db: Db, { key, version = 1, procedures, validFrom, agency = null, heading = 'QUYẾT ĐỊNH CỦA XÃ', paper = 'result', everyProcedure = false, eform, bytes = paper === 'result' ? starterTemplate(heading) : starterOf(paper) }: InForce): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const at = Temporal.Instant.from('2026-01-01T00:00:00+07:00');
  await keepFile(db, { sha256, name: 'mau.docx', bytes, by: 'test', at });
  await insertTemplate(db, { key, version, title: heading, paper, everyProcedure, agency, procedures, eform: eform ?? null, file: sha256, validFrom, decision: { number: '1/QĐ-UBND', date: '2026-01-01' } }, { by: 'test', at });
}

/** The Word file to begin from, under another heading. */
export const starterDocx = starterTemplate;
/** The Word file to begin a letter or slip from. */
export const starterLetterDocx = starterOf;

/** A small Word template with the places every template needs; `text` is one more line, `more` parts of the package. */
export const templateDocx = ({ text = '', more = {} }: { readonly text?: string; readonly more?: Readonly<Record<string, string>> }): Uint8Array =>
  writeDocx({ body: line('{số văn bản}{chỗ ký}{chỗ dấu}') + line(text), more });

/** The text of a Word file; '' when it cannot be opened. */
export function wordText(bytes: Uint8Array): string {
  const opened = openDocx(bytes);
  return opened.ok ? templateLines(readDocx(opened.parts).paper).join('\n') : '';
}
