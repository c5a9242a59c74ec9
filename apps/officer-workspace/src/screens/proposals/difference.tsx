// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ChangedLine, ChangedWords } from '@motcua/proposals/contract';
import { Checkbox, useWords } from '@motcua/ui';

/** Words added and removed, told by element and ground, not by colour alone. */
function Changes({ words }: { readonly words: readonly ChangedWords[] }): ReactElement {
  return <>{words.map(({ text, is }, at) => (is === 'added' ? <ins key={at}>{text}</ins> : is === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}</>;
}

/** Khác biệt by meaning, line by line; only what differs, or everything. */
export function Difference({ lines }: { readonly lines: readonly ChangedLine[] }): ReactElement {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const differing = lines.filter(({ change }) => change !== 'same' && change !== 'inside').length;
  const shown = isWhole ? lines : lines.filter(({ change }) => change !== 'same');
  return (
    <div className="difference">
      <div className="row spread">
        <p role="status">{differing === 0 ? t('proposal.no-difference') : t('proposal.differences', { count: differing })}</p>
        <Checkbox name="toan-van" label={t('proposal.whole-text')} checked={isWhole} onChange={setWhole} />
      </div>
      <ul role="list">
        {shown.map(({ path, depth, change, label, words }, at) => (
          <li key={`${path}-${at}`} className={`difference-line ${change}`} data-depth={Math.min(depth, 4)}>
            <span className="difference-sign">{change === 'same' || change === 'inside' ? '' : t(`proposal.change.${change}`)}</span>
            <span className="difference-label"><Changes words={label} /></span>
            <span className="difference-text"><Changes words={words} /></span>
          </li>
        ))}
      </ul>
    </div>
  );
}
