// SPDX-License-Identifier: EUPL-1.2
import english from './en.json' with { type: 'json' };
import { t, translate } from './messages.ts';
import type { Catalogue, Locale, Translate } from './messages.ts';

const catalogue: Catalogue = english;
const languages: Readonly<Record<Locale, Translate>> = { vi: t, en: /* @__PURE__ */ translate(catalogue, 'en-GB') };

/** The texts of a language, for pages that are made on the server; browsers load Vietnamese alone. */
export function translator(locale: Locale): Translate {
  return languages[locale];
}
