// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../icons.tsx';
import { useWords } from '../words.ts';

/** The first link of every page. */
export function SkipLink(): ReactElement {
  const t = useWords();
  return <a className="skip" href="#noi-dung">{t('page.skip')}</a>;
}

/** Says that this is a demonstration: on every page until an operator runs it for real. */
export function DemonstrationStrip(): ReactElement {
  const t = useWords();
  return <p className="demo-strip gutter">{t('page.demonstration')}</p>;
}

/** The mark and the name. */
export function Brand({ href, name, tagline }: { readonly href: string; readonly name: string; readonly tagline?: string }): ReactElement {
  return (
    <a className="brand" href={href}>
      <Mark />
      <span>{name}{tagline !== undefined && <><br /><small>{tagline}</small></>}</span>
    </a>
  );
}

/** The page proper: one h1, then the message area, then the content. */
export function Page({ title, before, message, children }: {
  readonly title: ReactNode; readonly before?: ReactNode; readonly message?: ReactNode; readonly children: ReactNode;
}): ReactElement {
  return (
    <main className="main gutter" id="noi-dung" tabIndex={-1}>
      {before}
      <h1>{title}</h1>
      {message}
      {children}
    </main>
  );
}

/** A part of a page with its heading. */
export function Section({ id, title, children }: { readonly id: string; readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className="section" aria-labelledby={`${id}-ten`} id={id}>
      <h2 id={`${id}-ten`}>{title}</h2>
      {children}
    </section>
  );
}

export type Fact = { readonly term: string; readonly value: ReactNode };

/** Names and values, one under another. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return <dl className="facts">{facts.map(({ term, value }) => <Pair key={term} term={term} value={value} />)}</dl>;
}

function Pair({ term, value }: Fact): ReactElement {
  return <><dt>{term}</dt><dd>{value}</dd></>;
}
