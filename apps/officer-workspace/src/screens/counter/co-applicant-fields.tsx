// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { CoApplicant } from '@motcua/dossiers/contract';
import { Button, PersonalIdField, Select, TextField, useWords } from '@motcua/ui';

/** One more applicant while it is being written down. */
export type TypedCoApplicant = { readonly name: string; readonly personalId: string; readonly confirmed: CoApplicant['confirmed']; readonly document: string };

/** One more applicant, judged by the schema of the server. */
export function readCoApplicant({ name, personalId, confirmed, document }: TypedCoApplicant) {
  return CoApplicant.safeParse({
    party: { kind: 'person', name, personalId: personalId.replace(/[\s.]/gu, ''), birthDate: null, address: { province: null, commune: null, text: '' }, phone: null, email: null },
    confirmed, document: document.trim() === '' ? null : document.trim(),
  });
}

type CoApplicantProps = { readonly others: readonly TypedCoApplicant[]; readonly faults: Readonly<Record<string, string>>; readonly onChange: (others: readonly TypedCoApplicant[]) => void };

/** Đồng chủ hồ sơ: everybody whose dossier it is besides the first, and how the counter knows that each agrees. */
export function CoApplicantFields({ others, faults, onChange }: CoApplicantProps): ReactElement {
  const t = useWords();
  const set = (at: number, part: Partial<TypedCoApplicant>): void => { onChange(others.map((one, other) => (other === at ? { ...one, ...part } : one))); };
  return (
    <section aria-label={t('co-applicant.title')}>
      {others.map((one, at) => (
        <fieldset key={at} className="group repeat">
          <legend>{t('co-applicant.number', { number: at + 2 })}</legend>
          <PersonalIdField name={`coApplicants.${String(at)}.personalId`} label={t('co-applicant.id')} error={faults[`coApplicants.${String(at)}.personalId`]} value={one.personalId} onChange={(personalId) => { set(at, { personalId }); }} />
          <TextField name={`coApplicants.${String(at)}.name`} label={t('co-applicant.name')} error={faults[`coApplicants.${String(at)}.name`]} value={one.name} onChange={(name) => { set(at, { name }); }} />
          <Select name={`coApplicants.${String(at)}.confirmed`} label={t('co-applicant.confirmed')} value={one.confirmed} choices={CoApplicant.shape.confirmed.options.map((how) => ({ value: how, label: t(`co-applicant.confirmed.${how}`) }))} onChange={(how) => { const read = CoApplicant.shape.confirmed.safeParse(how); if (read.success) set(at, { confirmed: read.data }); }} />
          {one.confirmed === 'mandate' && <TextField name={`coApplicants.${String(at)}.document`} label={t('co-applicant.document')} error={faults[`coApplicants.${String(at)}.document`]} value={one.document} onChange={(document) => { set(at, { document }); }} />}
          <div className="row"><Button look="quiet" label={t('co-applicant.remove', { number: at + 2 })} onPress={() => { onChange(others.filter((_, other) => other !== at)); }}>{t('co-applicant.remove', { number: at + 2 })}</Button></div>
        </fieldset>
      ))}
      <div className="row"><Button look="quiet" onPress={() => { onChange([...others, { name: '', personalId: '', confirmed: 'present', document: '' }]); }}>{t('co-applicant.add')}</Button></div>
    </section>
  );
}
