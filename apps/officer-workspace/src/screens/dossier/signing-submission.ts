// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { newClientKey, send } from '@motcua/web-kit';
import { firstPicked, isElsewhere, keyGiven, lacksPin } from './signing-key.tsx';
import type { KeyChoice, Picked } from './signing-key.tsx';

const Begun = z.object({ id: z.uuid() });

type Submitted<Done> = {
  /** Keys to choose from now; null: it is not signed, or there is nothing to choose. */
  readonly keys: KeyChoice | null;
  /** Where it is sent when it is done at once, and when it is signed with a key that is not kept here. */
  readonly path: () => string; readonly elsewhere: () => string;
  readonly body: (clientKey: string) => object; readonly answer: z.ZodType<Done>;
  /** What follows; null: it was done while it was waited for. */
  readonly onDone: (done: Done | null) => Promise<void>;
};

/** How something signed is sent: done at once, or begun and waited for when it is signed with a key that is not kept here. */
export type SigningSubmission = {
  readonly doIt: UseMutationResult<void, Error, void>; readonly picked: Picked; readonly pick: (picked: Picked) => void;
  /** Whether it was asked for: what is missing is said from then on. */
  readonly isPressed: boolean;
  /** Sends it, when it is ready and its key is opened. */
  readonly submit: (isReady?: boolean) => void;
  /** The signing that is waited for; null: none. */
  readonly waiting: string | null;
  /** Why the last signing came to nothing. */
  readonly said: string;
  readonly signed: () => Promise<void>; readonly notSigned: (words: string) => void;
};

/** Sends it once, however often the button is pressed; what was typed stays when it comes to nothing. */
export function useSigningSubmission<Done>({ keys, path, elsewhere, body, answer, onDone }: Submitted<Done>): SigningSubmission {
  const [clientKey, setClientKey] = useState(newClientKey);
  const [picked, setPicked] = useState(() => firstPicked(keys));
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [isPressed, setPressed] = useState(false);
  const doIt = useMutation({
    mutationFn: async () => {
      setSaid('');
      const given = { ...body(clientKey), ...(keys === null ? {} : keyGiven(keys, picked)) };
      if (keys !== null && isElsewhere(picked)) setWaiting((await send(Begun, { method: 'POST', path: elsewhere(), body: given })).id);
      else await onDone(await send(answer, { method: 'POST', path: path(), body: given }));
    },
  });
  return {
    doIt, picked, pick: setPicked, isPressed, waiting, said,
    submit: (isReady = true) => { setPressed(true); if (isReady && !lacksPin(keys, picked) && !doIt.isPending) doIt.mutate(); },
    signed: () => onDone(null),
    notSigned: (words) => { setWaiting(null); setPicked({ ...picked, pin: '' }); setClientKey(newClientKey()); setPressed(false); setSaid(words); },
  };
}
