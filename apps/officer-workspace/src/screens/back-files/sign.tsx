// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { LinesSigned } from '@motcua/back-files/contract';
import { numberText } from '@motcua/i18n';
import { Button, MessageArea, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import { KeyFields, WaitingForMany, firstPicked, isElsewhere, keyGiven, lacksPin, ownKeys, useSigningMeans } from '../dossier/signing-key.tsx';
import type { Picked } from '../dossier/signing-key.tsx';

const Begun = z.object({ id: z.uuid() });
/** How the last press ended. */
type Said = { readonly done: number; readonly refused: readonly string[] };

/** Ký các giấy đã đối chiếu: one press, each paper with its own signature; what was not signed is named. */
export function Sign({ id, count }: { readonly id: string; readonly count: number }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const keys = ownKeys(useSigningMeans(true).data);
  const [chosen, setPicked] = useState<Picked | null>(null);
  const picked = chosen ?? firstPicked(keys);
  const [isPressed, setPressed] = useState(false);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const tell = async (ended: Said): Promise<void> => {
    setSaid(ended);
    setPicked({ ...picked, pin: '' });
    setPressed(false);
    await queries.invalidateQueries({ queryKey: ['back-files'] });
  };
  const sign = useMutation({
    mutationFn: async () => {
      setSaid(null);
      const body = { lines: null, ...keyGiven(keys, picked) };
      if (isElsewhere(picked)) { setWaiting((await send(Begun, { method: 'POST', path: `/api/back-files/${id}/elsewhere-signing`, body })).id); return; }
      const { results } = await send(LinesSigned, { method: 'POST', path: `/api/back-files/${id}/signing`, body });
      await tell({ done: results.filter(({ code }) => code !== null).length, refused: results.flatMap(({ no, code, refused }) => code === null ? [t('back-file.not-signed', { no, why: refused ?? '' })] : []) });
    },
  });
  const press = (): void => {
    setPressed(true);
    if (!sign.isPending && !lacksPin(keys, picked)) sign.mutate();
  };
  return (
    <Section id="ky" title={t('back-file.sign')}>
      <p>{t('back-file.sign-about')}</p>
      <MessageArea tone="bad">{sign.error !== null ? failureWords(failureOf(sign.error)) : said?.refused.join(' ')}</MessageArea>
      {said !== null && <p role="status">{said.done + said.refused.length === 0 ? t('back-file.signed-none') : t('back-file.signed', { count: numberText(said.done), left: numberText(count) })}</p>}
      {count > 0 && <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={setPicked} />}
      {count > 0 && <p><Button look="primary" busy={sign.isPending} onPress={press}>{t('back-file.sign-do')}</Button></p>}
      {waiting !== null && (
        <WaitingForMany
          id={waiting} onClose={() => { setWaiting(null); }}
          onEnded={(signings) => { setWaiting(null); void tell({ done: signings.filter(({ state }) => state === 'done').length, refused: signings.filter(({ state }) => state !== 'done').map(({ code, title, detail }) => [`${code}:`, title, detail].filter((part) => part !== null).join(' ')) }); }}
        />
      )}
    </Section>
  );
}
