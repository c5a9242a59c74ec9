// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { ApiFailure, failureFrom } from './api.ts';

type Upload = { readonly path: string; readonly file: File; readonly onProgress: (share: number) => void };

/** Sends one file as multipart with its progress, 0 to 1. `fetch` tells no progress of what it sends. */
export function upload<Answer>(schema: z.ZodType<Answer>, { path, file, onProgress }: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => { onProgress(total === 0 ? 0 : loaded / total); };
    request.onerror = () => { reject(new ApiFailure({ kind: 'offline' })); };
    request.onload = () => {
      const answer: unknown = request.response;
      const parsed = schema.safeParse(answer);
      if (request.status < 300 && parsed.success) resolve(parsed.data);
      else reject(new ApiFailure(failureFrom(request.status, answer)));
    };
    request.send(form);
  });
}
