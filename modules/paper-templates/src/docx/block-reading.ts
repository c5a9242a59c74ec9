// SPDX-License-Identifier: EUPL-1.2
import type { Xml } from '@motcua/xml-kit';
import type { Styles } from './look.ts';
import type { Block, DocxIssue } from './model.ts';
import type { Numbering } from './numbering.ts';
import type { DocxParts } from './open.ts';

/** What blocks are read with. `place`: where they stand, in words; `blocks`: reads those inside a cell. */
export type BlockReading = {
  readonly styles: Styles; readonly numbering: Numbering; readonly parts: DocxParts; readonly place: string; readonly found: (issue: DocxIssue) => void; readonly mayEndSection: boolean;
  readonly blocks: (of: Xml | undefined, reading: BlockReading) => readonly Block[];
};
