// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { CounterOutcome, PaperJudgement } from '@motcua/dossiers/contract';
import { Button, Dialog, Kbd, MessageArea, TextArea, useWords } from '@motcua/ui';
import { failureWords, faultsOf } from '@motcua/web-kit';
import type { Failure } from '@motcua/web-kit';
import { useKeys } from '../../keyboard/use-keys.ts';
import { KnownRefusals } from '../catalogue/known-reasons.tsx';
import { ItemFields, asked, emptyPlaces, isHeldRefusal, wantingOf } from '../supplement/items.tsx';
import type { Wanting } from '../supplement/items.tsx';

type HandBackProps = { readonly name: string; readonly procedure: string; readonly failure: Failure | null; readonly isBusy: boolean; readonly onClose: () => void; readonly onSend: (outcome: CounterOutcome) => void };

type OwnPapers = { readonly papers: readonly PaperJudgement[]; readonly names: Readonly<Record<number, string>> };
/** The papers the counter hands out instead of form 01. */
export type HandedForm = 'supplement' | 'refuse';

/** The dialog of form 02 or form 03, when one is being written. */
export function HandBack({ form, ...props }: HandBackProps & OwnPapers & { readonly form: HandedForm | null }): ReactElement | null {
  if (form === null) return null;
  return form === 'supplement' ? <SupplementAtCounter {...props} /> : <RefusalAtCounter {...props} />;
}

/** Why it did not go through: the refusal, and every field it names. */
function Why({ failure, left }: { readonly failure: Failure | null; readonly left: number }): ReactElement {
  const t = useWords();
  const faults = failure === null ? [] : faultsOf(failure);
  return <MessageArea tone="bad">{failure === null ? left === 0 ? '' : t('errors.left', { count: left }) : <>{failureWords(failure)}{faults.map(({ text }, at) => <p key={at}>{text}</p>)}</>}</MessageArea>;
}

/** Phiếu yêu cầu bổ sung (form 02) at the counter: every paper judged faulty or missing is already in it. */
function SupplementAtCounter({ papers, names, ...props }: HandBackProps & OwnPapers): ReactElement {
  const t = useWords();
  const [wanting, setWanting] = useState<Wanting>(() => wantingOf(papers.map((paper) => ({ ...paper, name: names[paper.no] ?? '' }))));
  const [isPressed, setPressed] = useState(false);
  const left = emptyPlaces(wanting);
  const submit = (): void => { setPressed(true); if (left === 0 && !props.isBusy) props.onSend({ kind: 'supplement', ...asked(wanting) }); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  return (
    <Dialog broad title={t('counter.supplement-title', { name: props.name })} onClose={props.onClose}>
      <form className="stack stretch" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Why failure={props.failure} left={isPressed ? left : 0} />
        <p className="muted">{t('counter.supplement-effect')}</p>
        <ItemFields procedure={props.procedure} wanting={wanting} isPressed={isPressed} isHeld={isHeldRefusal(props.failure)} onChange={setWanting} />
        <div className="row end">
          <Button onPress={props.onClose}>{t('act.later')}</Button>
          <Button type="submit" look="primary" busy={props.isBusy}>{t('counter.supplement-act')} <Kbd>{t('key.next-act')}</Kbd></Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Phiếu từ chối (form 03) at the counter: every reason, one to a line. */
function RefusalAtCounter(props: HandBackProps): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [isPressed, setPressed] = useState(false);
  const reasons = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const submit = (): void => { setPressed(true); if (reasons.length > 0 && !props.isBusy) props.onSend({ kind: 'refuse', reasons }); };
  useKeys({ 'Ctrl+Enter': submit }, { inDialog: true });
  return (
    <Dialog title={t('counter.refuse-title', { name: props.name })} onClose={props.onClose}>
      <form className="stack stretch" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Why failure={props.failure} left={0} />
        <p className="muted">{t('act-effect.refuse')}</p>
        <TextArea
          name="reasons" label={t('act-field.reasons')} hint={t('act-field.reasons-hint')} value={typed}
          error={isPressed && reasons.length === 0 ? t('act-field.missing', { name: t('act-field.reasons') }) : undefined} onChange={setTyped}
        />
        <KnownRefusals procedure={props.procedure} typed={typed} onTake={setTyped} />
        <div className="row end">
          <Button onPress={props.onClose}>{t('act.later')}</Button>
          <Button type="submit" look="danger" busy={props.isBusy}>{t('counter.refuse-act')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
