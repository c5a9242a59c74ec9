// SPDX-License-Identifier: EUPL-1.2
import { verifyAsync } from '@noble/ed25519';
import { secondText } from '@motcua/i18n';
import type { CheckKeys } from '@motcua/dossiers/contract';
import { z } from 'zod';

/** What a check without a line to the server comes to: the slip is as it was issued, or it is not ours. It knows nothing of what happened to the paper since. */
export type OfflineCheck =
  | { readonly verdict: 'intact'; readonly paper: string | null; readonly facts: readonly { readonly term: string; readonly value: string }[] }
  | { readonly verdict: 'forged' | 'unreadable' };

const version = 'm1';
const Claims = z.tuple([z.string(), z.string(), z.number(), z.record(z.string(), z.string())]);

function bytesOf(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);
    // Base64url has several spellings of one value: only the one that is written is ours.
    const written = btoa(String.fromCodePoint(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
    return written === text ? bytes : null;
  } catch {
    return null;
  }
}

/** The code in what was scanned or pasted: people paste the whole address as often as the code alone. */
export const codeIn = (text: string): string => text.trim().slice(text.trim().lastIndexOf('/') + 1);

/** Whether a text is a code of ours at all, genuine or not: the code of a dossier is not. */
export const isCode = (code: string): boolean => code.startsWith(`${version}.`);

function claimsOf(body: Uint8Array): z.infer<typeof Claims> | null {
  try {
    const read = Claims.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** What the code of a paper is called. The same as in modules/dossiers/src/papers/titles.ts. */
const termOfCode = (code: string): string => (code.startsWith('SH-') ? 'Đợt số hóa' : 'Mã hồ sơ');

/** Checks a code with the keys this browser keeps. The format is that of modules/documents/src/verification/token.ts. */
export async function checkOffline(scanned: string, { keys, papers, terms }: Pick<CheckKeys, 'keys' | 'papers' | 'terms'>): Promise<OfflineCheck> {
  const [head, body = '', signature = '', ...more] = codeIn(scanned).split('.');
  const [said, signed] = [bytesOf(body), bytesOf(signature)];
  const claims = said === null ? null : claimsOf(said);
  if (head !== version || more.length > 0 || claims === null || signed === null) return { verdict: 'unreadable' };
  const message = new TextEncoder().encode(`${head}.${body}`);
  const proven = await Promise.all(keys.map(async (key) => { const bytes = bytesOf(key); return bytes !== null && signed.length === 64 && verifyAsync(signed, message, bytes, { zip215: false }).catch(() => false); }));
  if (!proven.includes(true)) return { verdict: 'forged' };
  const [kind, code, issued, facts] = claims;
  return {
    verdict: 'intact', paper: papers[kind] ?? null,
    facts: [{ term: termOfCode(code), value: code }, { term: 'Lập lúc', value: secondText(issued) }, ...Object.entries(facts).flatMap(([key, value]) => (terms[key] === undefined ? [] : [{ term: terms[key], value }]))],
  };
}
