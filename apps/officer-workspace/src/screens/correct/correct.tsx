// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { formAsSeen, readEform, visibleFields } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { Asked, Button, Code, EformFields, ErrorSummary, LinkButton, MessageArea, Page, PartyFields, TextArea, readParty, typedParty, useWords } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, goTo, newClientKey, nowIso, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { searchPlaces, useDossier, useFilingStart } from '../../api.ts';

/** Hoàn chỉnh, sửa thông tin: the e-form as the person left it and the person's own data, mended with a reason. */
export function Correct({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const dossier = useDossier(code);
  const form = useFilingStart(dossier.data?.procedure.code ?? '', null);
  useTitle(t('work.title', { list: t('act.correct') }));
  const definition = readEform(form.data?.eform.definition);
  if (dossier.data === undefined || definition === undefined) return <Page title={t('act.correct')}><Asked answer={dossier} loading={t('loading.dossier')} describe={(error) => failureWords(failureOf(error))}>{() => null}</Asked></Page>;
  return <Compose dossier={dossier.data} form={definition} />;
}

function Compose({ dossier, form }: { readonly dossier: OfficerDossier; readonly form: EformDefinition }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(dossier.answers);
  const [person, setPerson] = useState<PartyTyped>(() => typedParty(dossier.applicant));
  const [isPersonOpen, setPersonOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [clientKey] = useState(newClientKey);
  const save = useMutation({
    mutationFn: () => {
      const typed = readParty(person, nowIso());
      return send(ActDone, { method: 'POST', path: `/api/dossiers/${dossier.code}/corrections`, body: { clientKey, version: dossier.version, answers, applicant: isPersonOpen ? { ...typed, address: typed.address ?? dossier.applicant.address } : null, reason: reason.trim() } });
    },
    onSuccess: async () => { await dossiersChanged(queries); goTo(`/lam-viec/ho-so/${dossier.code}`); },
  });
  const failure = save.error === null ? null : failureOf(save.error);
  const faults = failure === null ? [] : faultsOf(failure);
  const byField = Object.fromEntries(faults.map(({ field, text }) => [field.replace(/^answers\./u, ''), text]));
  const required = form.schema['required'];
  const submit = (): void => { setPressed(true); if (reason.trim() !== '') save.mutate(); };
  return (
    <Page
      title={t('act.correct')} before={<p><a href={`/lam-viec/ho-so/${dossier.code}`}><Code code={dossier.code} /></a> · {dossier.applicant.name}</p>}
      message={<><ErrorSummary faults={faults.map(({ field, text }) => ({ field: field.replace(/^answers\./u, ''), text }))} /><MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea></>}
    >
      <p className="muted">{t('act-effect.correct')}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <EformFields
          {...formAsSeen(form, answers)} faults={byField} required={Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []}
          searchPlaces={searchPlaces} onLeave={() => undefined} onChange={(name, value) => { setAnswers({ ...answers, [name]: value }); }}
          entryFields={(repeat, entry) => visibleFields({ ...form, display: { sections: [{ title: '', fields: form.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat.name)?.fields ?? [] }] } }, { ...answers, ...entry })}
        />
        {isPersonOpen ? <><h2>{t('correct.person')}</h2><PartyFields prefix="applicant" party={person} faults={byField} searchPlaces={searchPlaces} onChange={setPerson} /></> : <Button look="quiet" onPress={() => { setPersonOpen(true); }}>{t('correct.person-too')}</Button>}
        <TextArea name="reason" label={t('correct.reason')} hint={t('correct.reason-hint')} value={reason} error={isPressed && reason.trim() === '' ? t('act-field.missing', { name: t('correct.reason') }) : undefined} onChange={setReason} />
        <div className="row end"><LinkButton look="quiet" href={`/lam-viec/ho-so/${dossier.code}`}>{t('act.later')}</LinkButton><Button type="submit" look="primary" busy={save.isPending}>{t('correct.save')}</Button></div>
      </form>
    </Page>
  );
}
