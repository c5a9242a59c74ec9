// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useSyncExternalStore } from 'react';

const moved = 'motcua:moved';

/** Goes to an address of this application without loading it anew. */
export function goTo(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  dispatchEvent(new Event(moved));
}

function watch(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(moved, changed);
  return () => { removeEventListener('popstate', changed); removeEventListener(moved, changed); };
}

/** Path and query of the page now; the screen is drawn anew when they change. */
export function useAddress(): { readonly path: string; readonly query: URLSearchParams } {
  const address = useSyncExternalStore(watch, () => location.pathname + location.search);
  const [path = '', query = ''] = address.split('?');
  return { path, query: new URLSearchParams(query) };
}

/** The steps of a path, decoded; one that cannot be decoded stays as written and so leads to no screen. */
export function stepsOf(path: string): readonly string[] {
  return path.split('/').map((step) => {
    try {
      return decodeURIComponent(step);
    } catch {
      return step;
    }
  });
}

/** Changes some parameters of the address and keeps the others: filters and tabs live there. */
export function withQuery(changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(key);
    else query.set(key, value);
  }
  return query.size === 0 ? location.pathname : `${location.pathname}?${query.toString()}`;
}

function arrive(named: string): void {
  const place = named === '' ? null : document.getElementById(named);
  place?.scrollIntoView({ block: 'center' });
  (place ?? document.getElementById('noi-dung'))?.focus({ preventScroll: place !== null });
}

/** Plain links to addresses under `roots` stay inside the application; after a move the heading is read and the page starts at its top, or at the place the link names. */
export function useOwnLinks(roots: readonly string[]): void {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || link.origin !== location.origin || link.hasAttribute('download') || link.target !== '' || link.getAttribute('href')?.startsWith('#') === true) return;
      if (!roots.some((root) => link.pathname === root || link.pathname.startsWith(`${root}/`))) return;
      event.preventDefault();
      goTo(link.pathname + link.search + link.hash);
      scrollTo(0, 0);
      setTimeout(() => { arrive(link.hash.slice(1)); }, 0);
    };
    document.addEventListener('click', onClick);
    return () => { document.removeEventListener('click', onClick); };
  }, [roots]);
}

/** The title of the document: «Việc · Chỗ · Một Cửa», with «Lỗi: » in front while something is wrong. */
export function useTitle(title: string): void {
  useEffect(() => { document.title = title; }, [title]);
}
