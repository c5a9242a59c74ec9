// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { hasPages } from '@motcua/documents/contract';
import { DocumentPages, PageWords } from '@motcua/dossiers/contract';
import type { OfficerDossier, OpeningPurpose } from '@motcua/dossiers/contract';
import { Asked, Button, Kbd, useWords } from '@motcua/ui';
import { listText } from '@motcua/i18n';
import { ask, failureOf, failureWords, goTo, useAddress, withQuery } from '@motcua/web-kit';
import { useKeys } from '../../keyboard/use-keys.ts';

type File = { readonly id: string; readonly name: string; readonly mediaType: string };
/** A file that can be looked at page by page, with the paper it belongs to. */
type Leaf = { readonly id: string; readonly name: string; readonly paper: string };

/** The files of a dossier that can be looked at page by page, in the order of its papers. */
const leavesOf = ({ papers, working }: OfficerDossier): readonly Leaf[] => [
  ...papers.flatMap(({ name, documents }) => documents.filter(({ mediaType }) => hasPages(mediaType)).map((file) => ({ id: file.id, name: file.name, paper: listText(name) }))),
  ...working.map(({ file, author }) => ({ id: file.id, name: file.name, paper: author })),
];

const hrefOf = (code: string, { id, purpose }: { readonly id: string; readonly purpose: OpeningPurpose }): string => `/api/dossiers/${code}/documents/${id}?purpose=${purpose}`;

/** A file by its name: opened beside the dossier when it has pages, else taken as it is. */
export function FileLink({ code, file, purpose }: { readonly code: string; readonly file: File; readonly purpose: OpeningPurpose }): ReactElement {
  if (!hasPages(file.mediaType)) return <a href={hrefOf(code, { id: file.id, purpose })}>{file.name}</a>;
  const href = withQuery({ xem: file.id, trang: null });
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(href);
  };
  return <a href={href} onClick={open}>{file.name}</a>;
}

/** Widths of a page against its pane, and how many pixels its picture then needs. */
const zooms: readonly { readonly share: string; readonly width: number }[] = [{ share: '100%', width: 1000 }, { share: '140%', width: 1400 }, { share: '200%', width: 2000 }];

type PageProps = { readonly base: string; readonly purpose: OpeningPurpose; readonly name: string; readonly no: number; readonly pages: number; readonly ratio: number; readonly zoom: number };

/** One page as a picture; its neighbours are fetched once it is there, so that turning is at once. */
function PagePicture({ base, purpose, name, no, pages, ratio, zoom }: PageProps): ReactElement {
  const t = useWords();
  const [seen, setSeen] = useState<{ readonly key: string; readonly isThere: boolean } | null>(null);
  const { share, width } = zooms[zoom] ?? { share: '100%', width: 1000 };
  const key = `${String(no)} ${String(width)}`;
  const isSeen = seen?.key === key;
  const shown = isSeen ? [no, no + 1, no - 1].filter((one) => one >= 1 && one <= pages) : [no];
  return (
    <div className="paper-page" tabIndex={0} role="group" aria-label={t('viewer.page-of', { page: no, pages })}>
      {shown.map((one) => (
        <img
          key={`${String(one)} ${String(width)}`} hidden={one !== no || (isSeen && !seen.isThere)} src={`${base}/pages/${String(one)}?purpose=${purpose}&width=${String(width)}`} alt={t('viewer.picture', { page: one, name })}
          style={{ inlineSize: share, aspectRatio: isSeen ? undefined : String(ratio) }}
          onLoad={() => { if (one === no) setSeen({ key, isThere: true }); }} onError={() => { if (one === no) setSeen({ key, isThere: false }); }}
        />
      ))}
      {isSeen && !seen.isThere && <p role="status">{t('viewer.not-painted')}</p>}
    </div>
  );
}

/** The words of a page, for who does not read pictures or wants to copy; asked only when opened. */
function WordsOfPage({ base, purpose, no }: Pick<PageProps, 'base' | 'purpose' | 'no'>): ReactElement {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const words = useQuery({ queryKey: ['page-words', base, no], enabled: isOpen, staleTime: Infinity, queryFn: () => ask(PageWords, `${base}/pages/${String(no)}/words?purpose=${purpose}`) });
  return (
    <details open={isOpen} onToggle={(event) => { setOpen(event.currentTarget.open); }}>
      <summary>{t('viewer.words')}</summary>
      {isOpen && <Asked answer={words} loading={t('viewer.words')} describe={(error) => failureWords(failureOf(error))}>{(found) => <p className="pre">{found.words.trim() === '' ? t('viewer.no-words') : found.words}</p>}</Asked>}
    </details>
  );
}

