// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Checkbox, ErrorSummary, LinkButton, MandateFields, Message, MessageArea, Page, PersonalIdField, Section, Select, TextField, emptyMandate, readMandate, useWords } from '@motcua/ui';
import type { FieldFault } from '@motcua/ui';
import { officeDayOf, personalIdText } from '@motcua/i18n';
import { DraftCoApplicants, Relation } from '@motcua/dossiers/contract';
import { failureOf, failureWords, faultsOf, nowIso, send, sendOnly } from '@motcua/web-kit';
import { useDraftCoApplicants } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { People } from '../joint-draft/people.tsx';
import type { StepProps } from './filing.tsx';

/** How many of the others agree to the draft as it is. */
export function CoApplicantsSummary({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const others = useDraftCoApplicants(id).data?.others ?? [];
  const agreed = others.filter(({ state }) => state === 'confirmed' || state === 'mandate').length;
  return <span>{others.length === 0 ? t('joint.summary-none') : t('joint.summary', { agreed, all: others.length })}</span>;
}

/** Người cùng đứng tên: naming them, and what each of them said. */
export function CoApplicantsStep({ draft, start }: StepProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const named = useDraftCoApplicants(draft.id);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['draft-co-applicants', draft.id] });
  const remove = useMutation({ mutationFn: (person: string) => sendOnly({ method: 'DELETE', path: `/api/drafts/${draft.id}/co-applicants/${person}` }), onSettled: again });
  return (
    <Page
      title={t('joint.title')} before={<p><a href={`/soan/${draft.id}`}>{t('filing.all-steps')}</a></p>}
      message={<MessageArea tone="bad">{remove.error === null ? '' : failureWords(failureOf(remove.error))}</MessageArea>}
    >
      <p className="text">{t('joint.what')}</p>
      <SignedIn answer={named} loading={t('loading.draft')}>
        {({ number, others }) => (
          <>
            {others.length === 0 ? <p>{t('joint.none')}</p> : (
              <People people={others} start={start} besides={({ id, name, personalId }) => (
                <div className="row"><span className="num muted">{personalIdText(personalId)}</span><Button look="quiet" onPress={() => { remove.mutate(id); }}>{t('joint.remove', { name })}</Button></div>
              )} />
            )}
            {others.length > 0 && <p className="muted">{t('joint.remove-what')}</p>}
            {number !== null && others.length > 0 && <Message><p>{t('joint.counter', { number })}</p></Message>}
          </>
        )}
      </SignedIn>
      <AddOne id={draft.id} onAdded={again} />
      <div className="row"><LinkButton look="primary" href={`/soan/${draft.id}`}>{t('joint.back')}</LinkButton></div>
    </Page>
  );
}

const nobody = { name: '', personalId: '', relation: 'spouse', byMandate: false, mandate: emptyMandate } as const;
type Typed = { readonly name: string; readonly personalId: string; readonly relation: Relation; readonly byMandate: boolean; readonly mandate: typeof emptyMandate };

function AddOne({ id, onAdded }: { readonly id: string; readonly onAdded: () => Promise<void> }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState<Typed>(nobody);
  const [empty, setEmpty] = useState<readonly FieldFault[]>([]);
  const add = useMutation({
    mutationFn: () => send(DraftCoApplicants, { method: 'POST', path: `/api/drafts/${id}/co-applicants`, body: { name: typed.name, personalId: typed.personalId, relation: typed.relation, mandate: typed.byMandate ? readMandate(typed.mandate, officeDayOf(nowIso())) : null } }),
    onSuccess: async () => { setTyped(nobody); await onAdded(); },
  });
  const failure = add.error === null ? null : failureOf(add.error);
  const faults = failure === null ? empty : faultsOf(failure);
  const errors = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
  const set = (part: Partial<Typed>): void => { setTyped({ ...typed, ...part }); };
  const press = (): void => {
    const missing = typed.name.trim() === '' ? [{ field: 'name', text: t('joint.name-missing') }] : [];
    setEmpty(missing);
    if (missing.length === 0) add.mutate();
  };
  return (
    <Section id="ghi-them" title={t('joint.add-title')}>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{failure === null || faults.length > 0 ? '' : failureWords(failure)}</MessageArea>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); press(); }}>
        <TextField name="name" label={t('joint.name')} error={errors['name']} value={typed.name} onChange={(name) => { set({ name }); }} />
        <PersonalIdField name="personalId" label={t('joint.id')} error={errors['personalId']} value={typed.personalId} onChange={(personalId) => { set({ personalId }); }} />
        <Select name="relation" label={t('joint.relation')} value={typed.relation} choices={Relation.options.map((relation) => ({ value: relation, label: t(`joint.relation.${relation}`) }))} onChange={(chosen) => { const read = Relation.safeParse(chosen); if (read.success) set({ relation: read.data }); }} />
        <Checkbox name="byMandate" label={t('joint.by-mandate')} checked={typed.byMandate} onChange={(byMandate) => { set({ byMandate }); }} />
        {typed.byMandate && <MandateFields prefix="mandate" mandate={typed.mandate} faults={errors} onChange={(mandate) => { set({ mandate }); }} />}
        <div className="row"><Button type="submit" busy={add.isPending}>{t('joint.add')}</Button></div>
      </form>
    </Section>
  );
}
