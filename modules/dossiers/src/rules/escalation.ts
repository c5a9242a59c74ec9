// SPDX-License-Identifier: EUPL-1.2

/** Who may be told (cấp trên): at the agency that solves, the shop that received, or the province. */
export const escalationRoles = { 'division-head': 'Trưởng phòng của cơ quan giải quyết', 'one-stop-head': 'Trưởng bộ phận một cửa nơi tiếp nhận', 'leader': 'Lãnh đạo cơ quan giải quyết', 'province-leader': 'Lãnh đạo tỉnh' } as const;
export type EscalationRole = keyof typeof escalationRoles;
const isRole = (name: string): name is EscalationRole => name in escalationRoles;
export const escalationRoleNames: readonly EscalationRole[] = Object.keys(escalationRoles).filter(isRole);

/** A dated rule as it is kept; `value` in working hours or days of the solving agency. */
export type EscalationRule = { readonly id: string; readonly timing: 'before' | 'after'; readonly value: number; readonly unit: 'working-hour' | 'working-day'; readonly to: EscalationRole; readonly procedure: string | null };

const hoursOfDay = 8;

/** Working minutes of a rule. */
export const minutesOf = ({ value, unit }: Pick<EscalationRule, 'unit' | 'value'>): number => Math.round(value * 60 * (unit === 'working-day' ? hoursOfDay : 1));

/** The rules that hold for a procedure: its own before those for all, of each timing and receiver. */
export function rulesFor(rules: readonly EscalationRule[], procedure: string): readonly EscalationRule[] {
  const fitting = rules.filter((rule) => rule.procedure === null || rule.procedure === procedure);
  return fitting.filter((rule) => rule.procedure !== null || !fitting.some((other) => other.procedure !== null && other.timing === rule.timing && other.to === rule.to));
}

/**
 * Whether the hour of a rule has come. Before the day owed it comes when no more working time is left than it says, and is over once the day is past; after it when so much has gone by.
 *
 * @param left - working minutes from now until the day owed; 0 when it is past
 * @param late - working minutes since the day owed; 0 while it lies ahead
 */
export function hasCome(rule: EscalationRule, { isPast, left, late }: { readonly isPast: boolean; readonly left: number; readonly late: number }): boolean {
  return rule.timing === 'before' ? !isPast && left <= minutesOf(rule) : isPast && late >= minutesOf(rule);
}

/** Where a role is told, as a token its holders are found by; the leader of the province is told of all. */
export function receiverOf(role: EscalationRole, { receiving, solving }: { readonly receiving: string; readonly solving: string }): string {
  switch (role) {
    case 'one-stop-head': return `${role}@${receiving}`;
    case 'division-head': case 'leader': return `${role}@${solving}`;
    case 'province-leader': return `${role}@*`;
  }
}

/** The tokens an officer is told by. */
export const tokensOf = (postings: readonly { readonly role: string; readonly agency: string }[]): readonly string[] =>
  [...new Set(postings.flatMap(({ role, agency }) => (role === 'province-leader' ? [`${role}@*`] : [`${role}@${agency}`])))];
