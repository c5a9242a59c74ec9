// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { type CostLine, Review, costOnce, costYearly, criteria, savingOf, totalOf, works } from '@motcua/reform/contract';
import { moneyText, t as words } from '@motcua/i18n';
import { Button, Message, RadioGroup, Section, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { contentAs, usePartChange } from '../catalogue/content.ts';
import { type ItemEditing, type ItemFace, ItemList, saidOf } from '../catalogue/item-list.tsx';
import { NumberField } from '../catalogue/small-fields.tsx';
import type { EditorProps } from '../proposals/editors.ts';
import { ExperienceFacts } from './experience-facts.tsx';
import { SavingLine } from './saving-line.tsx';

type PartProps = Omit<EditorProps, 'content'> & { readonly review: Review; readonly change: (part: Partial<Review>) => void };

/** Phiếu rà soát as it is written: answers with reasons, both cost tables, what is proposed and promised. */
export function ReviewEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const review = contentAs(Review, content);
  return review === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Parts review={review} {...rest} />;
}

function Parts(props: Omit<EditorProps, 'content'> & { readonly review: Review }): ReactElement {
  const change = usePartChange(props.review, props.onChange);
  const parts = { ...props, change };
  return <><p><a href={`/lam-viec/ra-soat/${props.subject}`}>{words('review.to-plan')}</a></p><Judging {...parts} /><Costs {...parts} /><Proposing {...parts} /></>;
}

const answers = ['met', 'partly', 'unmet'] as const;

function Judging({ review, change, findings, isReadOnly }: PartProps): ReactElement {
  const t = useWords();
  return (
    <Section id="danh-gia" title={t('review.judging')}>
      {criteria.map((criterion) => {
        const judged = review.criteria[criterion];
        const put = (part: Partial<typeof judged>): void => { change({ criteria: { ...review.criteria, [criterion]: { ...judged, ...part } } }); };
        return (
          <fieldset key={criterion} className="group form" disabled={isReadOnly}>
            <RadioGroup
              name={`criteria.${criterion}.answer`} label={t(`review.criterion.${criterion}`)} hint={t(`review.criterion-hint.${criterion}`)} value={judged.answer} error={saidOf(findings, `criteria.${criterion}.answer`)}
              choices={answers.map((value) => ({ value, label: t(`review.answer.${value}`) }))} onChange={(chosen) => { const answer = answers.find((each) => each === chosen); if (answer !== undefined) put({ answer }); }}
            />
            <TextArea name={`criteria.${criterion}.reason`} label={t('review.reason', { criterion: t(`review.criterion.${criterion}`) })} rows={2} value={judged.reason} error={saidOf(findings, `criteria.${criterion}.reason`)} onChange={(reason) => { put({ reason }); }} />
          </fieldset>
        );
      })}
    </Section>
  );
}

function LineFields({ item, path, findings, onChange }: ItemEditing<CostLine>): ReactElement {
  const t = useWords();
  const number = (name: 'hours' | 'hiredVnd' | 'feesVnd' | 'timesPerYear' | 'subjectsPerYear', isWhole: boolean): ReactElement =>
    <NumberField name={`${path}.${name}`} label={t(`review.line.${name}`)} isWhole={isWhole} value={item[name]} error={saidOf(findings, `${path}.${name}`)} onChange={(value) => { onChange({ [name]: value }); }} />;
  return (
    <>
      <Select name={`${path}.work`} label={t('review.line.work')} value={item.work} choices={works.map((work) => ({ value: work, label: t(`review.work.${work}`) }))} onChange={(chosen) => { const work = works.find((each) => each === chosen); if (work !== undefined) onChange({ work }); }} />
      <TextField name={`${path}.what`} label={t('review.line.what')} value={item.what} error={saidOf(findings, `${path}.what`)} onChange={(what) => { onChange({ what }); }} />
      <div className="side-by-side">{number('hours', false)}{number('hiredVnd', true)}{number('feesVnd', true)}</div>
      <div className="side-by-side">{number('timesPerYear', false)}{number('subjectsPerYear', true)}</div>
      <TextField name={`${path}.note`} label={t('review.line.note')} optional value={item.note} onChange={(note) => { onChange({ note }); }} />
    </>
  );
}

