// SPDX-License-Identifier: EUPL-1.2
import type { SigningIdentity } from './model.ts';

/** A place at the table of one batch: `at` gives the identity that signs with the others, `leave` says that this place signs nothing. */
export type SigningPlace = { readonly at: (identity: SigningIdentity) => SigningIdentity; readonly leave: () => void };

type Asked = { readonly bytes: Uint8Array; readonly resolve: (signature: Uint8Array) => void; readonly reject: (fault: unknown) => void };

async function signedAll(identity: SigningIdentity, asked: readonly Asked[]): Promise<readonly Uint8Array[]> {
  const all = asked.map(({ bytes }) => bytes);
  if (identity.signMany !== undefined) return identity.signMany(all);
  const signatures: Uint8Array[] = [];
  // One after the other: a wrong PIN is tried once and not a hundred times.
  for (const bytes of all) signatures.push(await identity.sign(bytes));
  return signatures;
}

/**
 * Signatures by one key that are made together, so that who holds it confirms once (ký nhiều văn bản một lần): when every place has asked or left, the key is asked for all.
 *
 * @returns what takes a place; all are taken before the first one signs
 */
export function signingTable(): () => SigningPlace {
  const asked: Asked[] = [];
  let expected = 0;
  const go = (identity: SigningIdentity): void => {
    if (asked.length === 0 || asked.length < expected) return;
    const all = asked.splice(0);
    expected -= all.length;
    signedAll(identity, all).then(
      (signatures) => { for (const [at, { resolve, reject }] of all.entries()) { const signature = signatures[at]; if (signature === undefined) reject(new Error('a signature is missing')); else resolve(signature); } },
      (fault: unknown) => { for (const { reject } of all) reject(fault); },
    );
  };
  let known: SigningIdentity | undefined;
  return () => {
    expected += 1;
    let isOpen = true;
    return {
      at: (identity) => ({
        ...identity,
        sign: (bytes) => new Promise((resolve, reject) => {
          isOpen = false;
          known = identity;
          asked.push({ bytes, resolve, reject });
          go(identity);
        }),
      }),
      leave: () => {
        if (!isOpen) return;
        isOpen = false;
        expected -= 1;
        if (known !== undefined) go(known);
      },
    };
  };
}
