// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { Scan } from '@motcua/dossiers/contract';
import type { WorkingSubject } from '@motcua/dossiers/contract';
import { Button, Tag, useWords } from '@motcua/ui';
import { arranged, mayAct, pageActs } from './page-order.ts';
import type { PageAct } from './page-order.ts';
import { ask, failureOf, failureWords, faultsOf, send, upload } from '@motcua/web-kit';

const taken = 'image/jpeg,image/png,image/tiff,application/pdf';
const Begun = z.object({ id: z.uuid() });

type Scanning = {
  readonly scan: Scan | null; readonly add: (files: readonly File[]) => void; readonly clear: () => void; /** Keeps these pages, by their numbers as scanned, in this order. */ readonly arrange: (pages: readonly number[]) => Promise<void>;
  readonly error: Error | null; readonly isBusy: boolean;
};

/** Sends pages one after the other, so that their order is the order they were chosen in; it may be changed before they are signed. */
export function useScan(code: string, of: { readonly paperNo: number } | { readonly working: WorkingSubject }, begun: string | null = null): Scanning {
  const [own, setScan] = useState<Scan | null>(null);
  const earlier = useQuery({ queryKey: ['scan', code, begun], enabled: begun !== null, retry: false, queryFn: () => ask(Scan, `/api/dossiers/${code}/scans/${begun ?? ''}`) });
  const scan = own ?? earlier.data ?? null;
  const work = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const id = scan?.id ?? (await send(Begun, { method: 'POST', path: `/api/dossiers/${code}/scans`, body: of })).id;
      for (const file of files) setScan(await upload(Scan, { path: `/api/dossiers/${code}/scans/${id}/pages`, file, onProgress: () => undefined }));
    },
  });
  const order = useMutation({ mutationFn: async (pages: readonly number[]) => { setScan(await send(Scan, { method: 'PUT', path: `/api/dossiers/${code}/scans/${scan?.id ?? ''}/order`, body: { pages } })); } });
  return {
    scan, add: (files) => { work.mutate(files); }, clear: () => { setScan(null); work.reset(); }, arrange: async (pages) => { await order.mutateAsync(pages).catch(() => undefined); },
    error: work.error ?? order.error ?? earlier.error, isBusy: work.isPending || earlier.isFetching,
  };
}

type PagesProps = { readonly code: string; readonly scan: Scan; readonly onArrange: Scanning['arrange'] };

/** The pages with what was read on them and what is doubtful; one may be left out or put elsewhere, and what was done taken back. */
export function Pages({ code, scan, onArrange }: PagesProps): ReactElement {
  const t = useWords();
  const [large, setLarge] = useState<number | null>(null);
  const { list, said, hasEarlier, act, undo } = useArranging(scan, onArrange);
  return (
    <>
      <ol className="scan-pages" role="list" ref={list}>
        {scan.pages.map(({ page, no, dpi, turned, words, sure, doubts, text }) => (
          <li key={no} {...(no === large ? { className: 'large' } : {})}>
            <img src={`/api/dossiers/${code}/scans/${scan.id}/pages/${String(no)}?width=${no === large ? '1600' : '320'}`} alt={t('digitise.page', { page })} loading="lazy" />
            <div>
              <p className="row"><strong>{t('digitise.page', { page })}</strong><Button look="quiet" pressed={no === large} label={t('digitise.enlarge-page', { page })} onPress={() => { setLarge(no === large ? null : no); }}>{t(no === large ? 'viewer.smaller' : 'viewer.larger')}</Button>{doubts.map((doubt) => <Tag key={doubt} tone="turmeric" sign="triangle-alert">{t(`digitise.doubt.${doubt}`)}</Tag>)}</p>
              {scan.pages.length > 1 && <p className="row">{pageActs.filter((one) => mayAct(one, page, scan.pages.length)).map((one) => <span key={one} data-page-act={`${one}-${String(no)}`}><Button look="quiet" label={t(`digitise.${one}-page`, { page })} onPress={() => { act(one, no); }}>{t(`digitise.${one}`)}</Button></span>)}</p>}
              <p className="muted small">{t('digitise.read', { dpi, turned: String(turned).replace('.', ','), words, sure })}</p>
              <details><summary>{t('digitise.text')}</summary><p className="pre">{text}</p></details>
            </div>
          </li>
        ))}
      </ol>
      <p className="row" role="status">{said !== '' && <span>{said}</span>}{hasEarlier && <Button onPress={undo}>{t('digitise.undo')}</Button>}</p>
    </>
  );
}

/** What is done to the order of pages: each step said, focus kept on the page, and every step taken back one by one. */
function useArranging({ pages }: Scan, onArrange: Scanning['arrange']) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [earlier, setEarlier] = useState<readonly (readonly number[])[]>([]);
  const now = pages.map(({ no }) => no);
  const act = (one: PageAct, no: number): void => {
    const page = now.indexOf(no) + 1;
    const next = arranged(now, one, no);
    setEarlier([...earlier, now]);
    void onArrange(next).then(() => {
      setSaid(t(`digitise.said.${one}`, { page }));
      setTimeout(() => { (list.current?.querySelector<HTMLElement>(`[data-page-act="${one}-${String(no)}"] button`) ?? list.current?.querySelector<HTMLElement>('[data-page-act] button'))?.focus(); }, 0);
    });
  };
  const undo = (): void => {
    const last = earlier.at(-1);
    if (last === undefined) return;
    setEarlier(earlier.slice(0, -1));
    // Pages scanned meanwhile stay behind.
    void onArrange([...last, ...now.filter((no) => !earlier.some((order) => order.includes(no)))]).then(() => { setSaid(t('digitise.said.undone')); });
  };
  return { list, said, hasEarlier: earlier.length > 0, act, undo };
}

/** Takes scans and pictures. */
export function FilePicker({ label, isBusy, onFiles }: { readonly label: string; readonly isBusy: boolean; readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="row">
      <input ref={input} type="file" accept={taken} multiple hidden aria-label={label} onChange={(event) => { onFiles([...event.target.files ?? []]); event.target.value = ''; }} />
      <Button busy={isBusy} onPress={() => { input.current?.click(); }}>{label}</Button>
      <span className="muted small">{t('digitise.formats')}</span>
    </p>
  );
}

/** The first failure: at its fields, else in words. */
export function saidOf(errors: readonly (Error | null)[]): { readonly faults: ReturnType<typeof faultsOf>; readonly words: string } {
  const error = errors.find((one) => one !== null);
  if (error == null) return { faults: [], words: '' };
  const faults = faultsOf(failureOf(error));
  return { faults, words: faults.length > 0 ? '' : failureWords(failureOf(error)) };
}

/** What ends the work on a scan: put off, or signed. */
export function SignRow({ hasScan, busy, onClose, onSign }: { readonly hasScan: boolean; readonly busy: boolean; readonly onClose: () => void; readonly onSign: () => void }): ReactElement {
  const t = useWords();
  return <div className="row end"><span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>{hasScan && <Button look="primary" busy={busy} onPress={() => { onSign(); }}>{t('digitise.sign')}</Button>}</div>;
}
