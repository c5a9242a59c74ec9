// SPDX-License-Identifier: EUPL-1.2
import type { RetentionRule } from '@motcua/dossiers';

/** Until when a closed dossier is kept and by when it is handed in; days as ISO texts. `keptUntil` null: for ever. */
export type Retention = { readonly years: number | null; readonly keptUntil: string | null; readonly handInBy: string; readonly source: string; readonly unsure: string | null };

const holdsOn = ({ from, through }: RetentionRule, day: string): boolean => from <= day && (through === null || through >= day);

/**
 * Thời hạn bảo quản: years counted from the end of the year the work ended, by the rule in force on that day; the procedure's own before that of its field (lĩnh vực), and that before the one for all. Pure.
 *
 * @returns null when no rule was in force then: then nothing is due and nothing may be destroyed
 */
export function retentionOf(rules: readonly RetentionRule[], { procedure, field, endedOn }: { readonly procedure: string; readonly field: string | null; readonly endedOn: string }): Retention | null {
  const fitting = rules.filter((rule) => holdsOn(rule, endedOn));
  const rule = fitting.find((one) => one.procedure === procedure) ?? fitting.find((one) => one.field !== null && one.field === field) ?? fitting.find((one) => one.procedure === null && one.field === null);
  if (rule === undefined) return null;
  const ended = Temporal.PlainDate.from(endedOn);
  return {
    years: rule.years, keptUntil: rule.years === null ? null : new Temporal.PlainDate(ended.year + rule.years, 12, 31).toString(), handInBy: ended.add({ months: rule.handInMonths }).toString(), source: rule.source, unsure: rule.unsure,
  };
}

/** «5 năm, đến hết 31/12/2031»; «vĩnh viễn» */
export const retentionWords = ({ years }: Pick<Retention, 'years'>): string => (years === null ? 'vĩnh viễn' : `${years} năm`);
