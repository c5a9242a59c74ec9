// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { FormedAct } from './act-forms.ts';
import type { KeyChoice } from './signing-key.tsx';
import { useSigningSubmission } from './signing-submission.ts';
import type { SigningSubmission } from './signing-submission.ts';

/** Where an act is signed with a key that is not kept here. */
export function elsewherePath(act: FormedAct, { taskId }: PossibleAct): string {
  if (act === 'reissue') return 'reissue-signing';
  if (act === 'complete-step') return `steps/${encodeURIComponent(taskId ?? '')}/signing`;
  return act === 'issue' ? 'sealing' : 'signing';
}

type Submitted = { readonly dossier: OfficerDossier; /** Keys to choose from now; null: it is not signed, or there is nothing to choose. */ readonly keys: KeyChoice | null; readonly path: () => string; /** Where it is sent when it is signed with a key that is not kept here. */ readonly elsewhere: string; readonly body: () => object; readonly onDone: (done: ActDone) => void };

/** Sends an act on a dossier, signed or not; then what shows the dossier is asked again. */
export function useActSubmission({ dossier, keys, path, elsewhere, body, onDone }: Submitted): SigningSubmission {
  const queries = useQueryClient();
  const under = (tail: string): string => `/api/dossiers/${dossier.code}/${tail}`;
  return useSigningSubmission({
    keys, answer: ActDone, path: () => under(path()), elsewhere: () => under(elsewhere), body: (clientKey) => ({ clientKey, version: dossier.version, ...body() }),
    onDone: async (done) => {
      onDone(done ?? { code: dossier.code, version: dossier.version + 1, status: dossier.status, owedAt: null, papers: [] });
      await dossiersChanged(queries);
    },
  });
}
