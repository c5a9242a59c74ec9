// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Message, useWords } from '@motcua/ui';

type Model = { readonly xml: string; readonly name: string };
type ModelFileProps = { readonly model: Model; /** Null: the model may only be taken out. */ readonly onChange: ((next: Model) => void) | null };

const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const mostBytes = 1_900_000;

/** Why a file is not taken for a process; null when it may be looked into. */
async function refusalOf(file: File): Promise<'too-large' | 'not-bpmn' | null> {
  if (file.size > mostBytes) return 'too-large';
  const read = new DOMParser().parseFromString(await file.text(), 'application/xml');
  return read.documentElement.namespaceURI === bpmnNamespace ? null : 'not-bpmn';
}

/** The model as a file of other drawing programs: taken in instead of what stands here, which undo brings back, and taken out as it is. */
export function ModelFile({ model, onChange }: ModelFileProps): ReactElement {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly file: string; readonly why: 'too-large' | 'not-bpmn' | null } | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || onChange === null) return;
    const why = await refusalOf(file);
    if (why === null) onChange({ name: model.name, xml: await file.text() });
    setSaid({ file: file.name, why });
  };
  const takeOut = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([model.xml], { type: 'application/xml' }));
    link.download = 'quy-trinh.bpmn';
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 0);
  };
  return (
    <>
      <div className="row">
        {onChange !== null && <input ref={input} type="file" accept=".bpmn,.xml,application/xml,text/xml" hidden aria-label={t('draw.file-in')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />}
        {onChange !== null && <Button onPress={() => { input.current?.click(); }}>{t('draw.file-in')}</Button>}
        <Button look="quiet" onPress={takeOut}>{t('draw.file-out')}</Button>
      </div>
      <div role="status">{said !== null && <Message tone={said.why === null ? 'plain' : 'bad'}>{t(`draw.file-${said.why ?? 'taken'}`, { file: said.file })}</Message>}</div>
    </>
  );
}
