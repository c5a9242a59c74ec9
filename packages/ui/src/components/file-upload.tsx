// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { fileSizeText } from '@motcua/i18n';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.ts';
import { fieldId } from './fields.tsx';

export type FileState =
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'kept' }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string };

export type ListedFile = { readonly id: string; readonly name: string; readonly bytes: number; readonly state: FileState; readonly href?: string | undefined };

/** Files with their state in words. */
export function FileList({ files, onRemove, onRetry, onForget }: {
  readonly files: readonly ListedFile[]; readonly onRemove?: (id: string) => void; readonly onRetry?: (id: string) => void;
  /** Takes one that was not taken out of the list. */
  readonly onForget?: (id: string) => void;
}): ReactElement {
  const t = useWords();
  return (
    <ul className="file-list" role="list">
      {files.map((file) => (
        <li key={file.id}>
          <span className="grow">{file.href === undefined ? file.name : <a href={file.href}>{file.name}</a>} <span className="num muted small">{fileSizeText(file.bytes)}</span></span>
          <FileStateText state={file.state} name={file.name} />
          {file.state.kind === 'failed' && onRetry !== undefined && <button type="button" className="link-button" onClick={() => { onRetry(file.id); }}>{t('act.retry')}</button>}
          {[onRemove, file.state.kind === 'failed' ? onForget : undefined].map((take, at) => take !== undefined && (
            <button key={at} type="button" className="link-button" onClick={() => { take(file.id); }}>{t('act.remove')}<span className="hidden-visually"> {file.name}</span></button>
          ))}
        </li>
      ))}
    </ul>
  );
}

function FileStateText({ state, name }: { readonly state: FileState; readonly name: string }): ReactElement {
  const t = useWords();
  switch (state.kind) {
    case 'sending': return <progress value={state.share} max={1} aria-label={t('upload.sending', { name })} />;
    case 'kept': return <span className="row"><Icon name="check" size={16} />{t('upload.kept')}</span>;
    case 'warning': return <span className="due soon">{state.text}</span>;
    case 'failed': return <span className="problem"><Icon name="circle-x" size={16} />{state.text}</span>;
  }
}

type UploadProps = {
  readonly name: string; readonly label: string; readonly hint: string; readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void; readonly children?: ReactNode;
};

/** Choose, photograph or drop; the area is the file button's own label. */
export function Upload({ name, label, hint, accept, onFiles, children }: UploadProps): ReactElement {
  const [isOver, setOver] = useState(false);
  const id = fieldId(name);
  return (
    <div
      className="drop" data-drop={isOver}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => { event.preventDefault(); setOver(false); onFiles([...event.dataTransfer.files]); }}
    >
      <label htmlFor={id} className="button"><Icon name="upload" />{label}</label>
      <span className="muted small" id={`${id}-goi-y`}>{hint}</span>
      <input
        type="file" className="hidden-visually" id={id} name={name} multiple accept={accept} aria-describedby={`${id}-goi-y`}
        onChange={(event) => { onFiles([...(event.target.files ?? [])]); event.target.value = ''; }}
      />
      {children}
    </div>
  );
}
