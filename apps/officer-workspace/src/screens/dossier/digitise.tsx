// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { ActDone, Scan } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Button, Checkbox, Dialog, ErrorSummary, MessageArea, Select, Tag, TextField, useWords } from '@motcua/ui';
import { listText } from '@motcua/i18n';
import { ask, failureOf, failureWords, faultsOf, newClientKey, send, upload } from '@motcua/web-kit';
import { AboutFields, aboutRead, sentAbout } from './digitised-about.tsx';
import { OnRequest } from './digitise-on-request.tsx';
import type { About } from './digitised-about.tsx';

type Paper = OfficerDossier['papers'][number];
type DigitiseProps = { readonly dossier: OfficerDossier; readonly paper: Paper; /** A scan that was begun elsewhere, to go on with; null: none. */ readonly begun: string | null; readonly onClose: () => void };
type Values = readonly { readonly name: string; readonly value: string }[];

const taken = 'image/jpeg,image/png,image/tiff,application/pdf';
const Begun = z.object({ id: z.uuid() });

/** Sends pages one after the other, so that their order is the order they were chosen in. */
function useScan(code: string, paperNo: number, begun: string | null = null): { readonly scan: Scan | null; readonly add: (files: readonly File[]) => void; readonly clear: () => void; readonly error: Error | null; readonly isBusy: boolean } {
  const [own, setScan] = useState<Scan | null>(null);
  const earlier = useQuery({ queryKey: ['scan', code, begun], enabled: begun !== null, retry: false, queryFn: () => ask(Scan, `/api/dossiers/${code}/scans/${begun ?? ''}`) });
  const scan = own ?? earlier.data ?? null;
  const work = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const id = scan?.id ?? (await send(Begun, { method: 'POST', path: `/api/dossiers/${code}/scans`, body: { paperNo } })).id;
      for (const file of files) setScan(await upload(Scan, { path: `/api/dossiers/${code}/scans/${id}/pages`, file, onProgress: () => undefined }));
    },
  });
  return { scan, add: (files) => { work.mutate(files); }, clear: () => { setScan(null); work.reset(); }, error: work.error ?? earlier.error, isBusy: work.isPending || earlier.isFetching };
}

function Pages({ code, scan }: { readonly code: string; readonly scan: Scan }): ReactElement {
  const t = useWords();
  return (
    <ol className="scan-pages" role="list">
      {scan.pages.map(({ page, dpi, turned, words, sure, doubts, text }) => (
        <li key={page}>
          <img src={`/api/dossiers/${code}/scans/${scan.id}/pages/${String(page)}`} alt={t('digitise.page', { page })} loading="lazy" />
          <div>
            <p className="row"><strong>{t('digitise.page', { page })}</strong>{doubts.map((doubt) => <Tag key={doubt} tone="turmeric" sign="triangle-alert">{t(`digitise.doubt.${doubt}`)}</Tag>)}</p>
            <p className="muted small">{t('digitise.read', { dpi, turned: String(turned).replace('.', ','), words, sure })}</p>
            <details><summary>{t('digitise.text')}</summary><p className="pre">{text}</p></details>
          </div>
        </li>
      ))}
    </ol>
  );
}

function FilePicker({ label, isBusy, onFiles }: { readonly label: string; readonly isBusy: boolean; readonly onFiles: (files: readonly File[]) => void }): ReactElement {
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

type ComparedProps = {
  readonly scan: Scan; readonly pages: string; readonly kind: string; readonly values: Values; readonly about: About; readonly faultOf: (path: string) => string | undefined; readonly onAbout: (about: About) => void;
  readonly onPages: (typed: string) => void; readonly onKind: (code: string) => void; readonly onValues: (values: Values) => void;
};

/** What the officer says after comparing: pages of the paper, its kind, and the values that were read. */
function Compared({ scan, pages, kind, values, about, faultOf, onAbout, onPages, onKind, onValues }: ComparedProps): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name="pagesOnPaper" label={t('digitise.pages-on-paper')} hint={t('digitise.pages-hint', { scanned: scan.pages.length })} width="day" typing={{ inputMode: 'numeric' }} value={pages} error={faultOf('pagesOnPaper')} onChange={onPages} />
      {scan.kind === null
        ? <Select name="kind" label={t('digitise.kind')} value={kind} empty="" error={faultOf('kind')} choices={scan.kinds.map(({ code, name }) => ({ value: code, label: name }))} onChange={onKind} />
        : <p>{t('digitise.code', { kind: scan.kind.name, code: scan.code ?? '' })}</p>}
      <AboutFields about={about} faultOf={faultOf} onAbout={onAbout} />
      {values.length > 0 && (
        <fieldset className="stack">
          <legend>{t('digitise.values')}</legend>
          {values.map(({ name, value }, place) => <TextField key={name} name={`value-${String(place)}`} label={name} value={value} onChange={(typed) => { onValues(values.map((one, index) => (index === place ? { ...one, value: typed } : one))); }} />)}
        </fieldset>
      )}
    </>
  );
}

