// SPDX-License-Identifier: EUPL-1.2
type Dated = { readonly id: number; readonly procedure: string | null; readonly channel: string | null; readonly validFrom: string };

/** The more telling rule first: a procedure's own, then one for the way of filing, then the newest begun, then the last written. */
function order(one: Dated, other: Dated): number {
  return Number(one.procedure === null) - Number(other.procedure === null) || Number(one.channel === null) - Number(other.channel === null)
    || (one.validFrom === other.validFrom ? other.id - one.id : one.validFrom < other.validFrom ? 1 : -1);
}

/**
 * The rule in force on a day (cách tính thời hạn): the procedure's own before the rule for all, one for the way of filing before one for every way, the newest begun first.
 *
 * @returns undefined when none had begun
 */
export function ruleInForce<Rule extends Dated>(rules: readonly Rule[], { procedure, channel, day }: { readonly procedure: string; readonly channel: string; readonly day: string }): Rule | undefined {
  return rules.filter((rule) => (rule.procedure === null || rule.procedure === procedure) && (rule.channel === null || rule.channel === channel) && rule.validFrom <= day).sort(order)[0];
}
