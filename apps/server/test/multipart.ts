// SPDX-License-Identifier: EUPL-1.2

/** A file as a browser sends it. */
export type FilePart = { readonly name: string; readonly bytes: Uint8Array; readonly type?: string };

/** A multipart body of one file, or of none. */
export function multipart(file: FilePart | null): { readonly payload: Buffer; readonly headers: Record<string, string> } {
  const edge = 'motcua-edge';
  const parts = file === null ? [Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n`)]
    : [Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: ${file.type ?? 'application/pdf'}\r\n\r\n`), Buffer.from(file.bytes), Buffer.from('\r\n')];
  return { payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${edge}` } };
}
