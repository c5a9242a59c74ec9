// SPDX-License-Identifier: EUPL-1.2
import type { MessageId } from '@motcua/i18n';
import type { IconName } from './icons.tsx';

/** The states of a dossier as people see them; the same list on every screen, slip and message. */
export const dossierStatuses = [
  'draft', 'submitted', 'awaiting-supplement', 'supplemented', 'accepted', 'in-progress', 'with-another-agency', 'awaiting-payment', 'awaiting-identity',
  'decided', 'returned', 'refused', 'closed', 'stopped', 'withdrawn', 'sent-upstream',
] as const;
export type ShownStatus = (typeof dossierStatuses)[number];

export type Tone = 'ink' | 'celadon' | 'turmeric' | 'leaf' | 'lacquer' | 'myrtle';
export type Reader = 'citizen' | 'officer';

type Look = { readonly tone: Tone; readonly sign: IconName };

/** Colour never speaks alone: each state has a sign and a word as well. */
export const lookOf: Readonly<Record<ShownStatus, Look>> = {
  'draft': { tone: 'ink', sign: 'pencil' },
  'submitted': { tone: 'celadon', sign: 'inbox' },
  'awaiting-supplement': { tone: 'turmeric', sign: 'file-plus' },
  'supplemented': { tone: 'celadon', sign: 'file-check' },
  'accepted': { tone: 'celadon', sign: 'hourglass' },
  'in-progress': { tone: 'celadon', sign: 'hourglass' },
  'with-another-agency': { tone: 'myrtle', sign: 'arrow-left-right' },
  'awaiting-payment': { tone: 'turmeric', sign: 'banknote' },
  'awaiting-identity': { tone: 'turmeric', sign: 'user-check' },
  'decided': { tone: 'leaf', sign: 'badge-check' },
  'returned': { tone: 'leaf', sign: 'circle-check' },
  'refused': { tone: 'ink', sign: 'circle-x' },
  'closed': { tone: 'ink', sign: 'archive' },
  'stopped': { tone: 'ink', sign: 'octagon-pause' },
  'withdrawn': { tone: 'ink', sign: 'undo-2' },
  'sent-upstream': { tone: 'turmeric', sign: 'undo-2' },
};

/** The word for a state, for a citizen or for an officer. */
export function wordOf(status: ShownStatus, reader: Reader): MessageId {
  return `status.${reader}.${status}`;
}

/** True for a state this list knows: what comes from the server is read before it is shown. */
export function isShownStatus(status: string): status is ShownStatus {
  return dossierStatuses.some((known) => known === status);
}

/** How the clock of a dossier stands. */
export type DueState = 'running' | 'due-soon' | 'overdue' | 'paused' | 'not-started' | 'early' | 'on-time' | 'late';

export const dueLook: Readonly<Record<DueState, { readonly look: string; readonly sign: IconName | null }>> = {
  'running': { look: '', sign: null },
  'due-soon': { look: 'soon', sign: 'timer' },
  'overdue': { look: 'overdue', sign: 'flag' },
  'paused': { look: 'paused', sign: 'circle-pause' },
  'not-started': { look: 'waiting', sign: 'clock' },
  'early': { look: 'early', sign: 'circle-check' },
  'on-time': { look: 'early', sign: 'circle-check' },
  'late': { look: 'overdue', sign: 'flag' },
};
