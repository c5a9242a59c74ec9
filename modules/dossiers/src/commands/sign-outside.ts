// SPDX-License-Identifier: EUPL-1.2
import type { DossierContext } from '../context.ts';
import type { Outcome } from './perform.ts';

/** Ends the transaction of an act that needs a signature which was not made yet. */
class SignatureNeeded extends Error {
  readonly key: string;
  readonly isElsewhere: boolean;
  readonly make: () => Promise<Outcome<Uint8Array>>;
  constructor({ key, isElsewhere }: { readonly key: string; readonly isElsewhere: boolean }, make: SignatureNeeded['make']) {
    super('a signature is needed');
    this.key = key;
    this.isElsewhere = isElsewhere;
    this.make = make;
  }
}

/** Ends the transaction of an act whose paper carries what must be held before anybody waits. */
class HoldNeeded extends Error {}

/** An act that signs. `hold`: what must be the same when the act runs again, in a transaction of its own: the number on the paper; `release`: gives it back when the act came to nothing. */
export type SigningAct<Done> = { readonly act: (ctx: DossierContext) => Promise<Outcome<Done>>; readonly hold?: (ctx: DossierContext) => Promise<Outcome<unknown>>; readonly release?: (ctx: DossierContext) => Promise<void> };

/** How far an act came: to its end, or to a signature. `isElsewhere`: by the key that was chosen, which is not kept here. */
export type SigningStep<Done> = { readonly done: Outcome<Done> } | { readonly sign: () => Promise<void>; readonly isElsewhere: boolean };

/** An act needs two at most: a person's signature and the seal. A paper that changed in between is signed anew. */
const mostSignatures = 6;

/** Runs an act until it needs a signature, and ends it there without a trace; called again, it runs the whole act anew, with the signatures made until then and at the same moment. */
export function signingSteps<Done>(ctx: DossierContext, { act, hold }: SigningAct<Done>): () => Promise<SigningStep<Done>> {
  const at = ctx.clock.now();
  const made = new Map<string, Outcome<Uint8Array>>();
  let isHeld = hold === undefined;
  const waiting: DossierContext = {
    ...ctx, clock: { now: () => at },
    desk: {
      at,
      needsHold: () => { if (!isHeld) throw new HoldNeeded('what the paper carries is not held yet'); },
      signature: (order, make) => {
        const found = made.get(order.key);
        if (found === undefined) throw new SignatureNeeded(order, make);
        return found;
      },
    },
  };
  return async function next(): Promise<SigningStep<Done>> {
    try {
      return { done: await act(waiting) };
    } catch (fault) {
      if (fault instanceof HoldNeeded) {
        const held = await hold?.(waiting);
        if (held?.ok === false) return { done: held };
        isHeld = true;
        return next();
      }
      if (!(fault instanceof SignatureNeeded) || made.size >= mostSignatures) throw fault;
      return { isElsewhere: fault.isElsewhere, sign: async () => { made.set(fault.key, await fault.make()); } };
    }
  };
}

/** Runs an act that signs without keeping anything locked while the time-stamp authority and the issuer are asked. Where nobody is asked, and inside a transaction that is thrown away, the act runs once. */
export async function signingOutside<Done>(ctx: DossierContext, asked: SigningAct<Done>): Promise<Outcome<Done>> {
  if (ctx.proofs === undefined || ctx.db.isTransaction) return asked.act(ctx);
  const next = signingSteps(ctx, asked);
  for (;;) {
    const step = await next();
    if ('done' in step) {
      if (!step.done.ok) await asked.release?.(ctx);
      return step.done;
    }
    await step.sign();
  }
}