/** How a line is shown, with its sums under an income per hour. */
const faceOf = (hourlyVnd: number): ItemFace<CostLine> => ({
  title: ({ what, work }) => (what === '' ? words(`review.work.${work}`) : what),
  about: (line) => words('review.line-sums', { work: words(`review.work.${line.work}`), once: moneyText(costOnce(line, hourlyVnd)), yearly: moneyText(costYearly(line, hourlyVnd)) }),
  edit: (editing) => <LineFields {...editing} />,
  blank: () => ({ id: crypto.randomUUID().slice(0, 8), work: 'other', what: '', hours: null, hiredVnd: null, feesVnd: null, timesPerYear: 1, subjectsPerYear: null, note: '' }),
});

const faces = new Map<number, ItemFace<CostLine>>();

// The same face for the same income: rows that did not change are not drawn again.
function faceFor(hourlyVnd: number): ItemFace<CostLine> {
  const known = faces.get(hourlyVnd) ?? faceOf(hourlyVnd);
  faces.set(hourlyVnd, known);
  return known;
}

function Costs({ review, change, findings, isReadOnly }: PartProps): ReactElement {
  const t = useWords();
  const { hourlyVnd, source } = review.income;
  const [now, after] = [totalOf(review.now, hourlyVnd), totalOf(review.after, hourlyVnd)];
  const list = (path: 'now' | 'after'): ReactElement => <ItemList path={path} face={faceFor(hourlyVnd)} items={review[path]} noun={t('review.line')} findings={findings} isReadOnly={isReadOnly} onChange={(lines) => { change({ [path]: [...lines] }); }} />;
  return (
    <>
      <Section id="so-lieu" title={t('review.known')}>
        <ExperienceFacts known={review.experience} />
        <fieldset className="group form" disabled={isReadOnly}>
          <NumberField name="income.hourlyVnd" label={t('review.income')} value={hourlyVnd} error={saidOf(findings, 'income.hourlyVnd')} onChange={(value) => { change({ income: { source, hourlyVnd: value ?? 0 } }); }} />
          <TextField name="income.source" label={t('review.income-source')} value={source} onChange={(typed) => { change({ income: { hourlyVnd, source: typed } }); }} />
        </fieldset>
      </Section>
      <Section id="chi-phi-hien-tai" title={t('review.costs-now')}>
        <p className="muted">{t('review.costs-about')}</p>
        {list('now')}
        <p role="status"><strong>{t('review.total', { once: moneyText(now.onceVnd), yearly: moneyText(now.yearlyVnd) })}</strong></p>
      </Section>
      <Section id="chi-phi-sau" title={t('review.costs-after')}>
        {review.after.length === 0 && !isReadOnly && <div className="row"><Button onPress={() => { change({ after: review.now.map((line) => ({ ...line })) }); }}>{t('review.copy-now')}</Button></div>}
        {list('after')}
        <p role="status"><strong>{t('review.total', { once: moneyText(after.onceVnd), yearly: moneyText(after.yearlyVnd) })}</strong></p>
        {review.after.length > 0 && <SavingLine saving={savingOf(now, after)} />}
      </Section>
    </>
  );
}

const outcomes = ['keep', 'amend', 'replace', 'abolish'] as const;

function Proposing({ review, change, findings, isReadOnly }: PartProps): ReactElement {
  const t = useWords();
  const promise = (name: 'days' | 'papers' | 'contacts'): ReactElement => (
    <NumberField name={`promised.${name}`} label={t(`review.promised.${name}`)} isWhole={false} value={review.promised[name]} error={saidOf(findings, `promised.${name}`)} onChange={(value) => { change({ promised: { ...review.promised, [name]: value } }); }} />
  );
  return (
    <Section id="kien-nghi" title={t('review.proposing')}>
      <fieldset className="group form" disabled={isReadOnly}>
        <RadioGroup name="outcome" label={t('review.outcome')} value={review.outcome} error={saidOf(findings, 'outcome')} choices={outcomes.map((value) => ({ value, label: t(`review.outcome.${value}`) }))} onChange={(chosen) => { const outcome = outcomes.find((each) => each === chosen); if (outcome !== undefined) change({ outcome }); }} />
        <TextArea name="proposal" label={t('review.proposal')} hint={t('review.proposal-hint')} rows={5} value={review.proposal} error={saidOf(findings, 'proposal')} onChange={(proposal) => { change({ proposal }); }} />
        <p className="muted">{t('review.promised-about')}</p>
        <div className="side-by-side">{promise('days')}{promise('papers')}{promise('contacts')}</div>
      </fieldset>
    </Section>
  );
}
