// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, elements, textIn } from '@motcua/xml-kit';
import { type Styles, type Tell, lookOf } from './look.ts';
import type { Look, Piece } from './model.ts';
import type { DocxParts } from './open.ts';
import { worth } from './xml.ts';

/** What a paragraph is read with. */
export type RunReading = { readonly styles: Styles; readonly parts: DocxParts; readonly around: readonly Xml[]; readonly tell: Tell };

/** A field of Word being read: its instruction so far, and whether its shown result has begun. */
type FieldState = { instruction: string; isShown: boolean } | null;
type Going = RunReading & { field: FieldState };

const emu = 12_700;
const mostImageBytes = 400_000;

const silent = new Set(['w:rPr', 'w:lastRenderedPageBreak', 'w:proofErr', 'w:softHyphen', 'w:annotationRef']);
const heavy: Readonly<Record<string, string>> = {
  'w:object': 'Đối tượng nhúng không in được. Bỏ đối tượng.', 'w:pict': 'Hình vẽ kiểu cũ không in được. Chèn ảnh PNG hoặc JPEG, hoặc dùng viền của đoạn thay đường kẻ.',
  'w:sym': 'Ký hiệu phông riêng không in được. Gõ chữ thay ký hiệu.', 'w:ptab': 'Dấu tab theo lề không in được. Dùng tab thường có điểm dừng.',
  'w:footnoteReference': 'Chú thích cuối trang không in được. Chuyển vào lời văn.', 'w:endnoteReference': 'Chú thích cuối văn bản không in được. Chuyển vào lời văn.',
  'w:commentReference': 'Lời bình của người soạn còn trong tệp. Xóa hết lời bình.', 'mc:AlternateContent': 'Hình vẽ, hộp chữ không in được. Dùng bảng, hoặc viền dưới của đoạn thay đường kẻ.',
  'w:ruby': 'Chữ chú âm không in được.', 'w:delText': 'Còn thay đổi chưa chấp nhận. Chấp nhận hoặc bỏ hết thay đổi.',
};

