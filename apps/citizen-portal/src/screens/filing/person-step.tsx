// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { MandateFields, PartyFields, RadioGroup, emptyMandate, readMandate, offersChoice, Select, readParty, typedParty, useWords } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { officeDayOf } from '@motcua/i18n';
import { nowIso } from '@motcua/web-kit';
import { searchPlaces } from '../../api.ts';
import { EnterpriseAsk } from './enterprise-ask.tsx';
import type { StepProps } from './filing.tsx';
import { storedOf } from './party-typed.ts';
import { partyPlaces, placesOfAgency, placesOfMandate } from './readiness.ts';
import { StepPage } from './step-page.tsx';

/** Bước 1: nơi giải quyết, trường hợp, chủ hồ sơ. */
export function PersonStep({ draft, handle, start }: StepProps): ReactElement {
  const t = useWords();
  const { content, change } = handle;
  const [typed, setTyped] = useState<PartyTyped>(() => content.applicantTyped ?? typedParty(content.applicant));
  const set = (party: PartyTyped): void => { setTyped(party); change({ applicant: storedOf(party), applicantTyped: party }); };
  // Judged as typed: what cannot be stored yet must be named, not lost.
  const places = [...placesOfAgency(content, start), ...partyPlaces(readParty(typed, officeDayOf(nowIso()))), ...placesOfMandate(content)];
  return (
    <StepPage title={t('filing.step.nguoi')} draftId={draft.id} places={places} next={`/soan/${draft.id}/to-khai`}>
      {(faults) => (
        <>
          {start.agencies.length > 1 && (
            <Select
              name="agency" label={t('filing.agency')} error={faults['agency']} value={content.agency ?? ''} empty=""
              choices={start.agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={(agency) => { change({ agency: agency === '' ? null : agency }); }}
            />
          )}
          {offersChoice(start.papers) && (
            <RadioGroup
              name="circumstance" label={t('needs.which-case')} error={faults['circumstance']} value={content.circumstance ?? ''}
              choices={[...start.circumstances.map((name) => ({ value: name, label: name })), ...(start.circumstances.length === 1 ? [{ value: '', label: t('needs.none-of-these') }] : [])]} onChange={(chosen) => { change({ circumstance: chosen === '' ? null : chosen, reuse: [] }); }}
            />
          )}
          <RadioGroup
            name="for-other" label={t('filing.for-whom')} value={content.forOther ? 'other' : 'self'}
            choices={[{ value: 'self', label: t('filing.for-self') }, { value: 'other', label: t('filing.for-other') }]} onChange={(who) => { change({ forOther: who === 'other', reuse: [] }); }}
          />
          {content.forOther && (
            <>
              <p className="text">{t('filing.mandate-what')}</p>
              <MandateFields prefix="mandate" mandate={content.mandateTyped ?? emptyMandate} faults={faults} onChange={(mandateTyped) => { change({ mandateTyped: { ...mandateTyped, scope: [...mandateTyped.scope] }, mandate: readMandate(mandateTyped, officeDayOf(nowIso())) }); }} />
            </>
          )}
          <PartyFields
            prefix="applicant" party={typed} faults={faults} searchPlaces={searchPlaces} onChange={set}
            underId={content.forOther && typed.kind === 'organisation' && <EnterpriseAsk key={typed.personalId} draftId={draft.id} party={typed} onTake={set} />}
          />
        </>
      )}
    </StepPage>
  );
}
