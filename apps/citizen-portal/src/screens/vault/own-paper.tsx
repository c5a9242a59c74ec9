// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DocumentReportContract } from '@motcua/documents/contract';
import { Button, Dialog, Message, MessageArea, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { OwnVault } from '@motcua/vault/contract';
import { ask, failureOf, failureWords, send } from '@motcua/web-kit';

const tones = { valid: 'good', invalid: 'bad', indeterminate: 'warning', unsigned: 'plain' } as const;

/** What the signatures of a file say, judged now. */
function Verdict({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const answer = useQuery({ queryKey: ['vault-signatures', id], staleTime: Infinity, retry: false, queryFn: () => ask(DocumentReportContract, `/api/my/vault/${id}/signatures`) });
  if (answer.error !== null) return <p className="muted">{t('own-upload.no-signatures')}</p>;
  if (answer.data === undefined) return <p role="status">{t('signatures.checking')}</p>;
  const { document, reason, signatures } = answer.data;
  return (
    <Message tone={tones[document]}>
      <p><strong>{t(`signatures.${document}`)}</strong> {reason}</p>
      {signatures.map(({ kind, signer, signedAt, verdict }, at) => <p key={at}>{t(`signatures.kind.${kind}`)}: {signer} · {t(`signatures.${verdict}`)}{signedAt === null ? '' : ` · ${momentText(signedAt)}`}</p>)}
    </Message>
  );
}

/** What the owner may do with a paper he uploaded himself: have its signatures judged, and take it out again. */
export function OwnPaperActs({ id, name, isChecked }: { readonly id: string; readonly name: string; readonly isChecked: boolean }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(isChecked);
  const [isLeaving, setLeaving] = useState(false);
  const out = useMutation({ mutationFn: () => send(OwnVault, { method: 'POST', path: `/api/my/vault/${id}/withdrawal` }), onSuccess: () => queries.invalidateQueries({ queryKey: ['my-vault'] }) });
  return (
    <>
      <p className="row">
        {!isAsked && <button type="button" className="link-button" onClick={() => { setAsked(true); }}>{t('signatures.check')}<span className="hidden-visually"> {name}</span></button>}
        <button type="button" className="link-button" onClick={() => { setLeaving(true); }}>{t('own-upload.take-out')}<span className="hidden-visually"> {name}</span></button>
      </p>
      {isLeaving && (
        <Dialog title={t('own-upload.take-out-title', { name })} onClose={() => { setLeaving(false); }}>
          <MessageArea tone="bad">{out.error === null ? '' : failureWords(failureOf(out.error))}</MessageArea>
          <p>{t('own-upload.take-out-effect')}</p>
          <div className="row end"><Button onPress={() => { setLeaving(false); }}>{t('act.later')}</Button><Button look="danger" busy={out.isPending} onPress={() => { out.mutate(); }}>{t('own-upload.take-out')}</Button></div>
        </Dialog>
      )}
      {isAsked && <Verdict id={id} />}
    </>
  );
}
