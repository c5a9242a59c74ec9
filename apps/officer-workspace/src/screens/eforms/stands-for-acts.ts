// SPDX-License-Identifier: EUPL-1.2
import type { StandsFor } from '@motcua/eforms/contract';

type OfProcedure = { readonly procedure: string; readonly proposed: readonly string[] };

const isSame = (one: StandsFor, other: StandsFor): boolean => one.procedure === other.procedure && one.component === other.component;

export const namesPaper = (chosen: readonly StandsFor[], paper: StandsFor): boolean => chosen.some((one) => isSame(one, paper));

/** A paper named, or let go when it was. */
export const togglePaper = (chosen: readonly StandsFor[], paper: StandsFor): readonly StandsFor[] =>
  namesPaper(chosen, paper) ? chosen.filter((one) => !isSame(one, paper)) : [...chosen, paper];

/** Everything proposed for procedures where nothing is named yet. */
export const acceptProposals = (chosen: readonly StandsFor[], lines: readonly OfProcedure[]): readonly StandsFor[] =>
  [...chosen, ...lines.filter(({ procedure }) => !chosen.some((one) => one.procedure === procedure)).flatMap(({ procedure, proposed }) => proposed.map((component) => ({ procedure, component })))];

/** The beginnings named for every procedure, as one line of text. */
export const beginningsIn = (chosen: readonly StandsFor[]): string => chosen.filter(({ procedure }) => procedure === null).map(({ component }) => component).join('; ');

/** The same, from the line as it is typed. */
export function changeBeginnings(chosen: readonly StandsFor[], typed: string): readonly StandsFor[] {
  const words = [...new Set(typed.split(';').map((part) => part.trim()).filter((part) => part !== ''))];
  return [...chosen.filter(({ procedure }) => procedure !== null), ...words.map((component) => ({ procedure: null, component }))];
}
