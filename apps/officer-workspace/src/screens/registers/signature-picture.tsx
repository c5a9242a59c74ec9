// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { momentShort } from '@motcua/i18n';
import { SignaturePictures } from '@motcua/dossiers/contract';
import { Asked, Button, DataTable, ErrorSummary, Facts, MessageArea, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, upload } from '@motcua/web-kit';
import { z } from 'zod';
import { EntryDialog } from './entry-dialog.tsx';

type Line = SignaturePictures['pictures'][number];
/** Of a screen, as browsers reckon. */
const dotsPerMillimetre = 96 / 25.4;
const Entered = z.object({ id: z.uuid() });

type KeeperProps = {
  /** Address of the pictures: the officer's own, or those of a seal. */
  readonly path: string; readonly kind: 'officer' | 'seal';
  /** Whose it is, for who looks with ears. */
  readonly whose: string;
};

/** Hình chữ ký, hình con dấu: what papers show, replaced and ended here; the pictures before stay in the list. */
export function PictureKeeper({ path, kind, whose }: KeeperProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setWidth] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [isEnding, setEnding] = useState(false);
  const pictures = useQuery({ queryKey: ['signature-pictures', path], queryFn: () => ask(SignaturePictures, path) });
  const inUse = pictures.data?.pictures.find(({ endedAt }) => endedAt === null);
  const widthMm = typed ?? (inUse?.widthMm == null ? '' : String(inUse.widthMm).replace('.', ','));
  const done = async (words: string): Promise<void> => { setSaid(words); await queries.invalidateQueries({ queryKey: ['signature-pictures', path] }); };
  const enter = useMutation({
    mutationFn: (file: File) => upload(Entered, { path: kind === 'seal' ? `${path}?${new URLSearchParams({ widthMm: widthMm.replace(',', '.').trim() }).toString()}` : path, file, onProgress: () => undefined }),
    onMutate: () => { setSaid(''); }, onSuccess: () => done(t(`picture.entered.${kind}`)),
  });
  const { error } = enter;
  const faults = error === null ? [] : faultsOf(failureOf(error));
  return (
    <>
      <MessageArea tone={error === null ? 'good' : 'bad'} onDismiss={() => { setSaid(''); enter.reset(); }}>{error === null ? said : faults.length > 0 ? '' : failureWords(failureOf(error))}</MessageArea>
      <ErrorSummary faults={faults} />
      <p className="muted">{t(`picture.hint.${kind}`)}</p>
      <Asked answer={pictures} loading={t('loading')} describe={(failure) => failureWords(failureOf(failure))}>
        {({ pictures: lines }) => (
          <>
            {inUse === undefined ? <p>{t(`picture.none.${kind}`)}</p> : <InUse line={inUse} path={path} whose={whose} kind={kind} />}
            {kind === 'seal' && <TextField name="widthMm" label={t('picture.width')} hint={t('picture.width-hint')} width="num" typing={{ inputMode: 'decimal' }} value={widthMm} onChange={setWidth} error={faults.find(({ field }) => field === 'widthMm')?.text} />}
            <div className="row">
              <Chooser label={t(inUse === undefined ? 'picture.choose' : 'picture.replace')} isBusy={enter.isPending} onFile={(file) => { enter.mutate(file); }} />
              {inUse !== undefined && <Button onPress={() => { setEnding(true); }}>{t('picture.end')}</Button>}
              <span className="muted small">{t('picture.formats')}</span>
            </div>
            {lines.length > 0 && <History lines={lines} />}
          </>
        )}
      </Asked>
      {isEnding && (
        <EntryDialog
          title={t('picture.end-title', { whose })} act="picture.end" path={`${path}/end`} register="signature-pictures" isEnding fields={[]} body={() => ({})} beside={() => <p>{t(`picture.end-effect.${kind}`)}</p>}
          onClose={() => { setEnding(false); }} onDone={() => { setEnding(false); enter.reset(); setSaid(t('picture.ended')); }}
        />
      )}
    </>
  );
}

/** The picture as a paper shows it: on white, a seal at its real size as far as the screen knows millimetres. */
function InUse({ line, path, whose, kind }: { readonly line: Line; readonly path: string; readonly whose: string; readonly kind: KeeperProps['kind'] }): ReactElement {
  const t = useWords();
  return (
    <figure className="signature-picture">
      <img src={`${path}/${line.id}/image`} alt={t(`picture.alt.${kind}`, { whose })} width={line.widthMm === null ? undefined : Math.round(line.widthMm * dotsPerMillimetre)} />
      <figcaption>
        <Facts facts={[{ term: t('picture.entered-at'), value: `${momentShort(line.enteredAt)}, ${line.enteredBy}` }, ...line.widthMm === null ? [] : [{ term: t('picture.width-said'), value: `${String(line.widthMm).replace('.', ',')} mm` }]]} />
      </figcaption>
    </figure>
  );
}

function Chooser({ label, isBusy, onFile }: { readonly label: string; readonly isBusy: boolean; readonly onFile: (file: File) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} type="file" accept="image/png,image/jpeg" hidden aria-label={label} onChange={(event) => { const [file] = event.target.files ?? []; if (file !== undefined) onFile(file); event.target.value = ''; }} />
      <Button look="primary" busy={isBusy} onPress={() => { input.current?.click(); }}>{label}</Button>
    </>
  );
}

function History({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('picture.history', { count: lines.length })} rows={lines} rowKey={({ id }) => id}
      columns={[
        { id: 'entered', title: t('picture.entered-at'), isRowTitle: true, cell: ({ enteredAt, enteredBy }) => <><span className="num">{momentShort(enteredAt)}</span><br /><span className="muted small">{enteredBy}</span></> },
        { id: 'ended', title: t('picture.ended-at'), cell: ({ endedAt, endedBy }) => (endedAt === null ? t('picture.in-use') : <><span className="num">{momentShort(endedAt)}</span><br /><span className="muted small">{endedBy}</span></>) },
      ]}
    />
  );
}
