// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ExtensionOffer } from '@motcua/dossiers/contract';
import type { ActDone, OfficerDossier } from '@motcua/dossiers/contract';
import { Asked, Button, Dialog, ErrorSummary, Facts, Message, MessageArea, TextArea, TextField, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { ask, failureOf, failureWords, faultsOf } from '@motcua/web-kit';
import { useKeys } from '../../keyboard/use-keys.ts';
import { useActSubmission } from './act-submission.ts';
import { KeyFields, Waiting } from './signing-key.tsx';
import type { KeyChoice } from './signing-key.tsx';

const paths = { 'propose-extension': 'extension-proposals', 'extend': 'extension' } as const;

export type ExtensionAct = keyof typeof paths;

/** True for the two acts of an extension. */
export const isExtensionAct = (act: string): act is ExtensionAct => act in paths;

type ExtensionProps = { readonly dossier: OfficerDossier; readonly act: ExtensionAct; /** Keys to choose from; null: nothing to choose, or it is not signed. */ readonly keys: KeyChoice | null; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

const readValue = (typed: string): number | null => (/^[1-9]\d{0,2}$/u.test(typed.trim()) ? Number(typed.trim()) : null);

function useOffer(code: string, value: number | null) {
  return useQuery({
    queryKey: ['extension-offer', code, value], placeholderData: keepPreviousData,
    queryFn: () => ask(ExtensionOffer, `/api/dossiers/${encodeURIComponent(code)}/extension-offer`, { value: value === null ? undefined : String(value) }),
  });
}

/** Xin lỗi và gia hạn: begins with what the officer proposed, else with the reason the ledger knows and the least time that is enough. */
export function ExtensionDialog({ dossier, act, keys, onClose, onDone }: ExtensionProps): ReactElement {
  const t = useWords();
  const first = useOffer(dossier.code, dossier.proposedExtension?.value ?? null);
  return (
    <Dialog title={t(`act.${act}`)} onClose={onClose}>
      <Asked answer={first} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(offer) => offer.possible ? <Form dossier={dossier} act={act} keys={keys} start={offer} onClose={onClose} onDone={onDone} /> : (
          <><Message tone="warning">{offer.why ?? t('act.not-now')}</Message><div className="row end"><Button onPress={onClose}>{t('act.later')}</Button></div></>
        )}
      </Asked>
    </Dialog>
  );
}

function Form({ dossier, act, keys, start, onClose, onDone }: ExtensionProps & { readonly start: ExtensionOffer }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(String(start.value));
  const [reason, setReason] = useState(dossier.proposedExtension?.reason ?? start.reason);
  const value = readValue(typed);
  const offer = useOffer(dossier.code, value ?? start.value).data ?? start;
  const { doIt, picked, pick, isPressed, waiting, said, ...submission } = useActSubmission({ dossier, keys, path: () => paths[act], elsewhere: 'extension-signing', body: () => ({ value, reason: reason.trim() }), onDone });
  const failure = doIt.error === null ? null : failureOf(doIt.error);
  const submit = (): void => { submission.submit(value !== null && reason.trim() !== ''); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  if (waiting !== null) return <Waiting id={waiting} onClose={onClose} onSigned={submission.signed} onNot={submission.notSigned} />;
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <MessageArea tone="bad">{failure === null ? said : failureWords(failure)}</MessageArea>
      <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
      <p className="muted">{t(`act-effect.${act}`)}</p>
      {dossier.proposedExtension !== null && <p>{t('extension.proposed-by', { name: dossier.proposedExtension.who, at: momentText(dossier.proposedExtension.at) })}</p>}
      <TextField name="value" label={t('extension.value', { unit: offer.unit })} value={typed} error={isPressed && value === null ? t('extension.value-missing') : undefined} width="num" typing={{ inputMode: 'numeric' }} onChange={setTyped} />
      <TextArea name="reason" label={t('act-field.reason')} hint={t('extension.reason-hint')} value={reason} error={isPressed && reason.trim() === '' ? t('act-field.missing', { name: t('act-field.reason') }) : undefined} onChange={setReason} />
      <Outlook offer={offer} />
      <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={pick} />
      <div className="row end">
        <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
        <Button type="submit" look="primary" busy={doIt.isPending}>{t(`act.${act}`)}</Button>
      </div>
    </form>
  );
}

/** From which day to which, and until when it can be signed. */
function Outlook({ offer }: { readonly offer: ExtensionOffer }): ReactElement {
  const t = useWords();
  const moment = (at: string | null, instead = ''): string => (at === null ? instead : momentText(at));
  return (
    <Facts
      facts={[
        { term: t('extension.from'), value: moment(offer.owedAt) }, { term: t('extension.to'), value: moment(offer.newOwedAt, offer.why ?? '') }, { term: t('extension.sign-by'), value: moment(offer.signBy) },
      ]}
    />
  );
}
