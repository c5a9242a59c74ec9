// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { DraftSection, EformDraft } from '@motcua/eforms/contract';
import { Button, TextArea, TextField, useWords } from '@motcua/ui';
import { ConditionField } from './condition-field.tsx';

type SectionPropertiesProps = { readonly section: DraftSection; readonly draft: EformDraft; readonly isReadOnly: boolean; readonly onChange: (section: DraftSection) => void; readonly onRemove: () => void };

/** A section's heading, what stands under it, and when it is shown. */
export function SectionProperties({ section, draft, isReadOnly, onChange, onRemove }: SectionPropertiesProps): ReactElement {
  const t = useWords();
  const { hint, visibleWhen, ...rest } = section;
  const before = draft.sections.slice(0, draft.sections.findIndex(({ key }) => key === section.key)).flatMap(({ fields }) => fields);
  return (
    <>
      <h2>{t('eform-editor.section')}</h2>
      <fieldset disabled={isReadOnly} className="form">
        <TextField name="phan.title" label={t('eform-editor.section-title')} value={section.title} onChange={(title) => { onChange({ ...section, title }); }} />
        <TextArea name="phan.hint" label={t('eform-editor.section-hint')} rows={2} value={hint ?? ''} optional onChange={(next) => { onChange({ ...rest, ...(visibleWhen === undefined ? {} : { visibleWhen }), ...(next === '' ? {} : { hint: next }) }); }} />
        <ConditionField name="phan.khi" before={before} condition={visibleWhen} onChange={(next) => { onChange({ ...rest, ...(hint === undefined ? {} : { hint }), ...(next === undefined ? {} : { visibleWhen: next }) }); }} />
        {!isReadOnly && draft.sections.length > 1 && <Button look="quiet" onPress={onRemove}>{t('eform-editor.remove-section')}</Button>}
      </fieldset>
    </>
  );
}
