// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { momentText } from '@motcua/i18n';
import { useWords } from '../words.ts';

type PaperAnsweredProps = { readonly answered: { readonly register: 'population' | 'business' | 'form'; readonly at: string; readonly rule: string }; /** Address of the e-form as a file. */ readonly declaration: string };

/** Why a paper was not handed in: which register answered and when, or that the e-form is this paper, with its file. */
export function PaperAnswered({ answered: { register, at, rule }, declaration }: PaperAnsweredProps): ReactElement {
  const t = useWords();
  if (register !== 'form') return <p className="muted">{t('paper.answered', { register: t(`register-name.${register}`), at: momentText(at) })}</p>;
  return <p className="muted">{t('paper.by-form-of', { form: rule })} <a href={declaration} target="_blank" rel="noreferrer">{t('paper.by-form-file')}</a></p>;
}
