// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier, PaperJudgement } from '@motcua/dossiers/contract';
import { Button, Dialog, LinkButton, MessageArea, noFeeAnswers, useWords } from '@motcua/ui';
import type { FeeAnswers } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import type { Failure } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { PublishedPrice } from '../counter/published-price.tsx';
import { Judging } from '../counter/judging.tsx';
import { BackDateFields, backDateOf, now } from './back-date.tsx';
import { LimitFields, emptyLimit } from '../counter/limit-fields.tsx';
import type { TypedLimit } from '../counter/limit-fields.tsx';

type AcceptanceProps = { readonly dossier: OfficerDossier; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** Tiếp nhận hồ sơ trực tuyến: every paper judged, then accepted; from then on the clock runs. */
export function Acceptance({ dossier, onClose, onDone }: AcceptanceProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [said, setSaid] = useState('');
  const [limit, setLimit] = useState<TypedLimit>(emptyLimit);
  const [earlier, setEarlier] = useState(now);
  const [lacksLimit, setLacksLimit] = useState(false);
  const [papers, setPapers] = useState<readonly PaperJudgement[]>(() => dossier.papers.map(({ no, state, originals, copies, remark }) => ({ no, state, originals, copies, remark })));
  const asked = dossier.fee.price?.asked ?? noFeeAnswers;
  const [fee, setFee] = useState<FeeAnswers>(asked);
  const accept = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/acceptance`, body: { clientKey, version: dossier.version, papers, limitOverride: lacksLimit && limit.value !== '' ? { value: Number(limit.value), unit: limit.unit, basis: limit.basis.trim() } : null, backDate: backDateOf(earlier), ...(fee === asked ? {} : { fee: { units: fee.units, claims: [...fee.claims], shipping: fee.shipping } }) } }),
    onError: (thrown) => { const failure = failureOf(thrown); if (failure.kind === 'refused' && failure.problem.code === 'time-limit-unknown') setLacksLimit(true); },
    onSuccess: async (done) => {
      onDone(done);
      await dossiersChanged(queries);
    },
  });
  const unseen = papers.filter(({ state }) => state === 'not-seen').length;
  const faulty = papers.filter(({ state }) => state === 'faulty' || state === 'missing').length;
  const submit = (): void => { if (unseen + faulty > 0) setSaid(t('counter.papers-left', { unseen, faulty })); else accept.mutate(); };
  return (
    <Dialog broad title={t('act.accept')} onClose={onClose}>
      <MessageArea tone={accept.error === null ? 'warning' : 'bad'}>{accept.error === null ? said : <Unready failure={failureOf(accept.error)} code={dossier.code} />}</MessageArea>
      <Judging papers={papers} names={Object.fromEntries(dossier.papers.map(({ no, name }) => [no, name]))} onChange={setPapers} />
      <PublishedPrice procedure={dossier.procedure.code} circumstance={dossier.circumstance} channel={dossier.channel === 'online' || dossier.channel === 'national-portal' ? 'ONLINE' : dossier.channel === 'post' ? 'POSTAL' : 'DIRECT'} answers={fee} onAnswers={setFee} />
      {lacksLimit && <LimitFields limit={limit} fault={undefined} onChange={setLimit} />}
      <BackDateFields earlier={earlier} onChange={setEarlier} />
      <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button look="primary" busy={accept.isPending} onPress={submit}>{t('act.accept')}</Button></div>
    </Dialog>
  );
}

/** Why it was not accepted; an e-form that still has gaps can be completed here. */
function Unready({ failure, code }: { readonly failure: Failure; readonly code: string }): ReactElement {
  const t = useWords();
  const faults = faultsOf(failure);
  return (
    <>
      <p>{failureWords(failure)}</p>
      {faults.length > 0 && <><ul>{faults.map(({ field, text }) => <li key={field}>{text}</li>)}</ul><LinkButton href={`/lam-viec/ho-so/${code}/sua`}>{t('act.correct')}</LinkButton></>}
    </>
  );
}
