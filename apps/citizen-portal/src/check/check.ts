// SPDX-License-Identifier: EUPL-1.2
import { CheckedPaper } from '@motcua/dossiers/contract';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import { keysAtHand } from './kept-keys.ts';
import { type OfflineCheck, checkOffline, codeIn, isCode } from './offline-code.ts';
import { codeInFile, digestOf } from './read-picture.ts';

/** What is shown after a check. */
export type Outcome =
  | { readonly kind: 'online'; readonly answer: CheckedPaper; readonly file: string | null }
  | { readonly kind: 'offline'; readonly answer: OfflineCheck; readonly takenAt: string; readonly owner: string }
  | { readonly kind: 'no-keys' | 'file-needs-line' | 'not-a-code' | 'no-code-in-picture' | 'not-a-paper' }
  | { readonly kind: 'failed'; readonly text: string };

async function withoutLine(code: string): Promise<Outcome> {
  const keys = await keysAtHand();
  return keys === null ? { kind: 'no-keys' } : { kind: 'offline', answer: await checkOffline(code, keys), takenAt: keys.takenAt, owner: keys.owner };
}

/** Checks a code: with the server, which knows what became of the paper, or without it when the line is gone. */
export async function checkCode(text: string): Promise<Outcome> {
  const code = codeIn(text);
  if (!isCode(code)) return { kind: 'not-a-code' };
  try {
    return { kind: 'online', answer: await send(CheckedPaper, { method: 'POST', path: '/api/paper-checks', body: { code } }), file: null };
  } catch (thrown) {
    const failure = failureOf(thrown);
    return failure.kind === 'offline' ? withoutLine(code) : { kind: 'failed', text: failureWords(failure) };
  }
}

/** Checks a file: a picture by the code in it, a PDF by its digest. The file itself is not sent. */
export async function checkFile(file: File): Promise<Outcome> {
  if (file.type.startsWith('image/')) {
    const code = await codeInFile(file);
    return code === null ? { kind: 'no-code-in-picture' } : checkCode(code);
  }
  if (file.size === 0 || file.type !== 'application/pdf') return { kind: 'not-a-paper' };
  try {
    return { kind: 'online', answer: await send(CheckedPaper, { method: 'POST', path: '/api/paper-checks', body: { sha256: await digestOf(file) } }), file: file.name };
  } catch (thrown) {
    const failure = failureOf(thrown);
    return failure.kind === 'offline' ? { kind: 'file-needs-line' } : { kind: 'failed', text: failureWords(failure) };
  }
}
