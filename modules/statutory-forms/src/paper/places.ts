// SPDX-License-Identifier: EUPL-1.2
import type { NamedPlace, Place } from '@motcua/documents';

/** The place a template keeps under a name. @throws when the template keeps none: a fault of ours */
export function placeNamed(name: string, places: readonly NamedPlace[]): Place {
  const found = places.find((place) => place.name === name);
  if (found === undefined) throw new Error(`the template keeps no place for the signature of the ${name}`);
  const { page, x, y, width, height } = found;
  return { page, x, y, width, height };
}
