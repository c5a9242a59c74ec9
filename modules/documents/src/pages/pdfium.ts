// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import type { HeldParts } from './held-parts.ts';

const program = readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));

/** The engine; its functions are those of PDFium's own headers (fpdfview.h, fpdf_text.h, fpdf_formfill.h). */
async function started(): Promise<Awaited<ReturnType<typeof init>>> {
  const pdfium = await init({ wasmBinary: new Uint8Array(await program).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}
type Engine = Awaited<ReturnType<typeof started>>;
let engine = started();

/** Starts the engine anew after it gave up on a file; whatever was open in it is gone. */
export function startAnew(): void { engine = started(); }

/** A PDF that is open. Pages count from 0. */
export type OpenPdf = {
  readonly pages: number;
  /** Width and height in points; null when the page does not open. */
  readonly sizeOf: (page: number) => { readonly width: number; readonly height: number } | null;
  /** Four bytes a pixel, red first; null when the page does not open. */
  readonly paint: (page: number, size: { readonly width: number; readonly height: number }) => Uint8Array | null;
  readonly wordsOf: (page: number) => string | null;
  readonly close: () => void;
};

/** Bytes FPDF_FILEACCESS takes: length, function, parameter. */
const fileAccessBytes = 12;
const [bgra, white, withAnnotations, redFirst] = [4, 0xff_ff_ff_ff, 0x01, 0x10];

/** The heap as it is now: it moves when it grows. */
const heapOf = ({ pdfium }: Engine): Uint8Array => pdfium.HEAPU8;

function painted(engineNow: Engine, page: number, { form, width, height }: { readonly form: number; readonly width: number; readonly height: number }): Uint8Array | null {
  const { pdfium } = engineNow;
  const bitmap = engineNow.FPDFBitmap_CreateEx(width, height, bgra, 0, width * 4);
  if (bitmap === 0) return null;
  try {
    engineNow.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    engineNow.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | redFirst);
    // Signatures are seen as form fields.
    engineNow.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, redFirst);
    const at = engineNow.FPDFBitmap_GetBuffer(bitmap);
    return pdfium.HEAPU8.slice(at, at + width * height * 4);
  } finally {
    engineNow.FPDFBitmap_Destroy(bitmap);
  }
}

function wordsOn(engineNow: Engine, page: number): string {
  const { pdfium } = engineNow;
  const text = engineNow.FPDFText_LoadPage(page);
  if (text === 0) return '';
  const characters = engineNow.FPDFText_CountChars(text);
  const at = pdfium.wasmExports.malloc((characters + 1) * 2);
  try {
    engineNow.FPDFText_GetText(text, 0, characters, at);
    return pdfium.UTF16ToString(at);
  } finally {
    pdfium.wasmExports.free(at);
    engineNow.FPDFText_ClosePage(text);
  }
}

/** Opens a PDF of which not every part need be here: what is read and is not here is a miss that `parts` remembers, and what was asked then is not to be believed. @returns null when it does not open */
export async function openPdf(parts: HeldParts): Promise<OpenPdf | null> {
  const own = await engine;
  const { pdfium } = own;
  const getBlock = pdfium.addFunction((_own: number, position: number, buffer: number, size: number): number => {
    const bytes = parts.read(position >>> 0, size >>> 0);
    if (bytes !== null) heapOf(own).set(bytes, buffer);
    return bytes === null ? 0 : 1;
  }, 'iiiii');
  const access = pdfium.wasmExports.malloc(fileAccessBytes);
  for (const [at, value] of [parts.bytes.byteLength, getBlock, 0].entries()) pdfium.setValue(access + at * 4, value, 'i32');
  const letGo = (): void => { pdfium.wasmExports.free(access); pdfium.removeFunction(getBlock); };
  const document = own.FPDF_LoadCustomDocument(access, '');
  if (document === 0) {
    letGo();
    return null;
  }
  const info = own.PDFiumExt_OpenFormFillInfo();
  const form = own.PDFiumExt_InitFormFillEnvironment(document, info);
  const onPage = <Found>(page: number, what: (loaded: number) => Found): Found | null => {
    const loaded = own.FPDF_LoadPage(document, page);
    if (loaded === 0) return null;
    own.FORM_OnAfterLoadPage(loaded, form);
    try {
      return what(loaded);
    } finally {
      own.FORM_OnBeforeClosePage(loaded, form);
      own.FPDF_ClosePage(loaded);
    }
  };
  return {
    pages: own.FPDF_GetPageCount(document),
    sizeOf: (page) => onPage(page, (loaded) => ({ width: own.FPDF_GetPageWidthF(loaded), height: own.FPDF_GetPageHeightF(loaded) })),
    paint: (page, size) => onPage(page, (loaded) => painted(own, loaded, { form, ...size })),
    wordsOf: (page) => onPage(page, (loaded) => wordsOn(own, loaded)),
    close: () => {
      own.PDFiumExt_ExitFormFillEnvironment(form);
      own.PDFiumExt_CloseFormFillInfo(info);
      own.FPDF_CloseDocument(document);
      letGo();
    },
  };
}
