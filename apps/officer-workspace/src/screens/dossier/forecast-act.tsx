// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Forecast } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { ForecastDialog, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, nowIso } from '@motcua/web-kit';

const counting: readonly string[] = ['running', 'due-soon', 'overdue', 'paused'];

/** «Nếu bổ sung đến vào ngày …»: asks the server what the return day would be; of a linked group each part says its own. */
export function ForecastAct({ dossier: { code, limit, clock, group } }: { readonly dossier: Pick<OfficerDossier, 'code' | 'limit' | 'clock' | 'group'> }): ReactElement | null {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const forecast = useMutation({ mutationFn: (at: string) => ask(Forecast, `/api/dossiers/${encodeURIComponent(code)}/forecast`, { at }) });
  const close = (): void => { setOpen(false); forecast.reset(); };
  return !counting.includes(clock.state) || group?.isLead === true ? null : (
    <>
      <button type="button" className="link-button" onClick={() => { setOpen(true); }}>{t('forecast.open')}</button>
      {isOpen && (
        <ForecastDialog
          limitText={t('return-day.limit', { limit: limit ?? t('unpublished') })} now={nowIso()} answer={forecast.data ?? null} busy={forecast.isPending}
          failure={forecast.error === null ? '' : failureWords(failureOf(forecast.error))} onAsk={(at) => { forecast.mutate(at); }} onClose={close}
        />
      )}
    </>
  );
}
