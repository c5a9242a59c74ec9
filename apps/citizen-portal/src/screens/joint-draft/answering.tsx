// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Dialog, ErrorSummary, MessageArea, PartyFields, Section, TextArea, readParty, typedParty, useWords } from '@motcua/ui';
import type { FieldFault, PartyTyped } from '@motcua/ui';
import { officeDayOf } from '@motcua/i18n';
import { OwnPart } from '@motcua/dossiers/contract';
import type { JointDraft } from '@motcua/dossiers/contract';
import { failureOf, failureWords, faultsOf, goTo, nowIso, sendOnly } from '@motcua/web-kit';
import { searchPlaces, useMe } from '../../api.ts';
import { partyPlaces } from '../filing/readiness.ts';

/** His own part and his answer: he agrees to what he read, or says why not. */
export function Answering({ draft }: { readonly draft: JointDraft }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const me = useMe();
  const own = { name: me.data?.kind === 'citizen' ? me.data.name : draft.me.name, personalId: draft.me.personalId };
  const [typed, setTyped] = useState<PartyTyped>(() => typedParty({ ...draft.me.part, ...own }));
  const [missing, setMissing] = useState<readonly FieldFault[]>([]);
  const read = readParty({ ...typed, ...own }, officeDayOf(nowIso()));
  const confirm = useMutation({
    mutationFn: () => sendOnly({ method: 'POST', path: `/api/my/joint-drafts/${draft.id}/confirmation`, body: { sha256: draft.sha256, part: OwnPart.parse(read) } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['joint-drafts'] }),
  });
  const failure = confirm.error === null ? null : failureOf(confirm.error);
  const faults = failure === null ? missing : faultsOf(failure);
  const press = (): void => {
    const places = partyPlaces(read).map(({ field, text }) => ({ field: field.replace('applicant.', 'part.'), text }));
    setMissing(places);
    if (places.length === 0) confirm.mutate();
  };
  return (
    <Section id="phan-cua-toi" title={t('joint.own-part')}>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{failure === null || faults.length > 0 ? '' : failureWords(failure)}</MessageArea>
      <p className="text">{t('joint.own-part-what')}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); press(); }}>
        <PartyFields prefix="part" party={{ ...typed, ...own }} source={t('joint.source')} faults={Object.fromEntries(faults.map(({ field, text }) => [field, text]))} searchPlaces={searchPlaces} onChange={setTyped} />
        <div className="row">
          <Button type="submit" look="primary" busy={confirm.isPending}>{t(confirm.isPending ? 'joint.confirming' : draft.me.state === 'confirmed' ? 'joint.confirm-again' : 'joint.confirm')}</Button>
          <Declining id={draft.id} />
        </div>
      </form>
    </Section>
  );
}

function Declining({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const decline = useMutation({
    mutationFn: () => sendOnly({ method: 'POST', path: `/api/my/joint-drafts/${id}/refusal`, body: { reason: reason.trim() } }),
    onSuccess: async () => { goTo('/ho-so'); await queries.invalidateQueries({ queryKey: ['joint-drafts'] }); },
  });
  return (
    <>
      <Button look="quiet" onPress={() => { setAsking(true); }}>{t('joint.decline')}</Button>
      {isAsking && (
        <Dialog title={t('joint.decline-title')} onClose={() => { setAsking(false); }}>
          <p>{t('joint.decline-what')}</p>
          <TextArea name="declineReason" label={t('joint.reason')} value={reason} error={isEmpty ? t('joint.reason-missing') : undefined} onChange={(text) => { setReason(text); setEmpty(false); }} />
          <MessageArea tone="bad">{decline.error === null ? '' : failureWords(failureOf(decline.error))}</MessageArea>
          <div className="row end">
            <span data-safe><Button onPress={() => { setAsking(false); }}>{t('joint.keep')}</Button></span>
            <Button look="danger" busy={decline.isPending} onPress={() => { if (reason.trim() === '') setEmpty(true); else decline.mutate(); }}>{t('joint.decline-act')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
