// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Mandate, Party } from '@motcua/dossiers/contract';
import { officeDayOf } from '@motcua/i18n';
import { Checkbox, MandateFields, PersonalIdField, TextField, emptyMandate, readMandate, useWords } from '@motcua/ui';
import type { MandateTyped } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';

/** Who hands in for the applicant, while it is being written down. */
export type Representative = { readonly name: string; readonly personalId: string; readonly mandate: MandateTyped };
const nobodyYet: Representative = { name: '', personalId: '', mandate: emptyMandate };

/** The person and the paper, judged by the schemas of the server. */
export function readRepresentative({ name, personalId, mandate }: Representative) {
  return {
    submitter: Party.safeParse({ kind: 'person', name, personalId: personalId.replace(/[\s.]/gu, ''), birthDate: null, address: { province: null, commune: null, text: '' }, phone: null, email: null }),
    mandate: Mandate.safeParse(readMandate(mandate, officeDayOf(nowIso()))),
  };
}

type RepresentativeProps = { readonly other: Representative | null; readonly faults: Readonly<Record<string, string>>; readonly onChange: (other: Representative | null) => void };

/** Người nộp thay: who, and by what right. */
export function RepresentativeFields({ other, faults, onChange }: RepresentativeProps): ReactElement {
  const t = useWords();
  return (
    <section aria-label={t('counter.by-other')}>
      <Checkbox name="by-other" label={t('counter.by-other')} checked={other !== null} onChange={(isOther) => { onChange(isOther ? nobodyYet : null); }} />
      {other !== null && (
        <>
          <PersonalIdField name="other.personalId" label={t('counter.other-id')} value={other.personalId} onChange={(personalId) => { onChange({ ...other, personalId }); }} />
          <TextField name="other.name" label={t('counter.other-name')} error={faults['other.name']} value={other.name} onChange={(name) => { onChange({ ...other, name }); }} />
          <MandateFields prefix="mandate" mandate={other.mandate} faults={faults} onChange={(mandate) => { onChange({ ...other, mandate }); }} />
        </>
      )}
    </section>
  );
}
