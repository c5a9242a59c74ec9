// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { FormedAct } from './act-forms.ts';
import { firstPicked, isElsewhere, keyGiven, lacksPin } from './signing-key.tsx';
import type { KeyChoice, Picked } from './signing-key.tsx';

const Begun = z.object({ id: z.uuid() });

/** Where an act is signed with a key that is not kept here. */
export function elsewherePath(act: FormedAct, { taskId }: PossibleAct): string {
  if (act === 'reissue') return 'reissue-signing';
  if (act === 'complete-step') return `steps/${encodeURIComponent(taskId ?? '')}/signing`;
  return act === 'issue' ? 'sealing' : 'signing';
}

type Submitted = { readonly dossier: OfficerDossier; /** Keys to choose from now; null: it is not signed, or there is nothing to choose. */ readonly keys: KeyChoice | null; readonly path: () => string; /** Where it is sent when it is signed with a key that is not kept here. */ readonly elsewhere: string; readonly body: () => object; readonly onDone: (done: ActDone) => void };

/** How an act is sent: done at once, or begun and waited for when it is signed with a key that is not kept here. */
export type ActSubmission = {
  readonly doIt: UseMutationResult<void, Error, void>; readonly picked: Picked; readonly pick: (picked: Picked) => void; readonly lacksPin: boolean;
  /** The signing that is waited for; null: none. */
  readonly waiting: string | null;
  /** Why the last signing came to nothing. */
  readonly said: string;
  readonly signed: () => Promise<void>; readonly notSigned: (words: string) => void;
};

/** Sends an act once, however often the button is pressed; what was typed stays when it comes to nothing. */
export function useActSubmission({ dossier, keys, path, elsewhere, body, onDone }: Submitted): ActSubmission {
  const queries = useQueryClient();
  const [clientKey, setClientKey] = useState(newClientKey);
  const [picked, setPicked] = useState(() => firstPicked(keys));
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const finished = async (done: ActDone): Promise<void> => {
    onDone(done);
    await dossiersChanged(queries);
  };
  const doIt = useMutation({
    mutationFn: async () => {
      setSaid('');
      const given = { clientKey, version: dossier.version, ...body(), ...(keys === null ? {} : keyGiven(keys, picked)) };
      if (keys !== null && isElsewhere(picked)) setWaiting((await send(Begun, { method: 'POST', path: `/api/dossiers/${dossier.code}/${elsewhere}`, body: given })).id);
      else await finished(await send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/${path()}`, body: given }));
    },
  });
  return {
    doIt, picked, pick: setPicked, lacksPin: lacksPin(keys, picked), waiting, said,
    signed: () => finished({ code: dossier.code, version: dossier.version + 1, status: dossier.status, owedAt: null, papers: [] }),
    notSigned: (words) => { setWaiting(null); setPicked({ ...picked, pin: '' }); setClientKey(newClientKey()); setSaid(words); },
  };
}
