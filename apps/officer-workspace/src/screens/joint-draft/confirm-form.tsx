// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { OwnPart } from '@motcua/dossiers/contract';
import type { JointDraft } from '@motcua/dossiers/contract';
import { readEform } from '@motcua/eforms/contract';
import { officeDayOf } from '@motcua/i18n';
import { Button, ErrorSummary, Facts, MessageArea, PartyFields, TextField, declaredFacts, readParty, typedParty, useWords } from '@motcua/ui';
import type { FieldFault, PartyTyped } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, nowIso, sendOnly } from '@motcua/web-kit';
import { searchPlaces, useFilingStart } from '../../api.ts';

/** What the person agrees to, read out to him; his own part; the identity paper the officer saw. */
export function ConfirmForm({ draft, onRecorded, onChanged }: { readonly draft: JointDraft; readonly onRecorded: (name: string) => void; readonly onChanged: () => void }): ReactElement {
  const t = useWords();
  const own = { name: draft.me.name, personalId: draft.me.personalId };
  const [typed, setTyped] = useState<PartyTyped>(() => typedParty({ ...draft.me.part, ...own }));
  const [identityPaper, setIdentityPaper] = useState('');
  const [missing, setMissing] = useState<readonly FieldFault[]>([]);
  const read = OwnPart.safeParse(readParty({ ...typed, ...own }, officeDayOf(nowIso())));
  const record = useMutation({
    mutationFn: (part: OwnPart) => sendOnly({ method: 'POST', path: `/api/joint-drafts/${draft.id}/confirmation`, body: { sha256: draft.sha256, part, person: draft.me.id, identityPaper: identityPaper.trim() } }),
    onSuccess: () => { onRecorded(draft.me.name); },
    onError: onChanged,
  });
  const failure = record.error === null ? null : failureOf(record.error);
  const faults = failure === null ? missing : faultsOf(failure);
  const errors = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
  const press = (): void => {
    const places = [
      ...(read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))].flatMap((name) => (isKnown(name) ? [{ field: `part.${name}`, text: t(words[name]) }] : []))),
      ...(identityPaper.trim() === '' ? [{ field: 'identityPaper', text: t('joint.identity-paper-missing') }] : []),
    ];
    setMissing(places);
    if (places.length === 0 && read.success) record.mutate(read.data);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); press(); }}>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{failure === null || faults.length > 0 ? '' : failureWords(failure)}</MessageArea>
      <Content draft={draft} />
      <PartyFields prefix="part" party={{ ...typed, ...own }} source={t('joint.as-named')} faults={errors} searchPlaces={searchPlaces} onChange={setTyped} />
      <TextField name="identityPaper" label={t('joint.identity-paper')} hint={t('joint.identity-paper-hint')} error={errors['identityPaper']} value={identityPaper} onChange={setIdentityPaper} />
      <div className="row"><Button type="submit" look="primary" busy={record.isPending}>{t('joint.record', { name: draft.me.name })}</Button></div>
    </form>
  );
}

const words = { address: 'party.address-missing', birthDate: 'party.birth-wrong', phone: 'party.phone-wrong', email: 'party.email-wrong' } as const;
const isKnown = (name: string): name is keyof typeof words => Object.hasOwn(words, name);

function Content({ draft: { content, files, procedure } }: { readonly draft: JointDraft }): ReactElement {
  const t = useWords();
  const start = useFilingStart(procedure, content.agency).data;
  const fields = readEform(start?.eform.definition)?.display.sections.flatMap((section) => section.fields) ?? [];
  return (
    <Facts
      facts={[
        { term: t('dossier.applicant'), value: content.applicant?.name ?? t('filing.not-yet') },
        ...declaredFacts({ fields, answers: content.answers, words: { yes: t('answer.yes'), no: t('answer.no') } }),
        { term: t('joint.files'), value: files.length === 0 ? t('joint.no-files') : files.map(({ name }) => name).join(', ') },
      ]}
    />
  );
}
