// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DigitisingFigures } from '@motcua/dossiers/contract';
import { Asked, EmptyState, Page, Section, useWords } from '@motcua/ui';
import { dayText, numberText } from '@motcua/i18n';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';

/** Giấy bắt buộc số hóa còn trên giấy: how many papers must be digitised this year, how many are, and the dossiers with some left. */
export function StillOnPaper(): ReactElement {
  const t = useWords();
  const figures = useQuery({ queryKey: ['digitising-figures'], queryFn: () => ask(DigitisingFigures, '/api/figures/digitising') });
  useTitle(t('work.title', { list: t('still-on-paper.title') }));
  return (
    <Page title={t('still-on-paper.title')}>
      <p className="muted">{t('still-on-paper.about')}</p>
      <Asked answer={figures} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
        {({ from, must, done, lines, classes, working, backFiles }) => (
          <>
            {must > 0 && <p className="strong">{t('still-on-paper.total', { left: numberText(must - done), must: numberText(must), done: numberText(done), from: dayText(from) })}</p>}
            {classes.length > 0 && <ul className="lines" role="list">{classes.map((one) => <li key={one.class}>{t('still-on-paper.class', { why: t(`digitise.why.${one.class}`), done: numberText(one.done), must: numberText(one.must) })}</li>)}</ul>}
            {working.length > 0 && <p>{t('still-on-paper.working', { list: working.map(({ kind, count }) => `${t(`working.${kind}`)} ${numberText(count)}`).join('; ') })}</p>}
            {backFiles > 0 && <p>{t('still-on-paper.back-files', { count: numberText(backFiles) })}</p>}
            {lines.length === 0 && <EmptyState><p>{t('still-on-paper.none')}</p></EmptyState>}
            {lines.map(({ agency, agencyName, must: all, done: ready, left }) => (
              <Section key={agency} id={`co-quan-${agency}`} title={agencyName}>
                <p>{t('still-on-paper.line', { left: numberText(all - ready), must: numberText(all) })}</p>
                {left.length > 0 && <ul className="lines" role="list">{left.map((code) => <li key={code}><a className="num" href={`/lam-viec/ho-so/${code}#giay`}>{code}</a></li>)}</ul>}
              </Section>
            ))}
          </>
        )}
      </Asked>
    </Page>
  );
}
