// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Button, Facts, LinkButton, Message, Page, PriceLines, RadioGroup, Section, feeQuery, useWords } from '@motcua/ui';
import { listText, shortName } from '@motcua/i18n';
import { channelWord, levelWords, timeWords } from './procedure-words.ts';
import { countOfPaper } from './papers-asked.tsx';
import type { CaseGuidePage } from './props.ts';

const unsure = 'khong-chac';

/** Tôi cần giấy gì, by the procedure's own questions: one a page, only those that still matter; then exactly the papers, or what stands against it. */
export function CaseGuide(page: CaseGuidePage): ReactElement {
  return page.next === null ? <Answer page={page} /> : <Ask page={page} />;
}

const addressOf = (page: CaseGuidePage, given: CaseGuidePage['given']): string => {
  const kept = new URLSearchParams(given.map(({ id, value }) => [id, value ?? unsure]));
  return `/thu-tuc/${page.procedure.code}/can-gi${kept.size === 0 ? '' : `?${kept.toString()}`}`;
};

function Ask({ page }: { readonly page: CaseGuidePage }): ReactElement | null {
  const t = useWords();
  const question = page.questions.find(({ id }) => id === page.next);
  if (question === undefined) return null;
  const notSure = { value: unsure, label: t('needs.not-sure'), hint: question.hint === null ? t('needs.not-sure-hint') : t('needs.how-to-see', { hint: question.hint }) };
  return (
    <main className="main gutter" id="noi-dung" tabIndex={-1}>
      <p className="muted"><a href={`/thu-tuc/${page.procedure.code}`}>{shortName(page.procedure.name)}</a></p>
      <p className="strong">{t('needs.progress-most', { at: page.given.length + 1, total: page.questions.length })}</p>
      <div className="columns">
        <form className="form" method="get" action={`/thu-tuc/${page.procedure.code}/can-gi`}>
          {page.given.map(({ id, value }) => <input key={id} type="hidden" name={id} value={value ?? unsure} />)}
          <RadioGroup asTitle name={question.id} label={question.label} choices={[...question.choices, notSure]} />
          <div className="row"><Button look="primary" type="submit">{t('act.continue')}</Button>{page.given.length > 0 && <a href={addressOf(page, page.given.slice(0, -1))}>{t('needs.back')}</a>}</div>
        </form>
        <Given page={page} />
      </div>
    </main>
  );
}

