// SPDX-License-Identifier: EUPL-1.2
import { isRecord } from './model.ts';

type Decimal = { readonly digits: bigint; readonly exponent: number };

/** A number as it is written, so that 0.3 is three tenths. */
function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** True when `value` is a whole number of times `step`, counted in decimals. */
export function isMultipleOf(value: number, step: number): boolean {
  const [a, b] = [decimalOf(value), decimalOf(step)];
  const least = Math.min(a.exponent, b.exponent);
  const scaled = ({ digits, exponent }: Decimal): bigint => digits * 10n ** BigInt(exponent - least);
  return b.digits !== 0n && scaled(a) % scaled(b) === 0n;
}

/** A value written so that equal values are written the same, whatever the order of names. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return value === undefined ? 'null' : JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
