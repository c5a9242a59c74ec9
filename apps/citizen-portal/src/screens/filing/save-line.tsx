// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Icon, useWords } from '@motcua/ui';
import { timeText } from '@motcua/i18n';
import { Draft } from '@motcua/dossiers/contract';
import { ask } from '@motcua/web-kit';
import { signInAndReturn } from '../failure.tsx';
import type { SaveState } from './use-draft.ts';

type SaveLineProps = { readonly save: SaveState; readonly draft: Draft; readonly onTakeOver: (newer: Draft) => void };

/** Always visible while filing: «Chưa nộp» first, then whether it is saved. */
export function SaveLine({ save, draft, onTakeOver }: SaveLineProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const isKept = save.kind === 'saved' || save.kind === 'saving';
  return (
    <div className={`save-line gutter${isKept ? '' : ' local'}`}>
      <Icon name={isKept ? 'pencil' : 'triangle-alert'} />
      <span role="status">{wordsOf()}</span>
      {save.kind === 'signed-out' && <a href={signInAndReturn()}>{t('act.sign-in-vneid')}</a>}
      {save.kind === 'conflict' && (
        <>
          <button type="button" className="link-button" onClick={() => { void ask(Draft, `/api/drafts/${draft.id}`).then(onTakeOver); }}>{t('save.use-mine')}</button>
          <button type="button" className="link-button" onClick={() => { void queries.resetQueries({ queryKey: ['drafts', draft.id] }); }}>{t('save.see-other')}</button>
        </>
      )}
    </div>
  );

  function wordsOf(): string {
    switch (save.kind) {
      case 'saving': return t('save.saving');
      case 'saved': return t('save.saved', { time: timeText(save.at) });
      case 'local': return t('save.local');
      case 'signed-out': return t('save.signed-out');
      case 'conflict': return t('save.conflict');
    }
  }
}
