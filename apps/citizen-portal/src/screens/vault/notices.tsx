// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { useVaultNotices } from '../../api.ts';

/** Lời báo về kho: old papers that came into a vault, one message a batch. @param organisation - whose vault is open; undefined: every one that is told of, each with the way to it */
export function VaultNotices({ organisation }: { readonly organisation?: string | null }): ReactElement | null {
  const t = useWords();
  const notices = (useVaultNotices().data?.notices ?? []).filter((notice) => organisation === undefined || (notice.organisation?.code ?? null) === organisation);
  if (notices.length === 0) return null;
  return (
    <>
      {notices.map(({ batch, organisation: of, at, title, text }) => (
        <Message key={`${batch} ${of?.code ?? ''}`}>
          <h2>{of === null ? title : `${of.name}: ${title}`}</h2>
          <p>{text}</p>
          <p className="muted small">{momentText(at)}{organisation === undefined && <> · <a href={of === null ? '/kho' : `/kho?to-chuc=${of.code}`}>{t('vault.see-papers')}</a></>}</p>
        </Message>
      ))}
    </>
  );
}
