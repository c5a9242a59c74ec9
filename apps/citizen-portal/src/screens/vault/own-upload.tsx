// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { KindsToChoose } from '@motcua/dossiers/contract';
import { Button, DateField, ErrorSummary, MessageArea, Section, Select, TextField, Upload, useWords } from '@motcua/ui';
import { readDay } from '@motcua/i18n';
import { ask, failureOf, failureWords, faultsOf, upload } from '@motcua/web-kit';
import { z } from 'zod';
import { accepted } from '../uploads.ts';

type Typed = Readonly<Record<'kind' | 'number' | 'issuer' | 'issuedOn' | 'validUntil', string>>;
const nothing: Typed = { kind: '', number: '', issuer: '', issuedOn: '', validUntil: '' };
const lastDay = '2099-12-31';
const Uploaded = z.object({ id: z.uuid() });

/** What was typed as it goes into the address; a day that cannot be read goes as typed, so that it is refused and named. */
function addressed(typed: Typed, organisation: string | null): string {
  const day = (text: string): string => (text.trim() === '' ? '' : readDay(text, lastDay) ?? text.trim());
  const all = { ...typed, issuedOn: day(typed.issuedOn), validUntil: day(typed.validUntil), organisation: organisation ?? '' };
  return new URLSearchParams(Object.entries(all).filter(([name, value]) => name === 'kind' || value.trim() !== '')).toString();
}

type OwnUploadProps = { readonly organisation: string | null; readonly onKept: (id: string) => void };

/** Tự tải giấy lên kho: kind, what the paper says of itself, and the file; nobody compares it, so it is no paper the state holds. */
export function OwnUploadForm({ organisation, onKept }: OwnUploadProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(nothing);
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const kinds = useQuery({ queryKey: ['kinds-to-upload'], staleTime: Infinity, queryFn: () => ask(KindsToChoose, '/api/my/paper-kinds') });
  const send = useMutation({
    mutationFn: (chosen: File) => upload(Uploaded, { path: `/api/my/vault/uploads?${addressed(typed, organisation)}`, file: chosen, onProgress: () => undefined }),
    onSuccess: async ({ id }) => {
      setTyped(nothing);
      setFile(null);
      await queries.invalidateQueries({ queryKey: ['my-vault'] });
      onKept(id);
    },
  });
  const faults = send.error === null ? [] : faultsOf(failureOf(send.error));
  const field = (name: keyof Typed) => ({ name, label: t(`own-upload.${name}`), value: typed[name], error: faults.find((one) => one.field === name)?.text, onChange: (text: string) => { setTyped({ ...typed, [name]: text }); } });
  return (
    <Section id="tu-tai-len" title={t(organisation === null ? 'own-upload.title' : 'own-upload.title-organisation')}>
      <p className="text">{t('own-upload.text')}</p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); setMissing(file === null); if (file !== null) send.mutate(file); }}>
        <ErrorSummary faults={faults} />
        <MessageArea tone="bad">{isMissing && file === null ? t('own-upload.choose-first') : send.error === null || faults.length > 0 ? '' : failureWords(failureOf(send.error))}</MessageArea>
        <Select {...field('kind')} empty="" choices={(kinds.data?.kinds ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
        <div className="halves">
          <TextField {...field('number')} optional />
          <TextField {...field('issuer')} optional />
          <DateField {...field('issuedOn')} optional />
          <DateField {...field('validUntil')} optional />
        </div>
        <Upload name="file" label={t('upload.choose')} hint={t('upload.hint')} accept={accepted} onFiles={(files) => { setFile(files[0] ?? null); }} />
        {file !== null && <p role="status">{t('own-upload.chosen', { name: file.name })}</p>}
        <p><Button type="submit" look="primary" busy={send.isPending}>{t('own-upload.send')}</Button></p>
      </form>
    </Section>
  );
}
