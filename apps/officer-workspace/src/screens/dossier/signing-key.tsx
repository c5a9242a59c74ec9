// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import { OwnSigningMeans, SigningBatch, SigningStanding } from '@motcua/dossiers/contract';
import type { DossierActName, OfficerDossier, SigningMeansView } from '@motcua/dossiers/contract';
import { dayText, officeDayOf, timeText } from '@motcua/i18n';
import { Button, Dialog, Message, RadioGroup, TextField, useWords } from '@motcua/ui';
import { ask, send } from '@motcua/web-kit';

/** The key this installation keeps: no means of its own. */
const here = 'here';

/** The keys one signature may be made with: the one kept here, those elsewhere, the one used last. */
export type KeyChoice = Pick<OwnSigningMeans, 'here' | 'means' | 'last'>;

/** The key chosen to sign with, and what opens it. */
export type Picked = { readonly means: string; readonly pin: string };

/** The keys the officer may sign with now; asked only where he signs. */
export const useSigningMeans = (enabled: boolean) => useQuery({ queryKey: ['signing-means'], enabled, queryFn: () => ask(OwnSigningMeans, '/api/my/signing-means') });

/** The officer's own keys, for signatures and initials; null where there is nothing to choose. */
export function ownKeys(keys: OwnSigningMeans | undefined): KeyChoice | null {
  const means = keys?.means.filter(({ usable, agency }) => usable && agency === null) ?? [];
  return keys === undefined || means.length === 0 ? null : { here: keys.here, last: keys.last, means };
}

/** The keys of the agency that seals, where the officer puts its seal on; null where there is nothing to choose. */
function sealKeys(keys: OwnSigningMeans | undefined, agency: string): KeyChoice | null {
  const means = keys?.means.filter((one) => one.usable && one.agency === agency) ?? [];
  return keys === undefined || means.length === 0 ? null : { here: keys.agencies.find(({ code }) => code === agency)?.here ?? null, last: keys.last, means };
}

const signsInitial = ({ signing }: OfficerDossier): boolean => signing?.signers.some(({ kind, state }) => kind === 'initial' && state === 'current') === true;

/** Whether an act puts a signature on a paper. */
export const isSigned = (act: DossierActName, dossier: OfficerDossier): boolean => act === 'approve' || act === 'issue' || act === 'extend' || act === 'digitise' || (act === 'reissue' && dossier.reissuable.includes('extension')) || (act === 'complete-step' && signsInitial(dossier));

/** The keys an act may be signed with; null: it is not signed, or there is nothing to choose. */
export function keysFor(keys: OwnSigningMeans | undefined, act: DossierActName, dossier: OfficerDossier): KeyChoice | null {
  if (!isSigned(act, dossier)) return null;
  return act === 'issue' ? sealKeys(keys, dossier.sealAgency) : ownKeys(keys);
}

/** The key chosen at the beginning: the one used last, the one kept here, else the first. */
export const firstPicked = (keys: KeyChoice | null): Picked => ({ means: keys?.means.find(({ id }) => id === keys.last)?.id ?? (keys?.here == null ? keys?.means[0]?.id ?? here : here), pin: '' });

/** Whether a key was chosen that is not kept here. */
export const isElsewhere = ({ means }: Picked): boolean => means !== here;

/** Whether the key chosen is opened by a PIN. */
const takesPin = (keys: KeyChoice | null, { means }: Picked): boolean => keys?.means.some(({ id, kind }) => id === means && kind !== 'phone') === true;

/** Whether the key chosen is opened by a PIN that was not typed. */
export const lacksPin = (keys: KeyChoice | null, picked: Picked): boolean => picked.pin === '' && takesPin(keys, picked);

/** What is sent of a key elsewhere; nothing for the one kept here. */
export const keyGiven = (keys: KeyChoice | null, picked: Picked): object => (isElsewhere(picked) ? { means: picked.means, pin: takesPin(keys, picked) ? picked.pin : null } : {});