/** The first failure: at its fields, else in words. */
function saidOf(errors: readonly (Error | null)[]): { readonly faults: ReturnType<typeof faultsOf>; readonly words: string } {
  const error = errors.find((one) => one !== null);
  if (error == null) return { faults: [], words: '' };
  const faults = faultsOf(failureOf(error));
  return { faults, words: faults.length > 0 ? '' : failureWords(failureOf(error)) };
}

/** Số hóa một giấy: scan, compare with the paper, confirm what was read, sign. */
export function DigitiseDialog({ dossier, paper, begun, onClose }: DigitiseProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const first = useScan(dossier.code, paper.no, begun);
  const second = useScan(dossier.code, paper.no);
  const [pages, setPages] = useState('');
  const [kind, setKind] = useState('');
  const [bearsNotes, setBearsNotes] = useState(false);
  const [values, setValues] = useState<Values | null>(null);
  const [typedAbout, setAbout] = useState<About | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [receipt, setReceipt] = useState('');
  const { scan } = first;
  const confirmed = values ?? scan?.values ?? [];
  const about = typedAbout ?? aboutRead(scan?.values ?? []);
  const sign = useMutation({
    mutationFn: () => send(ActDone, {
      method: 'POST', path: `/api/dossiers/${dossier.code}/digitised`,
      body: { clientKey, version: dossier.version, scan: scan?.id, pagesOnPaper: Number(pages), kind: kind === '' ? null : kind, bearsNotes, withNotes: second.scan?.id ?? null, values: confirmed.filter(({ value }) => value.trim() !== ''), about: sentAbout(about), onRequest: isAsked ? { receiptNumber: receipt.trim() === '' ? null : receipt.trim() } : null },
    }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['dossier'] });
    },
  });
  const { faults, words } = saidOf([sign.error, first.error, second.error]);
  return (
    <Dialog title={t('act.digitise')} onClose={onClose} broad>
      <p className="muted clamped">{listText(paper.name)}</p>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{words}</MessageArea>
      <FilePicker label={t(scan === null ? 'digitise.choose' : 'digitise.more')} isBusy={first.isBusy} onFiles={first.add} />
      {first.isBusy && <p role="status">{t('digitise.reading')}</p>}
      {scan !== null && (
        <>
          <Pages code={dossier.code} scan={scan} />
          <Compared scan={scan} pages={pages} kind={kind} values={confirmed} about={about} onAbout={setAbout} faultOf={(path) => faults.find((one) => one.field === path)?.text} onPages={setPages} onKind={setKind} onValues={setValues} />
          <OnRequest scan={scan} isAsked={isAsked} receipt={receipt} faultOf={(path) => faults.find((one) => one.field === path)?.text} onAsked={setAsked} onReceipt={setReceipt} />
          <Checkbox name="bearsNotes" label={t('digitise.bears-notes')} checked={bearsNotes} onChange={(checked) => { setBearsNotes(checked); second.clear(); }} />
          {bearsNotes && <FilePicker label={t('digitise.choose-notes')} isBusy={second.isBusy} onFiles={second.add} />}
          {second.scan !== null && <Pages code={dossier.code} scan={second.scan} />}
        </>
      )}
      <div className="row end">
        <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
        {scan !== null && <Button look="primary" busy={sign.isPending || first.isBusy || second.isBusy} onPress={() => { sign.mutate(); }}>{t('digitise.sign')}</Button>}
      </div>
    </Dialog>
  );
}
