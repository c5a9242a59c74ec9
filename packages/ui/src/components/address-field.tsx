// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { WhileLoading, lazy } from './lazy.tsx';
import { useWords } from '../words.ts';
import { TextField } from './fields.tsx';
import type { PlaceChoice } from './place-picker.tsx';

// The combo box is the one heavy part; screens without an address never load it.
const PlacePicker = lazy(async () => ({ default: (await import('./place-picker.tsx')).PlacePicker }));

/** An address of two levels, with the names it had when it was given. Half typed, `commune` is empty and `communeName` holds what stands in the field. */
export type AddressValue = { readonly province: string; readonly provinceName: string; readonly commune: string; readonly communeName: string; readonly street: string };

export type SearchPlaces = (typed: string) => Promise<readonly (PlaceChoice & { readonly provinceCode: string | null })[]>;

type AddressFieldProps = {
  readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined; readonly source?: string | undefined;
  readonly value: AddressValue | null; readonly searchPlaces: SearchPlaces; readonly onChange: (value: AddressValue | null) => void;
};

const nowhere: AddressValue = { province: '', provinceName: '', commune: '', communeName: '', street: '' };

/** The whole address as people write it. */
export function addressText({ street, communeName, provinceName }: AddressValue): string {
  return [street, communeName, provinceName].filter((part) => part !== '').join(', ');
}

/** Commune by any of its names, then the street. The province comes with the commune. What is half typed is handed on too: nothing is lost. */
export function AddressField({ name, label, hint, error, source, value, searchPlaces, onChange }: AddressFieldProps): ReactElement {
  const t = useWords();
  const { street, ...commune } = value ?? nowhere;
  const typed = [commune.communeName, commune.provinceName].filter((part) => part !== '').join(', ');
  const [places, setPlaces] = useState<Awaited<ReturnType<SearchPlaces>>>([]);

  useEffect(() => {
    if (typed.trim().length < 2) return;
    let isLatest = true;
    const wait = setTimeout(() => {
      void searchPlaces(typed).then((found) => { if (isLatest) setPlaces(found.filter(({ within }) => within !== null)); }).catch(() => { if (isLatest) setPlaces([]); });
    }, 200);
    return () => { isLatest = false; clearTimeout(wait); };
  }, [typed, searchPlaces]);

  const set = (change: Partial<AddressValue>): void => {
    const next = { ...nowhere, ...value, ...change };
    onChange(addressText(next) === '' ? null : next);
  };
  const choose = (code: string | null): void => {
    const place = places.find((one) => one.code === code);
    if (place !== undefined) set({ province: place.provinceCode ?? '', provinceName: place.within ?? '', commune: place.code, communeName: place.name });
  };
  // Typing over a chosen commune takes the choice back: what is shown is what is meant.
  const type = (next: string): void => {
    if (next !== typed) set({ province: '', provinceName: '', commune: '', communeName: next });
  };

  return (
    <fieldset className="group address">
      <legend>{label}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <WhileLoading value={<TextField name={name} label={t('address.commune')} value={typed} onChange={type} />}>
        <PlacePicker
          name={name} label={t('address.commune')} hint={t('address.commune-hint')} error={error} places={places} chosen={commune.commune === '' ? null : commune.commune} typed={typed}
          onType={type} onChoose={choose}
        />
      </WhileLoading>
      <TextField name={`${name}.street`} label={t('address.street')} source={source} value={street} typing={{ autoComplete: 'street-address' }} onChange={(next) => { set({ street: next }); }} />
    </fieldset>
  );
}
