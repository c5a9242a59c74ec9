// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { DossierRow } from '@motcua/dossiers/contract';
import { Icon, useWords } from '@motcua/ui';
import { momentInList } from '@motcua/i18n';

/** What must not be missed on a dossier, in one line with a sign. */
export function AlertLine({ alert, now }: { readonly alert: DossierRow['alert']; readonly now: string }): ReactElement | null {
  const t = useWords();
  if (alert === null) return null;
  return <span className="work-alert"><Icon name="triangle-alert" size={16} /><span>{t(`alert.${alert.kind}`, { at: alert.until === null ? '' : momentInList(alert.until, now) })}</span></span>;
}
