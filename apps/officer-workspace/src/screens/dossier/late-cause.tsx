// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LateCauses } from '@motcua/dossiers/contract';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { RadioGroup, TextField, useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

/** The cause of lateness while it is being picked. */
export type PickedCause = { readonly code: string; readonly note: string };

export const noCause: PickedCause = { code: '', note: '' };

const finishing: readonly string[] = ['complete-step', 'send-back', 'approve', 'issue'];

/** Whether the act finishes a step that is past its due time. */
export const isLate = ({ tasks }: OfficerDossier, { act, taskId }: PossibleAct): boolean => finishing.includes(act) && tasks.some((task) => task.taskId === taskId && task.late);

/** What travels to the server. */
export const causeGiven = ({ code, note }: PickedCause): { readonly code: string; readonly note: string | null } | null => (code === '' ? null : { code, note: note.trim() === '' ? null : note.trim() });

/** Nguyên nhân trễ: one of the list, and a sentence where the list says too little. */
export function LateCauseFields({ cause, isPressed, onChange }: { readonly cause: PickedCause; readonly isPressed: boolean; readonly onChange: (cause: PickedCause) => void }): ReactElement {
  const t = useWords();
  const causes = useQuery({ queryKey: ['late-causes'], staleTime: 300_000, queryFn: () => ask(LateCauses, '/api/late-causes') }).data?.causes ?? [];
  const needsNote = causes.find(({ code }) => code === cause.code)?.needsNote === true;
  return (
    <>
      <RadioGroup
        name="lateCause" label={t('late.cause')} hint={t('late.cause-hint')} value={cause.code} error={isPressed && cause.code === '' ? t('late.cause-missing') : undefined}
        choices={causes.map(({ code, words }) => ({ value: code, label: words }))} onChange={(code) => { onChange({ ...cause, code }); }}
      />
      <TextField name="late-note" label={t('late.note')} optional={!needsNote} value={cause.note} error={isPressed && needsNote && cause.note.trim() === '' ? t('late.note-missing') : undefined} onChange={(note) => { onChange({ ...cause, note }); }} />
    </>
  );
}
