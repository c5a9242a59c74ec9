// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext } from 'react';
import { t } from '@motcua/i18n';
import type { Translate } from '@motcua/i18n';

/** The language of a part of the page; Vietnamese unless a page says otherwise. */
export const Words = createContext<Translate>(t);

/** The texts in the language of this part of the page. */
export function useWords(): Translate {
  return useContext(Words);
}
