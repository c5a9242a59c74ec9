// SPDX-License-Identifier: EUPL-1.2

/** Some bytes of a file; `to` is behind the last byte. */
type Bytes = { readonly from: number; readonly to: number };

/**
 * The part of a file a reader asks for (tải từng phần, RFC 9110): a header `Range` of one part. 'whole' where none is asked for, or in a way we need not understand: several parts, other units.
 *
 * @param header - such as `bytes=0-65535`, `bytes=65536-`, `bytes=-500`
 * @param size - bytes of the file
 * @returns 'beyond' when the part begins behind the end
 */
export function askedRange(header: string | undefined, size: number): Bytes | 'whole' | 'beyond' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') return Number(last) === 0 || size === 0 ? 'beyond' : { from: Math.max(size - Number(last), 0), to: size };
  const [from, to] = [Number(first), last === '' ? size : Math.min(Number(last) + 1, size)];
  if (from >= size) return 'beyond';
  // A part that ends before it begins asks for nothing: it counts as not asked.
  return to <= from ? 'whole' : { from, to };
}
