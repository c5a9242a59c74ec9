// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import type { MessageData } from '../model.ts';

const named = /\{([^{}]*)\}/gu;

/** A text with its fields put in; one without a value leaves nothing, and what people wrote is never read as a field. */
export const filled = (text: string, data: MessageData): string => cleanText(text.replace(named, (_, name: string) => data[name.trim()] ?? '')).replace(/ {2,}/gu, ' ').replace(/ +([.,;:])/gu, '$1');

/** The same words without tone marks (không dấu), as plain SMS carries them. */
export const withoutToneMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D').replace(/[–—]/gu, '-').replace(/[“”«»]/gu, '"').replace(/[‘’]/gu, '\'').replace(/…/gu, '...').normalize('NFC');

// The letters of a plain SMS (3GPP TS 23.038); those of the second row take the room of two.
const plain = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;
const double = /[\^{}\\[~\]|€]/gu;

/** How many letters an SMS takes, in how many parts it travels, and whether it is plain. A part of letters with tone marks holds 70 (67 when there are several), a plain one 160 (153). */
export function smsSize(text: string): { readonly letters: number; readonly parts: number; readonly plain: boolean } {
  const isPlain = plain.test(text);
  const letters = isPlain ? text.length + (text.match(double)?.length ?? 0) : text.length;
  const [one, each] = isPlain ? [160, 153] : [70, 67];
  return { letters, parts: letters === 0 ? 0 : letters <= one ? 1 : Math.ceil(letters / each), plain: isPlain };
}
