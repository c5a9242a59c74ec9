// SPDX-License-Identifier: EUPL-1.2
import type { SigningAuthority } from '@motcua/organisation';
import type { SignatoryView } from '@motcua/statutory-forms';

/** Who signs, in the words of the register: the last line is the title, those before it say in whose stead. */
export function signatoryOf({ lines }: SigningAuthority, name: string): SignatoryView {
  const stead = lines.slice(0, -1);
  return { onBehalf: stead[0] ?? null, inPlaceOf: stead.length > 1 ? stead.slice(1).join(' ') : null, title: lines.at(-1) ?? '', name };
}
