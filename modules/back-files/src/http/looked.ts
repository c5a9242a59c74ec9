// SPDX-License-Identifier: EUPL-1.2
import type { Officer } from '@motcua/kernel';
import { viewingLog } from '@motcua/vault';
import type { BackFileContext } from '../model.ts';

/** Whose lines or scans were shown to whom. */
type Look = { readonly officer: Officer; readonly agency: string | null; readonly owners: readonly string[]; readonly subject?: 'back-file' | 'back-file-scan' };

/** Writes down whose lines or scans were shown, before the answer leaves. */
export function lookedAt({ db, clock }: Pick<BackFileContext, 'db' | 'clock'>): (look: Look) => Promise<void> {
  const log = viewingLog();
  return ({ officer, agency, owners, subject = 'back-file' }) => log(db, owners.map((owner) => ({ owner, officer: { id: officer.id, name: officer.name }, agency, subject, dossier: '', purpose: 'digitising', at: clock.now() })));
}
