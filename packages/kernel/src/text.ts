// SPDX-License-Identifier: EUPL-1.2
// Ð (U+00D0, Icelandic) stands for Đ (U+0110) in published data; symbol fonts leave private-use characters behind.
const looksLikeD = /[\u00D0\u0189]/gu;
const smallEth = /\u00F0/gu;
const symbolBullets = /[\uE000-\uF8FF]/gu;
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const oddBlanks = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/gu;
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/**
 * Text as people meant it: composed letters (NFC), Đ for Ð, plain blanks, no invisible or control characters.
 * Line breaks stay; blanks at the ends go.
 */
export function cleanText(text: string): string {
  // Composed again at the end: an invisible character may have stood between a letter and its mark.
  return text.normalize('NFC').replace(looksLikeD, 'Đ').replace(smallEth, 'đ').replace(symbolBullets, '•')
    .replace(invisible, '').replace(oddBlanks, ' ').replace(/\r\n?/gu, '\n').replace(control, '').trim().normalize('NFC');
}

/** Text without tone marks and case, for search (tìm không dấu): «Đặng Thị Ẩn» becomes «dang thi an». */
export function fold(text: string): string {
  return cleanText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
}

/** The words of a folded text, without punctuation. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
