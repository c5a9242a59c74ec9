// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProcessView } from '@motcua/workflow/contract';
import { useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

/** «12 hồ sơ đang giải quyết ở lại bản cũ»: what publishing leaves alone; nothing while the process is new or runs nowhere. */
export function Staying({ subject }: { readonly subject: string }): ReactElement | null {
  const t = useWords();
  const view = useQuery({ queryKey: ['process', subject, undefined], queryFn: () => ask(ProcessView, `/api/processes/${encodeURIComponent(subject)}`), retry: false });
  const running = (view.data?.versions ?? []).reduce((sum, version) => sum + version.running, 0);
  if (running === 0) return null;
  return <p className="text muted">{t('draw.staying', { count: running })} <a href={`/lam-viec/chuyen-ban?quy-trinh=${encodeURIComponent(subject)}`}>{t('process.move')}</a></p>;
}
