// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { Scan } from '@motcua/dossiers/contract';
import type { WorkingSubject } from '@motcua/dossiers/contract';
import { Button, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, send, upload } from '@motcua/web-kit';

const taken = 'image/jpeg,image/png,image/tiff,application/pdf';
const Begun = z.object({ id: z.uuid() });

/** Sends pages one after the other, so that their order is the order they were chosen in. */
export function useScan(code: string, of: { readonly paperNo: number } | { readonly working: WorkingSubject }, begun: string | null = null): { readonly scan: Scan | null; readonly add: (files: readonly File[]) => void; readonly clear: () => void; readonly error: Error | null; readonly isBusy: boolean } {
  const [own, setScan] = useState<Scan | null>(null);
  const earlier = useQuery({ queryKey: ['scan', code, begun], enabled: begun !== null, retry: false, queryFn: () => ask(Scan, `/api/dossiers/${code}/scans/${begun ?? ''}`) });
  const scan = own ?? earlier.data ?? null;
  const work = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const id = scan?.id ?? (await send(Begun, { method: 'POST', path: `/api/dossiers/${code}/scans`, body: of })).id;
      for (const file of files) setScan(await upload(Scan, { path: `/api/dossiers/${code}/scans/${id}/pages`, file, onProgress: () => undefined }));
    },
  });
  return { scan, add: (files) => { work.mutate(files); }, clear: () => { setScan(null); work.reset(); }, error: work.error ?? earlier.error, isBusy: work.isPending || earlier.isFetching };
}

/** The pages with what was read on them and what is doubtful. */
export function Pages({ code, scan }: { readonly code: string; readonly scan: Scan }): ReactElement {
  const t = useWords();
  const [large, setLarge] = useState<number | null>(null);
  return (
    <ol className="scan-pages" role="list">
      {scan.pages.map(({ page, dpi, turned, words, sure, doubts, text }) => (
        <li key={page} {...(page === large ? { className: 'large' } : {})}>
          <img src={`/api/dossiers/${code}/scans/${scan.id}/pages/${String(page)}?width=${page === large ? '1600' : '320'}`} alt={t('digitise.page', { page })} loading="lazy" />
          <div>
            <p className="row"><strong>{t('digitise.page', { page })}</strong><Button look="quiet" pressed={page === large} label={t('digitise.enlarge-page', { page })} onPress={() => { setLarge(page === large ? null : page); }}>{t(page === large ? 'viewer.smaller' : 'viewer.larger')}</Button>{doubts.map((doubt) => <Tag key={doubt} tone="turmeric" sign="triangle-alert">{t(`digitise.doubt.${doubt}`)}</Tag>)}</p>
            <p className="muted small">{t('digitise.read', { dpi, turned: String(turned).replace('.', ','), words, sure })}</p>
            <details><summary>{t('digitise.text')}</summary><p className="pre">{text}</p></details>
          </div>
        </li>
      ))}
    </ol>
  );
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
