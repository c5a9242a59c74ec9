// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { Guide, Procedure, guideOfProcedure } from '@motcua/catalogue/contract';
import { Button, Message, MessageArea, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, send } from '@motcua/web-kit';
import { z } from 'zod';
import type { EditorProps } from '../proposals/editors.ts';
import { contentAs, usePartChange } from './content.ts';
import { GuideSubject, caseRuleFace, conditionRuleFace, paperRuleFace, questionFace } from './guide-rules.tsx';
import { ItemList } from './item-list.tsx';

type Shape = z.infer<typeof Guide>;

/** Soạn «Tôi cần giấy gì»: the questions, then three tables over them. Every table is a list of rules in words; the same thing is a DMN file. */
export function GuideEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const guide = contentAs(Guide, content);
  return guide === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Parts guide={guide} {...rest} />;
}

const tables = [['conditions', conditionRuleFace], ['cases', caseRuleFace], ['papers', paperRuleFace]] as const;

function Parts({ guide, onChange, findings, subject, isReadOnly }: Omit<EditorProps, 'content'> & { readonly guide: Shape }): ReactElement {
  const t = useWords();
  const change = usePartChange(guide, onChange);
  const procedure = useQuery({ queryKey: ['procedure', subject], staleTime: Infinity, queryFn: () => ask(Procedure, `/api/procedures/${encodeURIComponent(subject)}`) }).data ?? null;
  const { questions } = guide;
  const about = useMemo(() => ({ questions, procedure }), [questions, procedure]);
  // A question that goes takes its column out of every rule; one that comes adds a column nobody looks at.
  const putQuestions = (next: readonly Shape['questions'][number][]): void => {
    const columns = next.map(({ id }) => questions.findIndex((question) => question.id === id));
    const kept = (rules: Shape['papers']): Shape['papers'] => rules.map((rule) => ({ ...rule, when: columns.map((at) => (at === -1 ? '-' : rule.when[at] ?? '-')) }));
    change({ questions: [...next], conditions: kept(guide.conditions), cases: kept(guide.cases), papers: kept(guide.papers) });
  };
  return (
    <GuideSubject value={about}>
      {!isReadOnly && <Tools guide={guide} procedure={procedure} onTake={(next) => { change(next); }} />}
      <Section id="cau-hoi" title={t('guide-editor.questions')}><ItemList path="questions" face={questionFace} items={questions} noun={t('guide-editor.noun.question')} findings={findings} isReadOnly={isReadOnly} onChange={putQuestions} /></Section>
      {tables.map(([name, face]) => (
        <Section key={name} id={`bang-${name}`} title={t(`guide-editor.table.${name}`)}>
          <p className="muted">{t(`guide-editor.about.${name}`)}</p>
          <ItemList path={name} face={face} items={guide[name]} noun={t('guide-editor.noun.rule')} findings={findings} isReadOnly={isReadOnly} onChange={(rules) => { change({ [name]: rules.map((rule) => ({ ...rule, when: questions.map((_, at) => rule.when[at] ?? '-') })) }); }} />
        </Section>
      ))}
    </GuideSubject>
  );
}

type ToolsProps = { readonly guide: Shape; readonly procedure: z.infer<typeof Procedure> | null; readonly onTake: (guide: Shape) => void };

/** Where the tables may come from and go to: the published list of papers, a .dmn file. */
function Tools({ guide, procedure, onTake }: ToolsProps): ReactElement {
  const t = useWords();
  const read = useMutation({
    mutationFn: async (file: File) => send(Guide, { method: 'POST', path: '/api/catalogue/guide-files/readings', body: { subject: guide.subject, xml: await file.text() } }),
    onSuccess: onTake,
  });
  const write = useMutation({
    mutationFn: () => send(z.object({ xml: z.string() }), { method: 'POST', path: '/api/catalogue/guide-files', body: guide }),
    onSuccess: ({ xml }) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
      link.download = `${guide.subject.code}.dmn`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  const error = read.error ?? write.error;
  const forget = (): void => { read.reset(); write.reset(); };
  return (
    <>
      <MessageArea tone="bad">{error === null ? '' : failureWords(failureOf(error))}</MessageArea>
      <div className="row">
        {procedure !== null && guide.questions.length + guide.papers.length === 0 && <Button look="primary" onPress={() => { forget(); onTake(guideOfProcedure(procedure)); }}>{t('guide-editor.from-list')}</Button>}
        <label className="button plain">{t('guide-editor.import')}<input type="file" className="hidden-visually" accept=".dmn,.xml,application/xml,text/xml" onChange={(event) => { const [file] = event.target.files ?? []; if (file !== undefined) { forget(); read.mutate(file); } event.target.value = ''; }} /></label>
        <Button busy={write.isPending} onPress={() => { forget(); write.mutate(); }}>{t('guide-editor.export')}</Button>
      </div>
    </>
  );
}
