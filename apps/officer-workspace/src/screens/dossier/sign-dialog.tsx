// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { ActDone, OwnSigningMeans, SigningStanding } from '@motcua/dossiers/contract';
import type { OfficerDossier, PossibleAct, SigningMeansView } from '@motcua/dossiers/contract';
import { dayText, officeDayOf, timeText } from '@motcua/i18n';
import { Button, Dialog, Message, MessageArea, RadioGroup, TextArea, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { actForms } from './act-forms.ts';
import { LateCauseFields, causeGiven, isLate, noCause } from './late-cause.tsx';

/** The key this installation keeps: no means of its own. */
const here = 'here';

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** The key chosen to sign with, and what opens it. */
type Picked = { readonly means: string; readonly pin: string };

const firstPicked = ({ last, here: kept, means }: OwnSigningMeans): Picked => ({ means: last ?? (kept === null ? means.find(({ usable }) => usable)?.id ?? here : here), pin: '' });

/** Whether the key chosen is opened by a PIN that was not typed. */
const lacksPin = ({ means }: OwnSigningMeans, picked: Picked): boolean => picked.pin === '' && means.some(({ id, kind }) => id === picked.means && kind !== 'phone');

/** The keys the officer may sign with now; asked only where he signs. */
export const useSigningMeans = (enabled: boolean) => useQuery({ queryKey: ['signing-means'], enabled, queryFn: () => ask(OwnSigningMeans, '/api/my/signing-means') });

type SignDialogProps = { readonly dossier: OfficerDossier; readonly possible: PossibleAct; readonly keys: OwnSigningMeans; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** Phê duyệt, ký: with which key; a key elsewhere is waited for, and until it confirms nothing is signed. */
export function SignDialog({ dossier, possible, keys, onClose, onDone }: SignDialogProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [picked, setPicked] = useState<Picked>(() => firstPicked(keys));
  const [opinion, setOpinion] = useState('');
  const [cause, setCause] = useState(noCause);
  const [offSite, setOffSite] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [clientKey, setClientKey] = useState(newClientKey);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const late = isLate(dossier, possible);
  const body = {
    clientKey, version: dossier.version, taskId: possible.taskId ?? '', opinion: orNull(opinion), lateCause: late ? causeGiven(cause) : null, offSiteReason: orNull(offSite),
  };
  const finished = async (done: ActDone): Promise<void> => {
    onDone(done);
    await Promise.all(['dossier', 'work', 'work-counts', 'figures', 'signing-means'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const sign = useMutation({
    mutationFn: async () => {
      if (picked.means === here) await finished(await send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/${actForms.approve.path(possible, {})}`, body }));
      else setWaiting((await send(z.object({ id: z.uuid() }), { method: 'POST', path: `/api/dossiers/${dossier.code}/signing`, body: { ...body, ...picked, pin: lacksPin(keys, { ...picked, pin: '' }) ? picked.pin : null } })).id);
    },
  });
  const isReady = (!late || cause.code !== '') && !lacksPin(keys, picked);
  const submit = (): void => { setPressed(true); setSaid(''); if (isReady && !sign.isPending) sign.mutate(); };
  if (waiting !== null) {
    return (
      <Waiting
        id={waiting} onClose={onClose}
        onSigned={() => finished({ code: dossier.code, version: dossier.version + 1, status: dossier.status, owedAt: null, papers: [] })}
        onNot={(words) => { setWaiting(null); setPicked({ ...picked, pin: '' }); setClientKey(newClientKey()); setSaid(words); }}
      />
    );
  }
  return (
    <Dialog title={t('act.approve')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{sign.error === null ? said : failureWords(failureOf(sign.error))}</MessageArea>
        <p className="muted">{t('act-effect.approve')}</p>
        <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={setPicked} />
        <TextArea name="viec-opinion" label={t('act-field.opinion')} optional value={opinion} onChange={setOpinion} />
        {dossier.onSite?.away === true && <TextField name="viec-offSiteReason" label={t('act-field.off-site')} hint={t('act-field.off-site-hint')} value={offSite} onChange={setOffSite} />}
        {late && <LateCauseFields cause={cause} isPressed={isPressed} onChange={setCause} />}
        <div className="row end">
          <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
          <Button type="submit" look="primary" busy={sign.isPending}>{t('act.approve')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function KeyFields({ keys, picked, isPressed, onPick }: { readonly keys: OwnSigningMeans; readonly picked: Picked; readonly isPressed: boolean; readonly onPick: (picked: Picked) => void }): ReactElement {
  const t = useWords();
  const chosen = keys.means.find(({ id }) => id === picked.means);
  const kept = keys.here === null ? [] : [{ value: here, label: t('keys.here', { until: dayText(officeDayOf(keys.here.validUntil)) }) }];
  return (
    <>
      <RadioGroup name="khoa-ky" label={t('keys.sign-with')} value={picked.means} onChange={(means) => { onPick({ means, pin: '' }); }} choices={[...kept, ...keys.means.filter(({ usable }) => usable).map((one) => ({ value: one.id, label: nameOf(one, t) }))]} />
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

/** Waits for the person to confirm; says until when, and that nothing is lost. */
function Waiting({ id, onClose, onSigned, onNot }: { readonly id: string; readonly onClose: () => void; readonly onSigned: () => Promise<void>; readonly onNot: (words: string) => void }): ReactElement {
  const t = useWords();
  const standing = useQuery({ queryKey: ['signing', id], queryFn: () => ask(SigningStanding, `/api/signings/${id}`), refetchInterval: 1500 });
  const giveUp = useMutation({ mutationFn: () => send(SigningStanding, { method: 'POST', path: `/api/signings/${id}/cancellation`, body: {} }), onSuccess: () => standing.refetch() });
  const { state, title, detail, endsAt, kind } = standing.data ?? { state: 'waiting', title: null, detail: null, endsAt: null, kind: 'phone' };
  useEffect(() => {
    if (state === 'done') void onSigned();
    else if (state === 'failed' || state === 'cancelled') onNot([title, detail].filter((part) => part !== null).join(' '));
    // What happens at the end is said once, whatever the screen became meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  return (
    <Dialog title={t(kind === 'phone' ? 'keys.waiting-phone' : 'keys.waiting')} onClose={onClose}>
      <div className="form" role="status">
        <p>{t(kind === 'phone' ? 'keys.confirm-phone' : 'keys.confirm')}</p>
        {endsAt !== null && <p className="num">{t('keys.until', { at: timeText(endsAt) })}</p>}
        <p className="muted">{t('keys.nothing-lost')}</p>
        <div className="row end"><span data-safe><Button busy={giveUp.isPending || state === 'keeping'} onPress={() => { giveUp.mutate(); }}>{t('keys.give-up')}</Button></span></div>
      </div>
    </Dialog>
  );
}
