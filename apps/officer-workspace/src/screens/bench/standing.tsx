// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { BenchAsked, BenchRun, OfficerDossier, PaperName } from '@motcua/dossiers/contract';
import { momentText } from '@motcua/i18n';
import { Button, Facts, Message, PriceLines, Section, StatusTag, Timeline, shownStatusOf, useWords } from '@motcua/ui';
import { failureOf, failureWords, sendForFile } from '@motcua/web-kit';

/** Where the dossier of the bench stands after the choices: the last refusal first, then due times, papers, what people were told, what was paid. */
export function Standing({ run, asked }: { readonly run: BenchRun; readonly asked: BenchAsked }): ReactElement {
  const t = useWords();
  const { dossier, taken, lines, drafts } = run;
  const last = lines.at(-1) ?? taken;
  return (
    <>
      {drafts.map(({ title, faults }) => (faults.length === 0 ? <Message key={title} tone="plain"><p>{t('bench.draft-counts', { title })}</p></Message>
        : <Message key={title} tone="bad"><p>{t('bench.draft-cannot', { title })}</p><ul>{faults.map((text) => <li key={text}>{text}</li>)}</ul></Message>))}
      {last.refused !== null && <Message tone="warning"><p className="strong">{t('bench.refused', { why: last.refused.title })}</p><p>{last.refused.detail}</p></Message>}
      {last.note !== null && <Message tone="plain"><p>{last.note}</p></Message>}
      {dossier !== null && <DossierNow dossier={dossier} run={run} asked={asked} />}
    </>
  );
}

function DossierNow({ dossier, run, asked }: { readonly dossier: OfficerDossier; readonly run: BenchRun; readonly asked: BenchAsked }): ReactElement {
  const t = useWords();
  const { clock, tasks, notices, timeline } = dossier;
  return (
    <>
      <Facts
        facts={[
          { term: t('bench.clock'), value: momentText(run.at) }, { term: t('bench.state'), value: <StatusTag status={shownStatusOf(dossier.status)} reader="officer" /> },
          { term: t('bench.owed'), value: clock.owedAt === null ? t('unpublished') : momentText(clock.owedAt) }, { term: t('bench.limit'), value: dossier.limit ?? t('unpublished') },
          ...tasks.map(({ name, dueAt, agencyName, late }) => ({ term: name, value: <>{agencyName} · {dueAt === null ? t('bench.no-due') : t(late ? 'bench.step-late' : 'bench.step-due', { at: momentText(dueAt) })}</> })),
          ...dossier.awaits.map((what) => ({ term: t('bench.awaits'), value: what })),
        ]}
      />
      {dossier.issued.length > 0 && <Papers dossier={dossier} asked={asked} />}
      <Section id="phi" title={t('bench.fee')}>{run.fee === null ? <p className="muted">{t('bench.no-fee')}</p> : <PriceLines price={run.fee} />}</Section>
      <Section id="da-bao" title={t('notices.told')}>
        {notices.length === 0 ? <p className="muted">{t('bench.told-nothing')}</p> : <ul className="lines" role="list">{notices.map(({ at, title, text }) => <li key={at + title}><p className="strong">{title}</p><p>{text}</p><p className="muted small">{momentText(at)}</p></li>)}</ul>}
      </Section>
      <details><summary>{t('bench.ledger', { count: timeline.length })}</summary><Timeline entries={timeline.map(({ seq, at, words, who, detail }) => ({ id: String(seq), at, title: words, detail: detail === null ? who : `${who} · ${detail}` }))} /></details>
    </>
  );
}

function Papers({ dossier, asked }: { readonly dossier: OfficerDossier; readonly asked: BenchAsked }): ReactElement {
  const t = useWords();
  const print = useMutation({
    mutationFn: (paper: PaperName) => sendForFile({ method: 'POST', path: '/api/bench/papers', body: { ...asked, paper } }),
    onSuccess: (file) => { const address = URL.createObjectURL(file); window.open(address, '_blank', 'noopener'); setTimeout(() => { URL.revokeObjectURL(address); }, 60_000); },
  });
  return (
    <Section id="giay-in" title={t('bench.papers')}>
      {print.error !== null && <Message tone="bad">{failureWords(failureOf(print.error))}</Message>}
      <div className="row">{dossier.issued.map(({ form, title }) => <Button key={form} busy={print.isPending && print.variables === form} onPress={() => { if (!print.isPending) print.mutate(form); }}>{title}</Button>)}</div>
    </Section>
  );
}
