// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Sắp hết phiên: said two minutes before, above the work; one press goes on. */
export function SessionEnding({ onStay }: { readonly onStay: () => void }): ReactElement {
  const t = useWords();
  return (
    <Dialog title={t('session.ending')} onClose={onStay}>
      <p>{t('session.ending-text')}</p>
      <div className="row end" data-safe><Button look="primary" onPress={onStay}>{t('session.stay')}</Button></div>
    </Dialog>
  );
}
