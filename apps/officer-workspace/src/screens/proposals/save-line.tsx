// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { timeText } from '@motcua/i18n';
import { Button, Icon, useWords } from '@motcua/ui';
import type { SaveState } from './use-proposal.ts';

/** Always visible while writing: whether the server has what is on the screen. */
export function SaveLine({ save, onMerge }: { readonly save: SaveState; readonly onMerge: () => void }): ReactElement {
  const t = useWords();
  const isKept = save.kind === 'saved' || save.kind === 'saving';
  return (
    <div className={`save-state row${isKept ? '' : ' local'}`}>
      <Icon name={isKept ? 'circle-check' : 'triangle-alert'} size={18} />
      <span role="status">{wordsOf()}</span>
      {save.kind === 'conflict' && <Button onPress={onMerge}>{t('proposal.see-merge')}</Button>}
    </div>
  );

  function wordsOf(): string {
    switch (save.kind) {
      case 'saving': return t('proposal.save.saving');
      case 'saved': return t('proposal.save.saved', { time: timeText(save.at) });
      case 'local': return t('proposal.save.local');
      case 'signed-out': return t('proposal.save.signed-out');
      case 'conflict': return t('proposal.save.conflict');
      case 'refused': return save.text;
    }
  }
}
