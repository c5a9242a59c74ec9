// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The layout that prints what was read from a Word file. */
export const docxTemplate = readFileSync(join(import.meta.dirname, '..', '..', 'templates', 'docx.typ'), 'utf8');
