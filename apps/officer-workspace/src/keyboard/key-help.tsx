// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { MessageId } from '@motcua/i18n';
import { Button, Dialog, Kbd, useWords } from '@motcua/ui';

const keys: readonly (readonly [MessageId, MessageId])[] = [
  ['key.find', 'key.find.what'], ['key.keys', 'key.keys.what'], ['key.move', 'key.move.what'], ['key.peek', 'key.peek.what'], ['key.open', 'key.open.what'],
  ['key.select', 'key.select.what'], ['key.select-all', 'key.select-all.what'], ['key.next-act', 'key.next-act.what'], ['key.news', 'key.news.what'],
  ['key.person', 'key.person.what'], ['key.procedure', 'key.procedure.what'], ['key.left', 'key.left.what'], ['key.accept', 'key.accept.what'], ['key.supplement', 'key.supplement.what'], ['key.refuse', 'key.refuse.what'],
];

/** Phím tắt: every key with its act; each act has a visible button too. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  return (
    <Dialog title={t('work.keys')} onClose={onClose}>
      <dl className="facts">{keys.map(([key, what]) => <KeyLine key={key} name={t(key)} what={t(what)} />)}</dl>
      <div data-safe><Button onPress={onClose}>{t('act.shut')}</Button></div>
    </Dialog>
  );
}

function KeyLine({ name, what }: { readonly name: string; readonly what: string }): ReactElement {
  return <><dt><Kbd>{name}</Kbd></dt><dd>{what}</dd></>;
}