/** Ký bằng: which key, and its PIN where it is opened by one. Shown only where there is a choice. */
export function KeyFields({ keys, picked, isPressed, onPick }: { readonly keys: KeyChoice | null; readonly picked: Picked; readonly isPressed: boolean; readonly onPick: (picked: Picked) => void }): ReactElement | null {
  const t = useWords();
  if (keys === null) return null;
  const chosen = keys.means.find(({ id }) => id === picked.means);
  const kept = keys.here === null ? [] : [{ value: here, label: t('keys.here', { until: dayText(officeDayOf(keys.here.validUntil)) }) }];
  return (
    <>
      <RadioGroup name="khoa-ky" label={t('keys.sign-with')} value={picked.means} onChange={(means) => { onPick({ means, pin: '' }); }} choices={[...kept, ...keys.means.map((one) => ({ value: one.id, label: nameOf(one, t) }))]} />
      {chosen?.kind === 'phone' && <Message>{t('keys.phone-note')}</Message>}
      {chosen !== undefined && chosen.kind !== 'phone' && (
        <TextField
          name="ma-pin" label={t('keys.pin')} hint={t('keys.pin-hint')} value={picked.pin} onChange={(pin) => { onPick({ ...picked, pin }); }} width="id" typing={{ type: 'password', autoComplete: 'off' }}
          error={isPressed && picked.pin === '' ? t('act-field.missing', { name: t('keys.pin') }) : undefined}
        />
      )}
    </>
  );
}

const nameOf = ({ kind, account, validUntil }: SigningMeansView, t: ReturnType<typeof useWords>): string => t('keys.elsewhere', { kind: t(`keys.kind.${kind}`), account, until: dayText(officeDayOf(validUntil)) });

type Standing = z.infer<typeof SigningStanding>;
type WaitingProps = { readonly id: string; readonly onClose: () => void; readonly onSigned: () => Promise<void>; readonly onNot: (words: string) => void };

/** Waits for one signature; says until when, and that nothing is lost. */
export function Waiting({ id, onClose, onSigned, onNot }: WaitingProps): ReactElement {
  const standing = useQuery({ queryKey: ['signing', id], queryFn: () => ask(SigningStanding, `/api/signings/${id}`), refetchInterval: 1500 });
  const giveUp = useMutation({ mutationFn: () => send(SigningStanding, { method: 'POST', path: `/api/signings/${id}/cancellation`, body: {} }), onSuccess: () => standing.refetch() });
  const { state, title, detail } = standing.data ?? { state: 'waiting', title: null, detail: null };
  // What happens at the end is said once, whatever the screen became meanwhile.
  const onState = useEffectEvent((now: Standing['state']): void => {
    if (now === 'done') void onSigned();
    else if (now === 'failed' || now === 'cancelled') onNot([title, detail].filter((part) => part !== null).join(' '));
  });
  useEffect(() => { onState(state); }, [state]);
  return <WaitingDialog standing={standing.data} busy={giveUp.isPending || state === 'keeping'} onGiveUp={() => { giveUp.mutate(); }} onClose={onClose} />;
}

/** Waits for many signatures that one confirmation gives; tells of each when all have ended. */
export function WaitingForMany({ id, onClose, onEnded }: Pick<WaitingProps, 'id' | 'onClose'> & { readonly onEnded: (signings: readonly Standing[]) => void }): ReactElement {
  const standing = useQuery({ queryKey: ['signing-batch', id], queryFn: () => ask(SigningBatch, `/api/signing-batches/${id}`), refetchInterval: 1500 });
  const giveUp = useMutation({ mutationFn: () => send(SigningBatch, { method: 'POST', path: `/api/signing-batches/${id}/cancellation`, body: {} }), onSuccess: () => standing.refetch() });
  const signings = standing.data?.signings ?? [];
  const open = signings.find(({ state }) => state === 'waiting' || state === 'keeping');
  const hasEnded = signings.length > 0 && open === undefined;
  const onAllEnded = useEffectEvent((): void => { onEnded(signings); });
  useEffect(() => { if (hasEnded) onAllEnded(); }, [hasEnded]);
  return <WaitingDialog standing={open} busy={giveUp.isPending || open?.state === 'keeping'} onGiveUp={() => { giveUp.mutate(); }} onClose={onClose} />;
}

function WaitingDialog({ standing, busy, onGiveUp, onClose }: { readonly standing: Standing | undefined; readonly busy: boolean; readonly onGiveUp: () => void; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const isPhone = standing?.kind !== 'csc' && standing?.kind !== 'token';
  return (
    <Dialog title={t(isPhone ? 'keys.waiting-phone' : 'keys.waiting')} onClose={onClose}>
      <div className="form" role="status">
        <p>{t(isPhone ? 'keys.confirm-phone' : 'keys.confirm')}</p>
        {standing !== undefined && <p className="num">{t('keys.until', { at: timeText(standing.endsAt) })}</p>}
        <p className="muted">{t('keys.nothing-lost')}</p>
        <div className="row end"><span data-safe><Button busy={busy} onPress={onGiveUp}>{t('keys.give-up')}</Button></span></div>
      </div>
    </Dialog>
  );
}
