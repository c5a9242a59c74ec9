// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { momentText } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import type { IconName } from '../icons.tsx';
import type { Tone } from '../status.ts';
import { useWords } from '../words.ts';
import { Code, Tag } from './marks.tsx';
import { Section } from './page.tsx';

type PartState = 'to-come' | 'waiting' | 'running' | 'paused' | 'done' | 'ended' | 'sent-upstream';

type LinkedPart = {
  readonly node: string; readonly name: string; readonly after: readonly string[]; readonly agency: string; readonly state: PartState;
  readonly code: string | null; readonly owedAt: string | null; readonly finishedAt: string | null; readonly earlier: number;
};

type LinkedGroupProps = {
  readonly group: { readonly code: string; readonly name: string; readonly isLead: boolean; readonly redoneBecause: string | null; readonly parts: readonly LinkedPart[] };
  /** The dossier on the screen. */
  readonly shown: string;
  readonly hrefOf: (code: string) => string;
};

const looks: Readonly<Record<PartState, { readonly tone: Tone; readonly sign: IconName; readonly word: MessageId }>> = {
  'to-come': { tone: 'ink', sign: 'clock', word: 'linked.to-come' },
  'waiting': { tone: 'celadon', sign: 'inbox', word: 'linked.waiting' },
  'running': { tone: 'celadon', sign: 'hourglass', word: 'linked.running' },
  'paused': { tone: 'turmeric', sign: 'circle-pause', word: 'linked.paused' },
  'done': { tone: 'leaf', sign: 'circle-check', word: 'linked.done' },
  'ended': { tone: 'ink', sign: 'circle-x', word: 'linked.ended' },
  'sent-upstream': { tone: 'turmeric', sign: 'undo-2', word: 'linked.sent-upstream' },
};

/** Nhóm thủ tục liên thông: every procedure of the group with its agency, its own clock and what it waits for. */
export function LinkedGroup({ group, shown, hrefOf }: LinkedGroupProps): ReactElement {
  const t = useWords();
  return (
    <Section id="lien-thong" title={t('linked.title')}>
      {!group.isLead && <p>{t('linked.part-of')} <a href={hrefOf(group.code)}><Code code={group.code} /></a>: {group.name}</p>}
      {group.redoneBecause !== null && <p className="muted">{group.redoneBecause}</p>}
      <ol className="lines" role="list">
        {group.parts.map((part) => (
          <li key={part.node}>
            <p className="row">
              <strong>{part.code === null || part.code === shown ? part.name : <a href={hrefOf(part.code)}>{part.name}</a>}</strong>
              <Tag tone={looks[part.state].tone} sign={looks[part.state].sign}>{t(looks[part.state].word)}</Tag>
            </p>
            <p className="muted">{detailOf(part)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );

  function detailOf({ agency, after, owedAt, finishedAt, earlier }: LinkedPart): string {
    return [
      agency, after.length === 0 ? '' : t('linked.after', { names: after.join(', ') }),
      finishedAt === null ? owedAt === null ? '' : t('linked.owed', { at: momentText(owedAt) }) : t('linked.finished', { at: momentText(finishedAt) }),
      earlier === 0 ? '' : t('linked.again', { count: earlier }),
    ].filter((part) => part !== '').join(' · ');
  }
}
