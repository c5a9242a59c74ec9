// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Page, useWords } from '@motcua/ui';
import type { Draft, FilingStart, ReuseOffers } from '@motcua/dossiers/contract';
import type { EformDefinition } from '@motcua/eforms/contract';
import { useTitle } from '@motcua/web-kit';
import { useFilingStart, useHeldPapers, useStoredDraft } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { readEform } from '@motcua/eforms/contract';
import { CheckAndFile } from './check-and-file.tsx';
import { CoApplicantsStep } from './co-applicants-step.tsx';
import { Filed, filedBefore } from './filed.tsx';
import { Declaration } from './declaration.tsx';
import { Overview } from './overview.tsx';
import { PapersStep } from './papers-step.tsx';
import { PersonStep } from './person-step.tsx';
import { placesLeft } from './readiness.ts';
import { ReturnStep } from './return-step.tsx';
import { SaveLine } from './save-line.tsx';
import { useDraft } from './use-draft.ts';
import type { DraftHandle } from './use-draft.ts';

/** Soạn hồ sơ: a list of steps in any order, a check page, one act of filing. */
export function Filing({ id, step, hotline }: { readonly id: string; readonly step: string; readonly hotline: string }): ReactElement {
  const t = useWords();
  const draft = useStoredDraft(id);
  const filed = filedBefore(id);
  if (step === 'da-nop' && filed !== undefined) return <Filed filed={filed} />;
  if (draft.data === undefined) return <Page title={t('filing.begin')}><SignedIn answer={draft} loading={t('loading.draft')}>{() => null}</SignedIn></Page>;
  return <Started draft={draft.data} step={step} hotline={hotline} />;
}

function Started({ draft, step, hotline }: { readonly draft: Draft; readonly step: string; readonly hotline: string }): ReactElement {
  const t = useWords();
  const handle = useDraft(draft);
  const start = useFilingStart(draft.procedure, handle.content.agency);
  useTitle(`${draft.procedureName} · ${t('status.citizen.draft')}`);
  if (start.data === undefined) return <Page title={draft.procedureName}><SignedIn answer={start} loading={t('loading.draft')}>{() => null}</SignedIn></Page>;
  const form = readEform(start.data.eform.definition);
  if (form === undefined) return <Page title={draft.procedureName}><p>{t('failure.broken')}</p></Page>;
  return <Steps draft={draft} step={step} handle={handle} start={start.data} form={form} hotline={hotline} />;
}

export type StepProps = {
  readonly draft: Draft; readonly handle: DraftHandle; readonly start: FilingStart; readonly form: EformDefinition;
  readonly files: Draft['files']; readonly setFiles: (files: Draft['files']) => void; readonly left: ReturnType<typeof placesLeft>; /** What the state holds already; undefined while that is asked. */ readonly held: ReuseOffers | undefined; readonly hotline: string;
};

type StepsProps = Omit<StepProps, 'files' | 'setFiles' | 'left' | 'held'> & { readonly step: string };

function Steps({ step, ...given }: StepsProps): ReactElement {
  const [files, setFiles] = useState(given.draft.files);
  const queries = useQueryClient();
  const { draft: { id }, handle: { save } } = given;
  const savedAt = save.kind === 'saved' ? save.at : null;
  // Who agreed to the content is another question after each save and each file.
  useEffect(() => { void queries.invalidateQueries({ queryKey: ['draft-co-applicants', id] }); }, [queries, id, savedAt, files]);
  const held = useHeldPapers(id, [savedAt, given.handle.content.circumstance].join()).data;
  const left = placesLeft({ content: given.handle.content, start: given.start, form: given.form, files, answered: (held?.answered ?? []).map(({ paperNo }) => paperNo) });
  const props: StepProps = { ...given, files, setFiles, left, held };
  return <><SaveLine save={given.handle.save} draft={given.draft} onTakeOver={given.handle.takeOver} />{screenOf(step, props)}</>;
}

function screenOf(step: string, props: StepProps): ReactElement {
  switch (step) {
    case 'nguoi': return <PersonStep {...props} />;
    case 'to-khai': return <Declaration {...props} />;
    case 'giay-to': return <PapersStep {...props} />;
    case 'nhan': return <ReturnStep {...props} />;
    case 'cung-dung-ten': return <CoApplicantsStep {...props} />;
    case 'kiem-tra': return <CheckAndFile {...props} />;
    default: return <Overview {...props} />;
  }
}
