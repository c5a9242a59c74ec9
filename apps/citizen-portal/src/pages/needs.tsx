// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Button, Facts, LinkButton, Page, RadioGroup, Section, useWords } from '@motcua/ui';
import type { Choice } from '@motcua/ui';
import { byCircumstance } from '@motcua/catalogue/contract';
import { PaperList, Remarks } from './papers-asked.tsx';
import { shortName } from '@motcua/i18n';
import { channelWord, feesInWords, levelWords, timeWords } from './procedure-words.ts';
import type { NeedsPage, ProcedureRecord } from './props.ts';

type Answers = NeedsPage['answers'];
type Question = { readonly name: 'truong-hop' | 'nguoi-nop' | 'kenh'; readonly title: string; readonly choices: readonly Choice[]; readonly answer: string | null };

const unsure = 'khong-chac';
const noneOfThese = 'khong-thuoc';

/** Tôi cần giấy gì: one question a page, answers in the address, nothing stored; then exactly the papers, time, place and fee. */
export function Needs(page: NeedsPage): ReactElement {
  const questions = useQuestions(page.procedure, page.answers);
  const next = questions.find(({ answer }) => answer === null);
  return next === undefined ? <Answer page={page} questions={questions} /> : <Ask page={page} questions={questions} question={next} />;
}

function useQuestions(procedure: ProcedureRecord, answers: Answers): readonly Question[] {
  const t = useWords();
  const notSure: Choice = { value: unsure, label: t('needs.not-sure'), hint: t('needs.not-sure-hint') };
  const { always, only } = byCircumstance(procedure);
  const none: readonly Choice[] = always.length > 0 && only.length > 0 ? [{ value: noneOfThese, label: t('needs.none-of-these') }] : [];
  const asked: readonly Question[] = [
    { name: 'truong-hop', title: t('needs.which-case'), answer: answers.circumstance, choices: [...only.map(({ name }, at) => ({ value: String(at), label: name })), ...none] },
    { name: 'nguoi-nop', title: t('needs.who'), answer: answers.applicant, choices: procedure.applicantKinds.map(({ name }, at) => ({ value: String(at), label: name })) },
    { name: 'kenh', title: t('needs.how'), answer: answers.channel, choices: procedure.methods.map(({ channel }, at) => ({ value: String(at), label: t(channelWord[channel]) })) },
  ];
  return asked.filter(({ choices }) => choices.length > 1).map((question) => ({ ...question, choices: [...question.choices, notSure] }));
}

type AskProps = { readonly page: NeedsPage; readonly questions: readonly Question[]; readonly question: Question };

function Ask({ page, questions, question }: AskProps): ReactElement {
  const t = useWords();
  const given = questions.filter(({ answer }) => answer !== null);
  return (
    <main className="main gutter" id="noi-dung" tabIndex={-1}>
      <p className="muted"><a href={`/thu-tuc/${page.procedure.code}`}>{shortName(page.procedure.name)}</a></p>
      <p className="strong">{t('needs.progress', { at: questions.indexOf(question) + 1, total: questions.length })}</p>
      <div className="columns">
        <form className="form" method="get" action={`/thu-tuc/${page.procedure.code}/can-gi`}>
          {given.map(({ name, answer }) => <input key={name} type="hidden" name={name} value={answer ?? ''} />)}
          <RadioGroup asTitle name={question.name} label={question.title} choices={question.choices} />
          <Button look="primary" type="submit">{t('act.continue')}</Button>
        </form>
        <Given page={page} questions={questions} />
      </div>
    </main>
  );
}

function Given({ page, questions }: { readonly page: NeedsPage; readonly questions: readonly Question[] }): ReactElement | null {
  const t = useWords();
  const given = questions.filter(({ answer }) => answer !== null);
  if (given.length === 0) return null;
  return (
    <section className="card stretch" aria-labelledby="da-tra-loi">
      <h2 id="da-tra-loi">{t('needs.answered')}</h2>
      <ul className="stack stretch" role="list">
        {given.map((question) => (
          <li key={question.name}>
            <span className="muted">{question.title}</span><br />
            {question.choices.find(({ value }) => value === question.answer)?.label ?? t('needs.not-sure')}{' '}
            <a href={addressWithout(page, given, question)}>{t('act.change')}<span className="hidden-visually"> {question.title}</span></a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressWithout(page: NeedsPage, given: readonly Question[], left: Question): string {
  const kept = new URLSearchParams(given.filter(({ name }) => name !== left.name).map(({ name, answer }) => [name, answer ?? '']));
  return `/thu-tuc/${page.procedure.code}/can-gi${kept.size === 0 ? '' : `?${kept.toString()}`}`;
}

function Answer({ page, questions }: { readonly page: NeedsPage; readonly questions: readonly Question[] }): ReactElement {
  const t = useWords();
  const { procedure, answers, filing } = page;
  const { always, only, remarks } = byCircumstance(procedure);
  const chosen = [...always, ...only.filter((_, at) => answers.circumstance === null || answers.circumstance === unsure || String(at) === answers.circumstance)];
  const methods = procedure.methods.filter((_, at) => answers.channel === null || answers.channel === unsure || String(at) === answers.channel);
  const circumstance = procedure.circumstances.find(({ name }) => only.some((group, at) => String(at) === answers.circumstance && name.includes(group.name)));
  const count = chosen.reduce((sum, { papers }) => sum + papers.length, 0);
  return (
    <Page title={t('needs.answer', { count })} before={<p className="muted"><a href={`/thu-tuc/${procedure.code}`}>{shortName(procedure.name)}</a></p>}>
      <div className="columns">
        <div className="stack wide">
          <Facts
            facts={[
              { term: t('procedure.place'), value: levelWords(t, procedure.levels) },
              { term: t('procedure.time'), value: [...new Set(methods.map(({ time }) => timeWords(t, circumstance?.time ?? time)))].join('; ') || t('unpublished') },
              { term: t('procedure.fee'), value: feesInWords(t, methods.flatMap(({ fees }) => fees)).join('; ') },
            ]}
          />
          {chosen.map(({ name, papers }, at) => (
            <Section key={at} id={`nhom-${String(at)}`} title={name ?? t('procedure.papers-all')}><PaperList papers={papers} /></Section>
          ))}
          <Remarks remarks={remarks} />
          {procedure.conditions !== null && <Section id="dieu-kien" title={t('procedure.conditions')}><p className="text pre">{procedure.conditions}</p></Section>}
        </div>
        <div className="stack wide">
          {filing.href !== null && filing.kind === 'here' && <LinkButton look="primary" href={filing.href} wide>{t('procedure.file')}</LinkButton>}
          {filing.kind === 'national-portal' && <LinkButton look="primary" href={filing.href ?? 'https://dichvucong.gov.vn'} wide>{t('procedure.file-national')}</LinkButton>}
          <Given page={page} questions={questions} />
          <p className="muted small">{t('needs.rule')}</p>
        </div>
      </div>
    </Page>
  );
}
