// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { Select, useWords } from '@motcua/ui';
import { goTo, withQuery } from '@motcua/web-kit';

/** Which agency is shown; lives in the address. Not offered where there is one only. */
export function AgencyFilter({ agencies, value }: { readonly agencies: readonly { readonly code: string; readonly name: string }[]; readonly value: string }): ReactElement | null {
  const t = useWords();
  if (agencies.length < 2) return null;
  return <div><Select name="co-quan" label={t('archive.agency')} empty={t('archive.all-agencies')} value={value} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={(agency) => { goTo(withQuery({ 'co-quan': agency }), { replace: true }); }} /></div>;
}

/** «5 năm, đến hết 31/12/2031» */
export function KeptFor({ words, until }: { readonly words: string; readonly until: string | null }): ReactElement {
  const t = useWords();
  return <>{until === null ? words : t('archive.kept-until', { words, day: dayText(until) })}</>;
}
