// SPDX-License-Identifier: EUPL-1.2
type Days = { readonly issuedOn: string; readonly validUntil: string };

/** Whether a day of a paper must be said. Of a kind that is good for some months one of the two is enough: while neither is there, neither may be called optional. @param months - null: the kind has no end */
export function isDayNeeded(name: string, { issuedOn, validUntil }: Days, months: number | null): boolean {
  if (months === null) return false;
  return name === 'issuedOn' ? validUntil === '' : name === 'validUntil' && issuedOn === '';
}
