// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { z } from 'zod';
import { Message, TextArea, useWords } from '@motcua/ui';
import type { EditorProps } from '../proposals/editors.ts';
import { contentAs, usePartChange } from './content.ts';
import { saidOf } from './item-list.tsx';
import { MaybeText } from './small-fields.tsx';

const Abolition = z.object({ subject: z.object({ code: z.string(), name: z.string() }), reason: z.string(), insteadOf: z.string().nullable() });
type Shape = z.infer<typeof Abolition>;

/** Bãi bỏ: why, and what to use from then on. The day and the decision are named when it is published. */
export function AbolitionEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const abolition = contentAs(Abolition, content);
  return abolition === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Fields abolition={abolition} {...rest} />;
}

function Fields({ abolition, onChange, findings, isReadOnly }: Omit<EditorProps, 'content'> & { readonly abolition: Shape }): ReactElement {
  const t = useWords();
  const change = usePartChange(abolition, onChange);
  return (
    <fieldset className="group form" disabled={isReadOnly}>
      <legend>{abolition.subject.name} <span className="num">{abolition.subject.code}</span></legend>
      <TextArea name="reason" label={t('abolition.reason')} hint={t('abolition.reason-hint')} rows={4} value={abolition.reason} error={saidOf(findings.filter(({ blocks }) => blocks), 'reason')} onChange={(reason) => { change({ reason }); }} />
      <MaybeText name="insteadOf" label={t('abolition.instead')} value={abolition.insteadOf} error={saidOf(findings, 'insteadOf')} onChange={(insteadOf) => { change({ insteadOf }); }} />
    </fieldset>
  );
}