type ViewerProps = { readonly code: string; readonly leaf: Leaf; readonly leaves: readonly Leaf[]; readonly purpose: OpeningPurpose };
type Turn = { readonly label: string; readonly keyWords?: string; readonly to: (() => void) | undefined };

/** A button of the viewer; one that leads nowhere is not there. */
function Turns({ turns, children }: { readonly turns: readonly Turn[]; readonly children?: ReactNode }): ReactElement {
  return <span className="row">{turns.map(({ label, keyWords, to }) => to !== undefined && <Button key={label} onPress={to}>{label} {keyWords !== undefined && <Kbd>{keyWords}</Kbd>}</Button>)}{children}</span>;
}

/** One file, page by page, beside the dossier: turned, enlarged and left by keys; its place is in the address. */
function PaperViewer({ code, leaf, leaves, purpose }: ViewerProps): ReactElement {
  const t = useWords();
  const { query } = useAddress();
  const [zoom, setZoom] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const base = `/api/dossiers/${code}/documents/${leaf.id}`;
  const count = useQuery({ queryKey: ['pages', base, purpose], staleTime: 300_000, retry: false, queryFn: () => ask(DocumentPages, `${base}/pages?purpose=${purpose}`) });
  const pages = count.data?.pages ?? 1;
  const no = Math.min(Math.max(Math.trunc(Number(query.get('trang') ?? '1')) || 1, 1), pages);
  const at = leaves.findIndex(({ id }) => id === leaf.id);
  const page = (next: number): (() => void) | undefined => (next < 1 || next > pages ? undefined : () => { goTo(withQuery({ trang: String(next) }), { replace: true }); });
  const paper = (next: Leaf | undefined): (() => void) | undefined => (next === undefined ? undefined : () => { goTo(withQuery({ xem: next.id, trang: null }), { replace: true }); });
  const toZoom = (next: number): (() => void) | undefined => (zooms[next] === undefined ? undefined : () => { setZoom(next); });
  const acts = { previous: page(no - 1), next: page(no + 1), larger: toZoom(zoom + 1), smaller: toZoom(zoom - 1), previousPaper: paper(leaves[at - 1]), nextPaper: paper(leaves[at + 1]) };
  useKeys({ 'PageUp': acts.previous, 'PageDown': acts.next, 'Alt+Equal': acts.larger, 'Alt+Minus': acts.smaller, 'Ctrl+ArrowUp': acts.previousPaper, 'Ctrl+ArrowDown': acts.nextPaper });
  useEffect(() => { heading.current?.focus(); }, [leaf.id]);
  return (
    <section className="paper-viewer" aria-labelledby="xem-giay">
      <div className="row spread top">
        <h2 id="xem-giay" ref={heading} tabIndex={-1}><span className="clamped">{leaf.paper}</span></h2>
        <Button look="quiet" onPress={() => { goTo(withQuery({ xem: null, trang: null })); }}>{t('viewer.close')}</Button>
      </div>
      <p className="row muted small"><span>{leaf.name}</span><a href={hrefOf(code, { id: leaf.id, purpose })}>{t('viewer.original')}</a></p>
      <div className="row spread" role="group" aria-label={t('viewer.turn')}>
        <Turns turns={[{ label: t('viewer.previous'), keyWords: t('key.page-up'), to: acts.previous }]}><span role="status" className="num">{t('viewer.page-of', { page: no, pages })}</span><Turns turns={[{ label: t('viewer.next'), keyWords: t('key.page-down'), to: acts.next }]} /></Turns>
        <Turns turns={[{ label: t('viewer.smaller'), to: acts.smaller }, { label: t('viewer.larger'), to: acts.larger }]} />
      </div>
      <Asked answer={count} loading={t('viewer.loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ ratio }) => <><PagePicture base={base} purpose={purpose} name={leaf.name} no={no} pages={pages} ratio={ratio} zoom={zoom} /><WordsOfPage base={base} purpose={purpose} no={no} /></>}
      </Asked>
      <Turns turns={[{ label: t('viewer.previous-paper'), keyWords: t('key.previous-paper'), to: acts.previousPaper }, { label: t('viewer.next-paper'), keyWords: t('key.next-paper'), to: acts.nextPaper }]} />
    </section>
  );
}

/** The file that the address says is being looked at; nothing when there is none of that id. */
export function OpenPaper({ dossier, purpose }: { readonly dossier: OfficerDossier; readonly purpose: OpeningPurpose }): ReactElement | null {
  const { query } = useAddress();
  const leaves = leavesOf(dossier);
  const leaf = leaves.find(({ id }) => id === query.get('xem'));
  return leaf === undefined ? null : <PaperViewer code={dossier.code} leaf={leaf} leaves={leaves} purpose={purpose} />;
}
