// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { WaitingDrafts } from '@motcua/dossiers/contract';
import type { JointDraft } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Asked, Button, EmptyState, MessageArea, Page, PersonalIdField, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { ConfirmForm } from './confirm-form.tsx';

type Sought = { readonly number: string; readonly personalId: string };

/** Xác nhận bản soạn chung: somebody without an account agrees at the counter to a draft that names him. */
export function ConfirmAtCounter(): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState<Sought>({ number: '', personalId: '' });
  const [sought, setSought] = useState<Sought | null>(null);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('joint.at-counter') }));
  return (
    <Page title={t('joint.at-counter')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted text">{t('joint.at-counter-what')}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); setSaid(''); setSought(typed); }}>
        <TextField name="number" label={t('joint.number')} optional width="id" value={typed.number} typing={{ inputMode: 'numeric' }} onChange={(number) => { setTyped({ ...typed, number }); }} />
        <PersonalIdField name="personalId" label={t('joint.person-id')} value={typed.personalId} onChange={(personalId) => { setTyped({ ...typed, personalId }); }} />
        <div className="row"><Button type="submit">{t('joint.find')}</Button></div>
      </form>
      {sought !== null && <Found key={`${sought.number} ${sought.personalId}`} sought={sought} onRecorded={(name) => { setSought(null); setSaid(t('joint.recorded', { name })); }} />}
    </Page>
  );
}

function Found({ sought, onRecorded }: { readonly sought: Sought; readonly onRecorded: (name: string) => void }): ReactElement {
  const t = useWords();
  const [chosen, setChosen] = useState('');
  const found = useQuery({ queryKey: ['waiting-drafts', sought], queryFn: () => ask(WaitingDrafts, '/api/joint-drafts', { number: sought.number === '' ? undefined : sought.number, personalId: sought.personalId === '' ? undefined : sought.personalId }) });
  return (
    <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ drafts }) => drafts.length === 0 ? <EmptyState><p>{t('joint.found-none')}</p></EmptyState> : (
        <ul className="lines" role="list">
          {drafts.map((draft) => (
            <li key={draft.me.id}>
              <Line draft={draft} />
              {chosen === draft.me.id ? <ConfirmForm draft={draft} onRecorded={onRecorded} onChanged={() => { void found.refetch(); }} /> : <div className="row"><Button onPress={() => { setChosen(draft.me.id); }}>{t('joint.record', { name: draft.me.name })}</Button></div>}
            </li>
          ))}
        </ul>
      )}
    </Asked>
  );
}

function Line({ draft: { me, number, procedureName, begunBy, savedAt } }: { readonly draft: JointDraft }): ReactElement {
  const t = useWords();
  const agrees = me.state === 'confirmed' || me.state === 'mandate';
  return (
    <>
      <h2 className="line-title">{procedureName}</h2>
      <p className="row"><span className="strong">{me.name}</span><span>{t(`joint.relation.${me.relation}`)}</span><Tag tone={agrees ? 'leaf' : 'turmeric'} sign={agrees ? 'check' : 'clock'}>{t(`joint.state.${me.state}`)}</Tag></p>
      <p className="muted">{t('joint.number')} <span className="num">{number}</span> · {t('joint.mine-begun', { who: begunBy, at: momentShort(savedAt) })}</p>
    </>
  );
}
