// SPDX-License-Identifier: EUPL-1.2
/** What was found wrong in a Word file, and where in a reader's words. What `blocks` keeps the file from being used; the rest is printed otherwise than Word does. */
export type DocxIssue = { readonly place: string; readonly text: string; readonly blocks: boolean };

/** How letters look; sizes in points. */
export type Look = {
  readonly bold: boolean; readonly italic: boolean; readonly underline: boolean; readonly strike: boolean; readonly caps: boolean;
  readonly size: number; readonly raised: 'none' | 'super' | 'sub'; readonly colour: string | null;
};

/** A piece of a line. Widths and heights in points; `data` of an image as base64. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'tab' } | { readonly kind: 'line' } | { readonly kind: 'page' } | { readonly kind: 'column' }
  | { readonly kind: 'number'; readonly of: 'page' | 'pages'; readonly look: Look }
  | { readonly kind: 'image'; readonly format: 'png' | 'jpg'; readonly data: string; readonly width: number; readonly height: number; readonly alt: string };

export type TabStop = { readonly at: number; readonly align: 'left' | 'right' | 'center'; readonly leader: string };
export type Rule = { readonly width: number } | null;

/** A paragraph (đoạn); all lengths in points. `line`: lines apart as a multiple of the letter size, or exactly so many points. */
export type Paragraph = {
  readonly kind: 'paragraph'; readonly align: 'left' | 'right' | 'center' | 'justify'; readonly left: number; readonly right: number; readonly first: number;
  readonly before: number; readonly after: number; readonly line: { readonly times: number } | { readonly exactly: number }; readonly keepNext: boolean; readonly newPage: boolean;
  readonly above: Rule; readonly below: Rule; readonly tabs: readonly TabStop[]; readonly pieces: readonly Piece[]; readonly size: number;
};

export type Cell = {
  readonly columns: number; readonly rows: number; readonly blocks: readonly Block[]; readonly align: 'top' | 'horizon' | 'bottom'; readonly fill: string | null;
  readonly borders: { readonly top: Rule; readonly bottom: Rule; readonly left: Rule; readonly right: Rule };
};
export type Row = { readonly height: number | null; readonly isHeader: boolean; readonly cells: readonly (Cell & { readonly at: number })[] };
export type Table = { readonly kind: 'table'; readonly columns: readonly number[]; readonly align: 'left' | 'center' | 'right'; readonly inset: { readonly x: number; readonly y: number }; readonly rows: readonly Row[] };
export type Block = Paragraph | Table;

/** The page: sizes and margins in points, how far heads and feet stand from its edge, columns of equal width and the room between them. */
export type Page = { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly header: number; readonly footer: number; readonly columns: number; readonly gutter: number };

type Running = { readonly usual: readonly Block[]; readonly first: readonly Block[] | null };

/** A Word file as this system prints it. */
export type DocxPaper = { readonly page: Page; readonly header: Running; readonly footer: Running; readonly blocks: readonly Block[] };
