// SPDX-License-Identifier: EUPL-1.2
import { cleanText, fold } from '@motcua/kernel';

const longest = 160;
// Directions of writing can turn «gpj.exe» into «exe.jpg» before the reader's eyes.
const turning = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** The name without its last extension, and the extension in lower case with its dot ('' when there is none). */
export function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const found = /^(.+?)(\.[A-Za-z0-9]{1,8})$/u.exec(name);
  return { stem: found?.[1] ?? name, extension: (found?.[2] ?? '').toLowerCase() };
}

/**
 * A file name that may be shown, stored and sent: composed letters, no folders, no control or direction characters, 160 characters at most.
 *
 * @returns the name; «tệp» when nothing is left of it
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const clean = cleanText(last.replace(turning, '')).replace(/\n+/gu, ' ').replace(/["<>|:*?]/gu, '').replace(/^\.+/u, '').trim();
  if (clean === '') return 'tệp';
  const { stem, extension } = splitName(clean);
  const letters = Array.from(stem);
  return letters.length + extension.length <= longest ? clean : letters.slice(0, longest - extension.length).join('').trimEnd() + extension;
}

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The value of Content-Disposition for a download (RFC 6266): the plain name for old clients, the Vietnamese one for all others. */
export function attachmentHeader(name: string): string {
  const clean = cleanFileName(name);
  const { stem, extension } = splitName(clean);
  const plain = fold(stem).replace(/[^a-z0-9 ._-]+/gu, '').trim() || 'tep';
  return `attachment; filename="${plain}${extension}"; filename*=UTF-8''${percentEncoded(clean)}`;
}
