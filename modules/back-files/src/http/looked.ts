// SPDX-License-Identifier: EUPL-1.2
import type { Officer } from '@motcua/kernel';
import { viewingLog } from '@motcua/vault';
import type { BackFileContext } from '../model.ts';

/** Writes down whose lines were shown, before the answer leaves. */
export function lookedAt({ db, clock }: Pick<BackFileContext, 'db' | 'clock'>): (officer: Officer, agency: string | null, owners: readonly string[]) => Promise<void> {
  const log = viewingLog();
  return (officer, agency, owners) => log(db, owners.map((owner) => ({ owner, officer: { id: officer.id, name: officer.name }, agency, subject: 'back-file', dossier: '', purpose: 'digitising', at: clock.now() })));
}
