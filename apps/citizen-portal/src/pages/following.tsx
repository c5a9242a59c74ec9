// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Code, Facts, Icon, LinkButton, Message, Moment, Page, StepProgress, useWords } from '@motcua/ui';
import { momentText, phoneText } from '@motcua/i18n';
import type { LookUpPage, VerifyPage } from './props.ts';

/** Tra cứu hồ sơ: without signing in, the code and the degree of completion and nothing else. */
export function LookUp({ visit, typed, answer }: LookUpPage): ReactElement {
  const t = useWords();
  return (
    <Page title={t('look-up.title')}>
      <form className="stack stretch text" method="get" action="/tra-cuu">
        <label className="strong" htmlFor="ma">{t('look-up.code')}</label>
        <span className="muted small" id="ma-goi-y">{t('look-up.hint')}</span>
        <div className="search-line">
          <input className="input" id="ma" name="ma" defaultValue={typed} autoComplete="off" spellCheck={false} aria-describedby="ma-goi-y" />
          <button className="button primary" type="submit">{t('act.look')}</button>
        </div>
      </form>
      {answer?.kind === 'not-found' && <Message tone="warning">{t('look-up.not-found', { hotline: phoneText(visit.site.hotline) })}</Message>}
      {answer?.kind === 'destroyed' && <Message tone="plain">{t('look-up.destroyed', { code: answer.code, decision: answer.decision, at: momentText(answer.at) })}</Message>}
      {answer?.kind === 'wait' && <Message tone="warning">{t('look-up.wait', { seconds: answer.seconds })}</Message>}
      {answer?.kind === 'found' && (
        <div className="halves">
          <section className="card stretch" aria-labelledby="ket-qua-tra">
            <h2 id="ket-qua-tra"><Code code={answer.code} /></h2>
            <StepProgress done={answer.done} total={answer.total} />
            <p className="muted">{t('look-up.updated')} <Moment at={answer.updatedAt} /></p>
          </section>
          <section className="card" aria-labelledby="day-du">
            <h2 id="day-du">{t('look-up.full')}</h2>
            <p>{t('look-up.full-text')}</p>
            <LinkButton href={`/ho-so/${answer.code}`}>{t('act.sign-in-vneid')}</LinkButton>
          </section>
        </div>
      )}
    </Page>
  );
}

/** Kiểm tra giấy, from any QR: whether the code is ours, plus the minimum printed on the genuine paper. The paper in the hand was not seen: the person compares. */
export function Verify({ visit, verdict, paper, facts }: VerifyPage): ReactElement {
  const t = useWords();
  const isGenuine = verdict === 'genuine';
  const words = isGenuine ? 'code' : verdict;
  return (
    <Page title={t('verify.title')}>
      <section className={`card stretch verdict ${isGenuine ? 'intact' : verdict}`} aria-labelledby="ket-luan">
        <h2 id="ket-luan" className="row"><Icon name={isGenuine ? 'check' : 'circle-x'} size={32} />{t(`verify.${words}`)}</h2>
        {paper !== null && <p className="strong">{paper}</p>}
        <p>{t(`verify.${words}-text`, { owner: visit.site.owner, hotline: phoneText(visit.site.hotline) })}</p>
        {facts.length > 0 && <Facts facts={facts} />}
        <p className="muted small">{t('verify.checked', { at: momentText(visit.now) })}</p>
        <p><a href="/kiem-tra-giay">{t('verify.another')}</a></p>
      </section>
    </Page>
  );
}
