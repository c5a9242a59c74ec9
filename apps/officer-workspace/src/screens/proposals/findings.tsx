// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Finding } from '@motcua/proposals/contract';
import { Icon, fieldId, useWords } from '@motcua/ui';

/** What a check says now: what blocks first; each leads to its field where the editor shows one. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const t = useWords();
  const sorted = findings.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  const blocking = findings.filter(({ blocks }) => blocks).length;
  return (
    <section className="findings" aria-labelledby="kiem-tra-ten">
      <h2 id="kiem-tra-ten">{t('proposal.findings')}</h2>
      <p role="status" className="small muted">{findings.length === 0 ? t('proposal.sound') : t('proposal.finding-counts', { blocking, others: findings.length - blocking })}</p>
      <ul role="list">
        {sorted.map(({ path, place, text, blocks }, at) => (
          <li key={`${path}-${at}`} className={blocks ? 'blocks' : ''}>
            <Icon name={blocks ? 'circle-x' : 'triangle-alert'} size={18} />
            <span><a href={`#${fieldId(path)}`} onClick={(event) => { event.preventDefault(); seek(path); }}>{place}</a><br />{text} <span className="hidden-visually">{blocks ? t('proposal.blocks') : t('proposal.advises')}</span></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The field of a path, or the nearest thing around it that the editor shows. */
function seek(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const field = document.getElementById(fieldId(parts.slice(0, length).join('.')));
    if (field === null) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    return;
  }
}