function Given({ page }: { readonly page: CaseGuidePage }): ReactElement | null {
  const t = useWords();
  if (page.given.length === 0) return null;
  return (
    <section className="card stretch" aria-labelledby="da-tra-loi">
      <h2 id="da-tra-loi">{t('needs.answered')}</h2>
      <ul className="stack stretch" role="list">
        {page.given.map(({ id, value }, at) => {
          const question = page.questions.find((each) => each.id === id);
          return (
            <li key={id}>
              <span className="muted">{question?.label}</span><br />
              {question?.choices.find((choice) => choice.value === value)?.label ?? t('needs.not-sure')}{' '}
              <a href={addressOf(page, page.given.slice(0, at))}>{t('act.change')}<span className="hidden-visually"> {question?.label}</span></a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Obstacles({ page, isCertain }: { readonly page: CaseGuidePage; readonly isCertain: boolean }): ReactElement {
  const t = useWords();
  return (
    <>
      {page.obstacles.filter((obstacle) => obstacle.isCertain === isCertain).map(({ condition, wayOut, basis }) => (
        <Message key={condition} tone="warning"><strong>{condition}</strong><br />{wayOut}{basis !== '' && <><br /><span className="muted small">{t('needs.basis', { basis })}</span></>}</Message>
      ))}
    </>
  );
}

function Papers({ page, isCertain }: { readonly page: CaseGuidePage; readonly isCertain: boolean }): ReactElement {
  const t = useWords();
  return (
    <ol className="lines text" role="list">
      {page.papers.filter((needed) => needed.isCertain === isCertain).map(({ paper, why }) => (
        <li key={paper.name}>
          <p className="pre">{listText(paper.name)}</p>
          <p className="muted">{[countOfPaper(t, paper), paper.eForm ? t('paper.eform') : '', paper.resultOfOther === null ? '' : t('paper.result-of-other')].filter((said) => said !== '').join(' · ')}</p>
          <p>{t('needs.why', { why })}</p>
        </li>
      ))}
    </ol>
  );
}

/** Phí, lệ phí: the price, and a small form for what the fee table asks; works without scripts. */
function PriceOfCase({ page }: { readonly page: CaseGuidePage }): ReactElement {
  const t = useWords();
  const { price, fee } = page;
  if (price === null || price.lines.length === 0) return <>{t('fee.unpublished')}</>;
  return (
    <div className="stack">
      <PriceLines price={price} />
      {price.units.length + price.claims.length > 0 && (
        <form className="stack" method="get" action={`/thu-tuc/${page.procedure.code}/can-gi`}>
          {page.given.map(({ id, value }) => <input key={id} type="hidden" name={id} value={value ?? unsure} />)}
          {price.units.map(({ id, title, unit }) => (
            <label key={id} className="field"><span className="label">{t('fees.how-many', { title, unit })}</span><input className="input w-code" type="number" min={0} max={99_999} name={`sl-${id}`} defaultValue={fee.units[id] ?? 1} /></label>
          ))}
          {price.claims.length > 0 && <fieldset className="plain"><legend>{t('fees.claims')}</legend>{price.claims.map(({ id, who }) => <label key={id} className="choice"><input type="checkbox" name={`mg-${id}`} value="co" defaultChecked={fee.claims.includes(id)} /> <span>{who}</span></label>)}</fieldset>}
          <div><Button type="submit">{t('fees.work-out')}</Button></div>
        </form>
      )}
    </div>
  );
}

/** Where it is filed; the case, the counts and the reliefs that were found out come along. */
function WayIn({ filing, circumstance, fee }: Pick<CaseGuidePage, 'filing' | 'circumstance' | 'fee'>): ReactElement | null {
  const t = useWords();
  if (filing.kind === 'national-portal') return <LinkButton look="primary" href={filing.href ?? 'https://dichvucong.gov.vn'} wide>{t('procedure.file-national')}</LinkButton>;
  if (filing.href === null) return null;
  const { units, claims } = feeQuery({ ...fee, shipping: null });
  const along = new URLSearchParams([['truong-hop', circumstance], ['so-luong', units], ['mien-giam', claims]].flatMap(([name, value]) => (name == null || value == null ? [] : [[name, value]])));
  return <LinkButton look="primary" href={`${filing.href}${along.size === 0 ? '' : `&${along.toString()}`}`} wide>{t('procedure.file')}</LinkButton>;
}

function Answer({ page }: { readonly page: CaseGuidePage }): ReactElement {
  const t = useWords();
  const { procedure, filing, office, circumstance } = page;
  const isRefused = page.obstacles[0]?.isCertain === true;
  const count = page.papers.filter(({ isCertain }) => isCertain).length;
  const before = <p className="muted"><a href={`/thu-tuc/${procedure.code}`}>{shortName(procedure.name)}</a></p>;
  if (isRefused) return <Page title={t('needs.not-eligible')} before={before}><Obstacles page={page} isCertain /><Given page={page} /></Page>;
  const own = procedure.circumstances.find(({ name }) => name === circumstance)?.time ?? null;
  const times = procedure.methods.map(({ channel, time }) => `${t(channelWord[channel])}: ${timeWords(t, own ?? time)}`);
  return (
    <Page title={t('needs.answer', { count })} before={before}>
      <div className="columns">
        <div className="stack wide">
          {page.obstacles.length > 0 && <section aria-label={t('needs.perhaps-not')}><p>{t('needs.perhaps-not')}</p><Obstacles page={page} isCertain={false} /></section>}
          <Facts facts={[
            ...(circumstance === null ? [] : [{ term: t('needs.case'), value: circumstance }]), { term: t('procedure.place'), value: office ?? levelWords(t, procedure.levels) },
            { term: t('procedure.time'), value: <ul role="list">{times.map((words) => <li key={words}>{words}</li>)}</ul> }, { term: t('procedure.fee'), value: <PriceOfCase page={page} /> },
          ]} />
          <Section id="can-giay" title={t('needs.papers')}><Papers page={page} isCertain /></Section>
          {page.papers.some(({ isCertain }) => !isCertain) && <Section id="co-the-can" title={t('needs.perhaps')}><p>{t('needs.perhaps-text')}</p><Papers page={page} isCertain={false} /></Section>}
        </div>
        <div className="stack wide">
          <WayIn filing={filing} circumstance={circumstance} fee={page.fee} />
          <Given page={page} />
          <p className="muted small">{t('needs.rule')}</p>
        </div>
      </div>
    </Page>
  );
}
