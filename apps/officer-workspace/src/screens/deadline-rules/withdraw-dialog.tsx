// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { type DeadlineRulesView, RuleChosen } from '@motcua/catalogue/contract';
import { dayText } from '@motcua/i18n';
import { Button, Dialog, ErrorSummary, MessageArea, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { whoWords } from './rule-words.tsx';

type WithdrawProps = { readonly rule: DeadlineRulesView['rules'][number]; readonly onClose: () => void; readonly onDone: () => void };

/** Thôi chọn: a choice that has not begun is taken back, with the reason. */
export function WithdrawDialog({ rule, onClose, onDone }: WithdrawProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [decision, setDecision] = useState('');
  const [isPressed, setIsPressed] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => send(RuleChosen, { method: 'POST', path: `/api/deadline-rules/choices/${String(rule.id)}/withdrawal`, body: { clientKey, decision: decision.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['deadline-rules'] });
      onDone();
    },
  });
  const failure = withdraw.error === null ? null : failureOf(withdraw.error);
  const fault = isPressed && decision.trim().length < 3 ? t('rules.bad.decision') : undefined;
  return (
    <Dialog title={t('rules.withdraw')} onClose={onClose}>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      <p>{t('rules.kind.chosen', { set: rule.setName ?? '', day: dayText(rule.validFrom) })}<br /><span className="muted">{whoWords(t, rule)}</span></p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); setIsPressed(true); if (decision.trim().length >= 3 && !withdraw.isPending) withdraw.mutate(); }}>
        <ErrorSummary faults={fault === undefined ? [] : [{ field: 'decision', text: fault }]} />
        <TextArea name="decision" label={t('rules.field.decision')} value={decision} error={fault} onChange={setDecision} rows={2} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={withdraw.isPending}>{t('rules.withdraw')}</Button></div>
      </form>
    </Dialog>
  );
}
