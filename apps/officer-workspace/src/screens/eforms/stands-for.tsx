// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { FormPapers } from '@motcua/catalogue/contract';
import type { EformDraft, StandsFor } from '@motcua/eforms/contract';
import { Button, Checkbox, Select, TextField, useWords } from '@motcua/ui';
import { listText, shortName } from '@motcua/i18n';
import { ask } from '@motcua/web-kit';
import { acceptProposals, beginningsIn, changeBeginnings, namesPaper, togglePaper } from './stands-for-acts.ts';

type StandsForProps = { readonly draft: EformDraft; /** Key of the form. */ readonly subject: string; readonly isReadOnly: boolean; readonly onChange: (draft: EformDraft) => void };
type Line = FormPapers['lines'][number];

/** Thay cho giấy nào: the components nobody hands in once this form is filled in, procedure by procedure; what looks like it is proposed, a person confirms. */
export function StandsForPapers({ draft, subject, isReadOnly, onChange }: StandsForProps): ReactElement {
  const t = useWords();
  const [title] = useState(draft.title);
  const [typed, setTyped] = useState(() => beginningsIn(draft.standsFor ?? []));
  const papers = useQuery({ queryKey: ['form-papers', subject, title], queryFn: () => ask(FormPapers, `/api/catalogue/eforms/${encodeURIComponent(subject)}/papers`, { title }) }).data;
  const chosen = draft.standsFor ?? [];
  const { standsFor: _, ...rest } = draft;
  const put = (next: readonly StandsFor[]): void => { onChange(next.length === 0 ? rest : { ...rest, standsFor: next }); };
  const lines = papers?.lines ?? [];
  const open = lines.filter(({ procedure, proposed }) => proposed.length > 0 && !chosen.some((one) => one.procedure === procedure));
  return (
    <section className="eform-editor-stands" aria-labelledby="thay-cho-giay">
      <h2 id="thay-cho-giay">{t('stands-for.title')}</h2>
      <p className="muted">{t('stands-for.what')}</p>
      <fieldset disabled={isReadOnly} className="stack">
        {open.length > 0 && <p className="row"><span>{t('stands-for.proposed', { count: open.length })}</span><Button onPress={() => { put(acceptProposals(chosen, open)); }}>{t('stands-for.accept')}</Button></p>}
        {papers !== undefined && lines.length === 0 && <p className="muted">{t('stands-for.nobody')}</p>}
        {lines.map((line) => <OfProcedure key={line.procedure} line={line} chosen={chosen} onToggle={(component) => { put(togglePaper(chosen, { procedure: line.procedure, component })); }} />)}
        {papers !== undefined && papers.procedures > lines.length && <p className="muted">{t('stands-for.more', { shown: lines.length, all: papers.procedures })}</p>}
        <TextField name="standsFor" label={t('stands-for.every')} hint={t('stands-for.every-hint')} optional value={typed} onChange={(next) => { setTyped(next); put(changeBeginnings(chosen, next)); }} />
      </fieldset>
    </section>
  );
}

function OfProcedure({ line: { procedure, name, components, asking, proposed }, chosen, onToggle }: { readonly line: Line; readonly chosen: readonly StandsFor[]; readonly onToggle: (component: string) => void }): ReactElement {
  const t = useWords();
  const isChosen = (component: string): boolean => namesPaper(chosen, { procedure, component });
  const shown = components.filter((component) => asking.includes(component) || isChosen(component));
  const others = components.filter((component) => !shown.includes(component));
  return (
    <fieldset className="stack">
      <legend>{shortName(name)} <span className="num muted">{procedure}</span></legend>
      {shown.map((component, at) => (
        <Checkbox key={component} name={`thay-cho-${procedure}-${String(at)}`} label={`${listText(component)}${proposed.includes(component) && !isChosen(component) ? ` (${t('stands-for.is-proposed')})` : ''}`} checked={isChosen(component)} onChange={() => { onToggle(component); }} />
      ))}
      {others.length > 0 && <Select name={`giay-khac-${procedure}`} label={t('stands-for.other')} empty={t('stands-for.none')} value="" choices={others.map((component, at) => ({ value: String(at), label: listText(component).slice(0, 120) }))} onChange={(at) => { const other = others[Number(at)]; if (at !== '' && other !== undefined) onToggle(other); }} />}
    </fieldset>
  );
}
