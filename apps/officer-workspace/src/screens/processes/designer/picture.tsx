// SPDX-License-Identifier: EUPL-1.2
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { modelDescriptor } from '@motcua/workflow/contract';
import { Message, useWords } from '@motcua/ui';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

type Services = { readonly canvas: { readonly zoom: (how: 'fit-viewport') => unknown } };

/** A file as it is drawn, to look at: what it draws may be more than a process of ours, and nothing of it is changed. */
export function Picture({ xml }: { readonly xml: string }): ReactElement {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (box.current === null) return undefined;
    const viewer = new Viewer<Services>({ container: box.current, moddleExtensions: { motcua: modelDescriptor } });
    viewer.importXML(xml).then(() => { viewer.get('canvas').zoom('fit-viewport'); setBroken(false); }, () => { setBroken(true); });
    return () => { viewer.destroy(); };
  }, [xml]);
  return (
    <>
      {isBroken && <Message tone="warning">{t('diagram.no-picture')}</Message>}
      <div className="draw-canvas" ref={box} role="group" aria-label={t('diagram.label')} />
    </>
  );
}
