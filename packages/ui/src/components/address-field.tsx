// SPDX-License-Identifier: EUPL-1.2
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';
import { TextField } from './fields.tsx';
import type { PlaceChoice } from './place-picker.tsx';

// The combo box is the one heavy part; screens without an address never load it.
const PlacePicker = lazy(async () => ({ default: (await import('./place-picker.tsx')).PlacePicker }));

/** An address of two levels, with the names it had when it was given. */
export type AddressValue = { readonly province: string; readonly provinceName: string; readonly commune: string; readonly communeName: string; readonly street: string };

export type SearchPlaces = (typed: string) => Promise<readonly (PlaceChoice & { readonly provinceCode: string | null })[]>;

type AddressFieldProps = {
  readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined;
  readonly value: AddressValue | null; readonly searchPlaces: SearchPlaces; readonly onChange: (value: AddressValue | null) => void;
};

/** The whole address as people write it. */
export function addressText({ street, communeName, provinceName }: AddressValue): string {
  return [street, communeName, provinceName].filter((part) => part !== '').join(', ');
}

/** Commune by any of its names, then the street. The province comes with the commune. */
export function AddressField({ name, label, hint, error, value, searchPlaces, onChange }: AddressFieldProps): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(value === null ? '' : `${value.communeName}, ${value.provinceName}`);
  const [street, setStreet] = useState(value?.street ?? '');
  const [shownCommune, setShownCommune] = useState(value?.commune);
  const [places, setPlaces] = useState<Awaited<ReturnType<SearchPlaces>>>([]);

  // An address that arrives from outside, such as a known person's, replaces what stands here.
  if (value !== null && value.commune !== shownCommune) {
    setShownCommune(value.commune);
    setTyped(`${value.communeName}, ${value.provinceName}`);
    setStreet(value.street);
  }

  useEffect(() => {
    if (typed.trim().length < 2) return;
    let isLatest = true;
    const wait = setTimeout(() => {
      void searchPlaces(typed).then((found) => { if (isLatest) setPlaces(found.filter(({ within }) => within !== null)); }).catch(() => { if (isLatest) setPlaces([]); });
    }, 200);
    return () => { isLatest = false; clearTimeout(wait); };
  }, [typed, searchPlaces]);

  const choose = (code: string | null): void => {
    const place = places.find((one) => one.code === code);
    if (place === undefined) return;
    setTyped(`${place.name}, ${place.within ?? ''}`);
    setShownCommune(place.code);
    onChange({ province: place.provinceCode ?? '', provinceName: place.within ?? '', commune: place.code, communeName: place.name, street });
  };

  return (
    <fieldset className="group address">
      <legend>{label}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <Suspense fallback={<TextField name={name} label={t('address.commune')} value={typed} onChange={setTyped} />}>
        <PlacePicker name={name} label={t('address.commune')} hint={t('address.commune-hint')} error={error} places={places} chosen={value?.commune ?? null} typed={typed} onType={setTyped} onChoose={choose} />
      </Suspense>
      <TextField
        name={`${name}.street`} label={t('address.street')} value={street} typing={{ autoComplete: 'street-address' }}
        onChange={(next) => { setStreet(next); if (value !== null) onChange({ ...value, street: next }); }}
      />
    </fieldset>
  );
}
