// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Message, Section, Tag, useWords } from '@motcua/ui';
import { momentText, withoutNumber } from '@motcua/i18n';
import { roleWord } from '../processes/step-words.ts';
import { Signatures } from './signatures.tsx';

const looks = { 'signed': { tone: 'leaf', sign: 'circle-check' }, 'current': { tone: 'turmeric', sign: 'clock' }, 'to-come': { tone: 'ink', sign: 'clock' } } as const;

/** Luồng ký: who signs after whom, who did, and whose turn it is; the draft with the initials given so far. */
export function SigningCircuit({ dossier: { code, signing } }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  if (signing === null) return null;
  const { sheet, signers } = signing;
  return (
    <Section id="luong-ky" title={t('signing.title')}>
      <ol className="lines" role="list">
        {signers.map(({ step, kind, role, state, who, at }, place) => (
          <li key={place} {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}>
            <p className="row"><Tag {...looks[state]}>{t(`signing.state.${state}`)}</Tag><span className={state === 'current' ? 'strong' : ''}>{place + 1}. {t(`signing.kind.${kind}`)} · {withoutNumber(step)}</span></p>
            <p className="muted">{[who ?? t(roleWord(role)), at === null ? '' : momentText(at)].filter((part) => part !== '').join(' · ')}</p>
          </li>
        ))}
      </ol>
      {sheet !== null && <><p><a href={`/api/dossiers/${code}/documents/${sheet}?purpose=handling`}>{t('signing.sheet')}</a></p><Signatures code={code} document={sheet} purpose="handling" /></>}
    </Section>
  );
}

/** Said before a step is done that puts an initial on the draft. */
export function InitialNote({ dossier: { signing } }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  return signing?.signers.some(({ kind, state }) => kind === 'initial' && state === 'current') === true ? <Message>{t('signing.initial-note')}</Message> : null;
}
