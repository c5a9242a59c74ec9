// SPDX-License-Identifier: EUPL-1.2
import { ApiFailure, failureFrom } from './api.ts';

/** Asks the server to make a file and hands it to the browser to keep. */
export async function download({ path, body, fileName }: { readonly path: string; readonly body: unknown; readonly fileName: string }): Promise<void> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    .catch(() => { throw new ApiFailure({ kind: 'offline' }); });
  if (!response.ok) throw new ApiFailure(failureFrom(response.status, await response.json().catch(() => null)));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
