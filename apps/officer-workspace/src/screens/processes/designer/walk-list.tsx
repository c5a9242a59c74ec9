// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Simulation } from '@motcua/workflow/contract';
import { momentShort } from '@motcua/i18n';
import { DataTable, useWords } from '@motcua/ui';
import { roleWord } from '../step-words.ts';

type Steps = Simulation['steps'];

/** The way of a dossier so far: who had it, from when, due when, what was made, what the citizen read. */
export function WalkList({ steps }: { readonly steps: Steps }): ReactElement {
  const t = useWords();
  const rows = steps.map((step, at) => ({ ...step, at }));
  return (
    <DataTable
      caption={t('try.caption', { count: rows.length })} rows={rows} rowKey={({ at }) => String(at)}
      columns={[
        { id: 'name', title: t('draw.step'), isRowTitle: true, cell: ({ name, left }) => <>{name}<br /><span className="muted small">{t(left === null ? 'try.left.waiting' : `try.left.${left.how}`)}</span></> },
        { id: 'who', title: t('try.who'), cell: ({ role, agency, unit }) => <>{t(roleWord(role))}<br /><span className="muted small">{[agency, unit ?? ''].filter((text) => text !== '').join(' · ')}</span></> },
        { id: 'from', title: t('try.from'), cell: ({ from }) => <span className="num">{momentShort(from)}</span> },
        { id: 'due', title: t('try.due'), cell: ({ due }) => due === null ? t('step.no-hours') : <span className="num">{momentShort(due)}</span> },
        { id: 'made', title: t('step.output'), cell: ({ form, output }) => [form === null ? '' : t('step.form-no', { number: form }), output].filter((text) => text !== '').join('; ') || '–' },
        { id: 'citizen', title: t('try.citizen'), cell: ({ citizenReads }) => citizenReads ?? '–' },
      ]}
    />
  );
}