const formatOf = (bytes: Uint8Array): 'png' | 'jpg' | null => (bytes[0] === 0x89 && bytes[1] === 0x50 ? 'png' : bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpg' : null);

function pictureIn(inline: Xml, parts: DocxParts): Uint8Array | undefined {
  const picture = element(element(element(inline, 'a:graphic'), 'a:graphicData'), 'pic:pic');
  const id = element(element(picture, 'pic:blipFill'), 'a:blip')?.attributes['r:embed'];
  return id === undefined ? undefined : parts.bytes(parts.target(id) ?? '');
}

function imageOf(drawing: Xml, { parts, tell }: RunReading): readonly Piece[] {
  const inline = element(drawing, 'wp:inline');
  if (inline === undefined) {
    tell('Hình đặt tự do không in được. Chọn cách đặt «Cùng dòng với chữ» (In Line with Text).', true);
    return [];
  }
  const bytes = pictureIn(inline, parts);
  const extent = element(inline, 'wp:extent')?.attributes;
  const [width, height] = [Number(extent?.['cx']) / emu, Number(extent?.['cy']) / emu];
  const format = bytes === undefined ? null : formatOf(bytes);
  if (bytes === undefined || format === null || !(width > 0) || !(height > 0)) {
    tell('Hình này không phải ảnh PNG hoặc JPEG. Chèn lại ảnh.', true);
    return [];
  }
  if (bytes.length > mostImageBytes) {
    tell('Ảnh nặng hơn 400 kB. Giảm cỡ ảnh rồi chèn lại.', true);
    return [];
  }
  return [{ kind: 'image', format, data: Buffer.from(bytes).toString('base64'), width, height, alt: element(inline, 'wp:docPr')?.attributes['descr'] ?? '' }];
}

function fieldPieces(instruction: string, look: Look, tell: Tell): readonly Piece[] {
  const word = instruction.trim().split(/\s+/u)[0]?.toUpperCase() ?? '';
  if (word === 'PAGE') return [{ kind: 'number', of: 'page', look }];
  if (word === 'NUMPAGES' || word === 'SECTIONPAGES') return [{ kind: 'number', of: 'pages', look }];
  tell(`Trường «${instruction.trim().slice(0, 40)}» của Word không dùng được. Dùng trường dữ liệu trong ngoặc nhọn.`, true);
  return [];
}

function charOf(char: Xml, look: Look, going: Going): readonly Piece[] {
  const kind = char.attributes['w:fldCharType'];
  if (kind === 'begin') {
    if (going.field !== null) going.tell('Trường Word lồng nhau không dùng được.', true);
    going.field = { instruction: '', isShown: false };
  } else if (kind === 'separate' && going.field !== null) going.field.isShown = true;
  else if (kind === 'end') {
    const { instruction } = going.field ?? { instruction: '' };
    going.field = null;
    return fieldPieces(instruction, look, going.tell);
  }
  return [];
}

const breaks: Readonly<Record<string, 'page' | 'column'>> = { page: 'page', column: 'column' };

function pieceOf(one: Xml, look: Look, going: Going): readonly Piece[] {
  switch (one.name) {
    case 'w:t': return [{ kind: 'text', text: textIn(one), look }];
    case 'w:noBreakHyphen': return [{ kind: 'text', text: '\u2011', look }];
    case 'w:tab': return [{ kind: 'tab' }];
    case 'w:cr': return [{ kind: 'line' }];
    case 'w:br': return [{ kind: breaks[one.attributes['w:type'] ?? ''] ?? 'line' }];
    case 'w:drawing': return imageOf(one, going);
    case 'w:instrText': {
      if (going.field !== null) going.field.instruction += textIn(one);
      return [];
    }
    default: {
      const why = heavy[one.name];
      if (why !== undefined) going.tell(why, true);
      else if (!silent.has(one.name)) going.tell(`Phần «${one.name}» không in được. Bỏ phần này.`, true);
      return [];
    }
  }
}

function piecesOfRun(run: Xml, going: Going): readonly Piece[] {
  const look = lookOf(going.styles, going.around, element(run, 'w:rPr'), going.tell);
  return elements(run).flatMap((one) => {
    if (one.name === 'w:fldChar') return charOf(one, look, going);
    // What Word last worked out for a field is not read: the paper works it out itself.
    if (going.field?.isShown === true) return [];
    return pieceOf(one, look, going);
  });
}

const unwrapped = new Set(['w:smartTag', 'w:hyperlink', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo']);
const marks = new Set(['w:pPr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:permStart', 'w:permEnd', 'w:sdtPr', 'w:sdtEndPr', 'w:customXmlPr', 'w:smartTagPr']);

function piecesIn(of: Xml, going: Going): readonly Piece[] {
  return elements(of).flatMap((one): readonly Piece[] => {
    if (one.name === 'w:r') return piecesOfRun(one, going);
    if (unwrapped.has(one.name)) return piecesIn(one, going);
    if (one.name === 'w:sdt') return piecesIn(element(one, 'w:sdtContent') ?? one, going);
    if (one.name === 'w:fldSimple') return fieldPieces(one.attributes['w:instr'] ?? '', lookOf(going.styles, going.around, undefined, going.tell), going.tell);
    if (['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].includes(one.name)) going.tell('Còn thay đổi chưa chấp nhận. Chấp nhận hoặc bỏ hết thay đổi.', true);
    else if (one.name.startsWith('w:comment')) going.tell('Lời bình của người soạn còn trong tệp. Xóa hết lời bình.', true);
    else if (one.name.startsWith('m:')) going.tell('Công thức toán không in được. Gõ thành chữ.', true);
    else if (!marks.has(one.name)) going.tell(`Phần «${one.name}» không in được. Bỏ phần này.`, true);
    return [];
  });
}

/** Everything that stands in a paragraph, in order. */
export function readPieces(paragraph: Xml, reading: RunReading): readonly Piece[] {
  return piecesIn(paragraph, { ...reading, field: null });
}

/** The size of the letters of a paragraph without any: it takes its room all the same. */
export const emptySize = (paragraph: Xml, { styles, around }: RunReading): number =>
  lookOf(styles, [...around, ...elements(element(paragraph, 'w:pPr'), 'w:rPr')], undefined, () => undefined).size;

/** The style a paragraph names. */
export const styleOf = (paragraph: Xml): string | undefined => worth(element(paragraph, 'w:pPr'), 'w:pStyle');
