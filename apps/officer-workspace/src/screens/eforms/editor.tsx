// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { type EformDraft, definitionFrom, eformFigures, readDraft } from '@motcua/eforms/contract';
import { Button, Kbd, Message, TextField, fieldId, useWords } from '@motcua/ui';
import { useKeys } from '../../keyboard/use-keys.ts';
import type { EditorProps } from '../proposals/editors.ts';
import { type Chosen, type Place, addField, addSection, changeField, changeSection, duplicateField, fieldAt, linesOf, moveField, pathOf, removeField, removeSection } from './draft-acts.ts';
import { FieldList } from './field-list.tsx';
import { FieldProperties } from './field-properties.tsx';
import { Preview } from './preview.tsx';
import { renameField } from './rename-field.ts';
import { SectionProperties } from './section-properties.tsx';
import { StandsForPapers } from './stands-for.tsx';

/** Soạn tờ khai: the ordered list, what one field is, and the form as people will see it. */
export function EformEditor(props: EditorProps): ReactElement {
  const t = useWords();
  const { content } = props;
  const read = useMemo(() => readDraft(content), [content]);
  return read.ok ? <Writing {...props} draft={read.draft} /> : <Message tone="bad">{t('eform-editor.unreadable')}</Message>;
}

function Writing({ draft, onChange, findings, subject, isReadOnly }: EditorProps & { readonly draft: EformDraft }): ReactElement {
  const t = useWords();
  const [chosen, setChosen] = useState<Chosen>(() => firstOf(draft));
  const [said, setSaid] = useState('');
  const toFocus = useRef<string | null>(null);
  const definition = useMemo(() => definitionFrom(draft, { key: subject, version: 1 }), [draft, subject]);
  const lines = useMemo(() => linesOf(draft), [draft]);
  const figures = eformFigures(definition);
  const place = chosen?.kind === 'field' ? chosen.place : null;
  const field = place === null ? undefined : fieldAt(draft, place);
  const section = chosen?.kind === 'section' ? draft.sections.find(({ key }) => key === chosen.key) : undefined;

  useEffect(() => {
    if (toFocus.current === null) return;
    document.getElementById(toFocus.current)?.focus();
    toFocus.current = null;
  });

  const take = (next: { readonly draft: EformDraft; readonly place: Place } | null, words: string, focus: 'row' | 'label'): void => {
    if (next === null) return;
    onChange(next.draft);
    setChosen({ kind: 'field', place: next.place });
    setSaid(words);
    toFocus.current = focus === 'label' ? fieldId('thuoc-tinh.label') : fieldId(pathOf(next.place));
  };
  const labelOf = (of: Place | null): string => (of === null ? '' : fieldAt(draft, of)?.label ?? '');
  const add = (): void => { take(addField(draft, place), t('eform-editor.said.added'), 'label'); };
  const duplicate = (): void => { if (place !== null) take(duplicateField(draft, place), t('eform-editor.said.duplicated', { label: labelOf(place) }), 'row'); };
  const move = (by: -1 | 1): void => { if (place !== null) take(moveField(draft, place, by), t('eform-editor.said.moved', { label: labelOf(place) }), 'row'); };
  const remove = (): void => {
    if (place === null) return;
    const at = lines.findIndex((line) => line.kind === 'field' && pathOf(line.place) === pathOf(place));
    const next = lines.slice(at + 1).concat(lines.slice(0, at).toReversed()).find((line) => line.kind === 'field');
    onChange(removeField(draft, place));
    setSaid(t('eform-editor.said.removed', { label: labelOf(place) }));
    setChosen(next?.kind === 'field' ? { kind: 'field', place: next.place } : null);
  };
  useKeys(isReadOnly ? {} : { 'Ctrl+Enter': add, 'Ctrl+KeyD': duplicate, 'Alt+ArrowUp': () => { move(-1); }, 'Alt+ArrowDown': () => { move(1); } });

  return (
    <div className="eform-editor">
      <div className="eform-editor-head">
        <TextField name="title" label={t('eform-editor.title')} value={draft.title} typing={{ readOnly: isReadOnly }} onChange={(title) => { onChange({ ...draft, title }); }} />
        <p className="muted">{t('eform-editor.figures', { fields: figures.fields, filled: figures.filled, minutes: figures.minutes })}</p>
      </div>
      <section className="eform-editor-list" aria-label={t('eform-editor.list')}>
        <FieldList draft={draft} lines={lines} chosen={chosen} findings={findings} isReadOnly={isReadOnly} onChoose={setChosen} onDrop={(next) => { take(next, t('eform-editor.said.moved', { label: labelOf(next.place) }), 'row'); }} />
        {!isReadOnly && (
          <div className="row">
            <Button onPress={add}>{t('eform-editor.add-field')} <Kbd>{t('key.ctrl-enter')}</Kbd></Button>
            <Button look="quiet" onPress={() => { const next = addSection(draft); onChange(next); setChosen({ kind: 'section', key: next.sections.at(-1)?.key ?? '' }); }}>{t('eform-editor.add-section')}</Button>
          </div>
        )}
        <p role="status" className="small muted">{said === '' && !isReadOnly ? t('eform-editor.keys') : said}</p>
      </section>
      <section className="eform-editor-field" aria-label={t('eform-editor.properties')}>
        {field !== undefined && place !== null && (
          <FieldProperties
            key={pathOf(place)} field={field} place={place} draft={draft} isReadOnly={isReadOnly}
            onChange={(next) => { if (next.key === place.key) { onChange(changeField(draft, place, next)); return; } const renamed = renameField(draft, place, next); onChange(renamed.draft); setChosen({ kind: 'field', place: renamed.place }); }}
            onAct={{ up: () => { move(-1); }, down: () => { move(1); }, duplicate, remove }}
          />
        )}
        {section !== undefined && (
          <SectionProperties
            key={section.key} section={section} draft={draft} isReadOnly={isReadOnly} onChange={(next) => { onChange(changeSection(draft, next)); }}
            onRemove={() => { onChange(removeSection(draft, section.key)); setChosen(null); }}
          />
        )}
        {field === undefined && section === undefined && <p className="muted">{t('eform-editor.choose')}</p>}
      </section>
      <Preview definition={definition} />
      <StandsForPapers draft={draft} subject={subject} isReadOnly={isReadOnly} onChange={onChange} />
    </div>
  );
}

function firstOf({ sections }: EformDraft): Chosen {
  const section = sections.find(({ fields }) => fields.length > 0);
  const first = section?.fields[0];
  return section === undefined || first === undefined ? null : { kind: 'field', place: { section: section.key, list: null, key: first.key } };
}
