// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone, StepOfficers } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { dayText } from '@motcua/i18n';
import { Asked, Button, Dialog, ErrorSummary, MessageArea, RadioGroup, TextArea, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { OfficerMe } from '../../workspace.tsx';

const heads: readonly string[] = ['division-head', 'leader', 'one-stop-head'];

/** Who hands work out: the heads of the agency that does the step. */
export const mayHandOver = (me: OfficerMe, agency: string): boolean => me.postings.some((posting) => heads.includes(posting.role) && posting.agency === agency);

type HandOverProps = { readonly dossier: OfficerDossier; readonly taskId: string; readonly onClose: () => void; readonly onDone: (done: ActDone) => void };

/** Giao cho…: the officers who may do the step with what each already holds; the reason goes into the story of the dossier. */
export function HandOver({ dossier, taskId, onClose, onDone }: HandOverProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isPressed, setPressed] = useState(false);
  const holder = dossier.tasks.find((task) => task.taskId === taskId)?.assignee ?? null;
  const lacksReason = holder !== null && reason.trim() === '';
  const officers = useQuery({ queryKey: ['step-officers', dossier.code, taskId], queryFn: () => ask(StepOfficers, `/api/dossiers/${encodeURIComponent(dossier.code)}/steps/${encodeURIComponent(taskId)}/officers`) });
  const officer = chosen ?? officers.data?.officers.find(({ proposed, holdsIt }) => proposed && !holdsIt)?.id ?? '';
  const handOver = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/assignments`, body: { clientKey, version: dossier.version, taskId, officer, reason: reason.trim() === '' ? null : reason.trim() } }),
    onSuccess: async (done) => {
      onDone(done);
      await dossiersChanged(queries);
    },
  });
  const failure = handOver.error === null ? null : failureOf(handOver.error);
  const submit = (): void => { setPressed(true); if (officer !== '' && !lacksReason && !handOver.isPending) handOver.mutate(); };
  return (
    <Dialog title={t('act.hand-over')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <Asked answer={officers} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ officers: known }) => (
            <RadioGroup
              name="officer" label={t('hand-over.to')} value={officer} error={isPressed && officer === '' ? t('hand-over.choose') : undefined} onChange={setChosen}
              choices={known.map(({ id, name, title, unit, open, holdsIt, absentUntil, proposed }) => ({ value: id, label: name, hint: [title, unit, holdsIt ? t('hand-over.holds-it') : null, absentUntil === null ? null : t('hand-over.absent', { until: dayText(absentUntil) }), proposed ? t('hand-over.proposed') : null, t('hand-over.open', { count: open })].filter((part) => part !== null).join(' · ') }))}
            />
          )}
        </Asked>
        <TextArea
          name="reason" label={t('act-field.reason')} optional={holder === null} hint={holder === null ? undefined : t('hand-over.held', { name: holder.name })} value={reason}
          error={isPressed && lacksReason ? t('act-field.missing', { name: t('act-field.reason') }) : undefined} onChange={setReason}
        />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={handOver.isPending}>{t('hand-over.act')}</Button></div>
      </form>
    </Dialog>
  );
}
