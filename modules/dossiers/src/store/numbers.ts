// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { dossierDb } from './tables.ts';

/**
 * The next number of a series, without gaps: the row stays locked until the caller's transaction ends,
 * and a transaction that fails gives its number back.
 */
async function nextNumber(tx: Db, series: { readonly agency: string; readonly series: string; readonly period: string }): Promise<number> {
  const row = await dossierDb(tx).insertInto('dossiers.counter').values({ ...series, last: 1 })
    .onConflict((key) => key.columns(['agency', 'series', 'period']).doUpdateSet({ last: sql`dossiers.counter.last + 1` }))
    .returning('last').executeTakeFirstOrThrow();
  return row.last;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** H26.12.3 in the order of 2016, level 4 first: 000.3.12.H26, always four groups. */
const agencyOf2016 = (agency: string): string => {
  const groups = agency.split('.').reverse();
  return [...Array.from({ length: Math.max(0, 4 - groups.length) }, (_, at) => (at === 0 ? '000' : '00')), ...groups].join('.');
};

/** A dossier code written by a mask: {agency}, {agency-2016}, {yymmdd}, {serial:4} (at least four digits). */
export function codeByMask(mask: string, { agency, day, serial }: { readonly agency: string; readonly day: Temporal.PlainDate; readonly serial: number }): string {
  return mask.replace('{agency-2016}', agencyOf2016(agency)).replace('{agency}', agency)
    .replace('{yymmdd}', `${two(day.year % 100)}${two(day.month)}${two(day.day)}`)
    .replace(/\{serial:(\d+)\}/u, (_, width: string) => String(serial).padStart(Number(width), '0'));
}

/**
 * The next dossier code (mã hồ sơ) of the agency that solves, by the mask in force on the day.
 *
 * @legal nd-118-2025/d28
 */
export async function nextDossierCode(tx: Db, agency: string, at: Temporal.Instant): Promise<string> {
  const day = officeDay(at);
  const { mask } = await dossierDb(tx).selectFrom('dossiers.code_mask').select('mask').where('valid_from', '<=', day.toString())
    .orderBy('valid_from', 'desc').limit(1).executeTakeFirstOrThrow();
  const serial = await nextNumber(tx, { agency, series: 'dossier', period: day.toString() });
  return codeByMask(mask, { agency, day, serial });
}

/** A code as people paste it: blanks go, letters become capitals, any dash becomes a plain one. */
export function tidyCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B]/gu, '').replace(/[\u2010-\u2015\u2212]/gu, '-').toUpperCase();
}
