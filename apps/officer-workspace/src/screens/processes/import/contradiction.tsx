// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { ProcessImportView } from '@motcua/workflow/contract';
import { momentText } from '@motcua/i18n';
import { Button, Problem, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';

type ImportedRecord = ProcessImportView['records'][number];
type Choice = NonNullable<ImportedRecord['decision']>['choice'];

const choices: readonly Choice[] = ['as-decided', 'sum', 'leave-out'];

/** A record that contradicts itself: what it says, what was decided by whom and when, and the three things one may decide. */
export function Contradiction({ importId, record }: { readonly importId: string; readonly record: ImportedRecord }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const { place, id, name, questions, decision, publishedVersion } = record;
  const decide = useMutation({
    mutationFn: (choice: Choice) => send(z.object({ id: z.string() }), { method: 'POST', path: `/api/process-imports/${importId}/decisions`, body: { clientKey: newClientKey(), place, choice, note: note.trim() === '' ? null : note.trim() } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['process-import', importId] }); },
  });
  return (
    <div className="contradiction">
      <p><strong>{name}</strong> <span className="code muted">{id}</span></p>
      <ul>{questions.map((question) => <li key={question}>{question}</li>)}</ul>
      <p role="status" className="small">{decision === null ? t('import.not-decided') : t('import.decided', { choice: t(`import.choice.${decision.choice}`), by: decision.by, at: momentText(decision.at) })}{decision?.note != null && ` «${decision.note}»`}</p>
      {publishedVersion === null && (
        <div className="row" role="group" aria-label={t('import.decide-about', { name })}>
          <TextField name={`note-${String(place)}`} label={t('import.note')} optional value={note} onChange={setNote} />
          {choices.map((choice) => <Button key={choice} pressed={decision?.choice === choice} busy={decide.isPending && decide.variables === choice} onPress={() => { if (!decide.isPending) decide.mutate(choice); }}>{t(`import.choice.${choice}`)}</Button>)}
        </div>
      )}
      {decide.error !== null && <Problem id={`loi-${String(place)}`} text={failureWords(failureOf(decide.error))} />}
    </div>
  );
}
