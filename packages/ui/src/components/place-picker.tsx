// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { Problem, fieldId } from './fields.tsx';
import { useWords } from '../words.ts';

export type PlaceChoice = {
  readonly code: string;
  /** «xã Ea Kar» */
  readonly name: string;
  /** «tỉnh Đắk Lắk»; null for a province. */
  readonly within: string | null;
  /** The name before 01/7/2025 that was searched for. */
  readonly formerly: string | null;
};

type PlacePickerProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly places: readonly PlaceChoice[];
  readonly chosen: string | null;
  /** What stands in the field; the caller keeps it and searches with it. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChoose: (code: string | null) => void;
};

/** One place out of 34 provinces or 3,321 communes; old names are found and shown with «trước 01/7/2025». */
export function PlacePicker({ name, label, hint, error, places, chosen, typed, onType, onChoose }: PlacePickerProps): ReactElement {
  const t = useWords();
  return (
    <ComboBox
      className="field" items={places} inputValue={typed} value={chosen} allowsCustomValue isInvalid={error !== undefined} allowsEmptyCollection menuTrigger="input"
      defaultFilter={() => true} onInputChange={onType}
      onChange={(key) => { onChoose(key === null ? null : String(key)); }}
    >
      <Label>{label}</Label>
      {hint !== undefined && <Text slot="description" className="hint">{hint}</Text>}
      <Input className="input" id={fieldId(name)} />
      {error !== undefined && <Problem id={`${fieldId(name)}-loi`} text={error} />}
      <Popover>
        <ListBox renderEmptyState={() => <span className="option muted">{t('place.none')}</span>}>
          {(place: PlaceChoice) => (
            <ListBoxItem id={place.code} textValue={place.name} className="option">
              <Text slot="label">{place.within === null ? place.name : t('place.within', { name: place.name, within: place.within })}</Text>
              {place.formerly !== null && <Text slot="description" className="muted small">{t('place.formerly', { name: place.formerly })}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
