// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, useEffect, useState } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';

/** What is shown where a part's code has not come yet. */
export const WhileLoading = createContext<ReactNode>(null);

/**
 * A part of the page whose code comes when it is first needed. It is shown as soon as its code is there: a Suspense boundary keeps what waited behind it
 * back for up to 300 ms, each one anew. Code that does not come is a fault of the page, as with React's own.
 */
export function lazy<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  const come = (): Promise<ComponentType<Props>> => {
    coming ??= load().then((part) => { loaded = part.default; return part.default; });
    return coming;
  };
  return function Lazy(props: Props): ReactElement {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => loaded);
    const [fault, setFault] = useState<Error | null>(null);
    const waiting = useContext(WhileLoading);
    useEffect(() => {
      if (Part !== null) return;
      let isHere = true;
      come().then((part) => { if (isHere) setPart(() => part); }, (thrown: unknown) => { coming = null; if (isHere) setFault(thrown instanceof Error ? thrown : new Error(String(thrown))); });
      return () => { isHere = false; };
    }, [Part]);
    if (fault !== null) throw fault;
    return Part === null ? <>{waiting}</> : <Part {...props} />;
  };
}
