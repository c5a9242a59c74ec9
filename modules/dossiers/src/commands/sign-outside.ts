// SPDX-License-Identifier: EUPL-1.2
import type { DossierContext } from '../context.ts';
import type { Outcome } from './perform.ts';

/** Ends the transaction of an act that needs a signature which was not made yet. */
class SignatureNeeded extends Error {
  readonly key: string;
  readonly make: () => Promise<Outcome<Uint8Array>>;
  constructor(key: string, make: SignatureNeeded['make']) {
    super('a signature is needed');
    this.key = key;
    this.make = make;
  }
}

/** An act needs two at most: a person's signature and the seal. A paper that changed in between is signed anew. */
const mostSignatures = 6;

/**
 * Runs an act that signs without keeping anything locked while the time-stamp authority and the issuer are asked: the act runs until it needs a signature and ends without a trace,
 * the signature is made, and the whole act is decided anew with it, at the same moment. Where nobody is asked the act runs once.
 *
 * @param hold - what must be the same when the act runs again, in a transaction of its own: the number on the paper
 */
export async function signingOutside<Done>(ctx: DossierContext, act: (ctx: DossierContext) => Promise<Outcome<Done>>, hold?: (ctx: DossierContext) => Promise<Outcome<unknown>>): Promise<Outcome<Done>> {
  if (ctx.proofs === undefined) return act(ctx);
  const at = ctx.clock.now();
  const made = new Map<string, Outcome<Uint8Array>>();
  const waiting: DossierContext = {
    ...ctx, clock: { now: () => at },
    desk: {
      signature: (key, make) => {
        const found = made.get(key);
        if (found === undefined) throw new SignatureNeeded(key, make);
        return found;
      },
    },
  };
  for (;;) {
    try {
      return await act(waiting);
    } catch (fault) {
      if (!(fault instanceof SignatureNeeded) || made.size >= mostSignatures) throw fault;
      const held = made.size === 0 ? await hold?.(waiting) : undefined;
      if (held?.ok === false) return held;
      made.set(fault.key, await fault.make());
    }
  }
}
