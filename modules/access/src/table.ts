// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Role } from '@motcua/kernel';

/** Who holds an act somewhere. The place and the dossier are judged by the act itself. */
export type Holders = { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean; readonly everybody?: boolean };

/** Acts × roles: the first wall, in front of every route. An act that is not in the table is held by nobody. */
export type AccessTable = Readonly<Record<string, Holders>>;

/** Acts open to everybody, signed in or not. */
export const openActs: AccessTable = Object.fromEntries(['place.read', 'agency.read', 'procedure.read', 'dossier.standing', 'session.open', 'session.read', 'session.end', 'page.read']
  .map((act) => [act, { roles: [], citizens: true, partners: true, everybody: true }]));

/** Whether an actor may come through the first wall of a route. */
export function holds(table: AccessTable, actor: Actor, act: string): boolean {
  const holders = table[act];
  if (holders === undefined) return false;
  if (holders.everybody === true) return true;
  switch (actor.kind) {
    case 'officer': return actor.postings.some(({ role }) => holders.roles.includes(role));
    case 'citizen': return holders.citizens;
    case 'partner': return holders.partners;
    case 'system': case 'visitor': return false;
  }
}
