// SPDX-License-Identifier: EUPL-1.2
/** The acts the routes of this module name, and who holds each. Whose vault it is comes from the session, and from what an officer of a counter entered about representatives. */
export const vaultActs = {
  'vault.own': { roles: [], citizens: true, partners: false }, 'representation.keep': { roles: ['intake-officer', 'one-stop-head'], citizens: false, partners: false },
} as const;
