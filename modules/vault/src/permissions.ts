// SPDX-License-Identifier: EUPL-1.2
/** The acts the routes of this module name, and who holds each. Whose vault it is comes from the session. */
export const vaultActs = { 'vault.own': { roles: [], citizens: true, partners: false } } as const;
