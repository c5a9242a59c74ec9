// SPDX-License-Identifier: EUPL-1.2
import { KeyRefused, type SigningIdentity, type SigningMeans, type SigningPlace, signingMeansOf, signingTable } from '@motcua/documents';
import { type Officer, newId, ok, refuse } from '@motcua/kernel';
import type { ChosenKey, DossierContext, KeysElsewhere } from '../context.ts';
import type { ActDone, DossierActName } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { agencyKeysKept } from '../permissions.ts';
import { type Signing, beginWaiting, moveSigning, signingsOf } from '../store/signings.ts';
import { type Asked, type Outcome, rehearse } from './perform.ts';
import { type SigningAct, type SigningStep, signingSteps } from './sign-outside.ts';

/** What is to be signed with a key that is not kept here. */
export type ToSign = {
  /** Dossier, or number of the slip. */
  readonly code: string; readonly act: SigningAct<unknown>;
  /** Whether it would be done whichever key signs; nothing is written. */
  readonly admitted: () => Promise<Outcome<unknown>>;
};
type ElsewhereAsked = { readonly officer: Officer; readonly means: string; /** The signer's own, used once. */ readonly pin: string | null; readonly items: readonly ToSign[] };
type Begun = { readonly id: string; readonly code: string; readonly step: SigningStep<unknown>; readonly next: () => Promise<SigningStep<unknown>>; readonly place: SigningPlace; readonly release: () => Promise<void> };
type Waiting = { readonly batch: string; readonly items: readonly { readonly id: string; readonly code: string }[]; readonly ended: Promise<void> };

/** How long a person has to confirm; milliseconds. */
const patience = 180_000;

/** The means an officer chose: his own, or one of an agency whose seal he puts on. */
async function chosenMeans(ctx: DossierContext, { officer, means: id }: ElsewhereAsked): Promise<{ readonly means: SigningMeans; readonly keys: KeysElsewhere } | null> {
  const keys = ctx.keysElsewhere;
  const means = (await signingMeansOf(ctx.db, { officers: [officer.id], agencies: agencyKeysKept(officer) })).find((one) => one.id === id && one.endedAt === null);
  return means === undefined || keys?.kinds.includes(means.kind) !== true ? null : { means, keys };
}

/** The key at its place, asked once for everything that is signed together. */
function keyFor({ means, keys }: { readonly means: SigningMeans; readonly keys: KeysElsewhere }, { officer, pin }: ElsewhereAsked): (place: SigningPlace) => ChosenKey {
  const [owner, ref, name] = means.agency === null ? ['officer' as const, officer.id, officer.name] : ['agency' as const, means.agency, means.certificateName];
  let asked: Promise<SigningIdentity> | undefined;
  return (place) => {
    let isUsed = false;
    return {
      kind: owner, ref,
      identity: async () => {
        if (isUsed) throw new KeyRefused('Giấy đã thay đổi trong lúc chờ xác nhận. Chưa ghi nhận chữ ký nào; mở lại rồi ký.');
        isUsed = true;
        asked ??= keys.identity({ kind: means.kind, account: means.account, owner, name }, { pin, patience });
        return place.at(await asked);
      },
    };
  };
}

/** Runs the rest of an act once its signature is there. */
async function written(next: Begun['next']): Promise<Outcome<unknown>> {
  for (;;) {
    const step = await next();
    if ('done' in step) return step.done;
    await step.sign();
  }
}

const broken: LifecycleRefusal = { code: 'key-refused', why: 'Máy chủ gặp lỗi trong lúc chờ. Chưa ghi nhận chữ ký nào; ký lại sau ít phút.' };

/** Why an act that began needs nobody to wait: it was refused, is done, or signs with another key than the one chosen. */
const refusalOf = (step: SigningStep<unknown>): LifecycleRefusal | null => ('done' in step ? (step.done.ok ? null : step.done.error) : step.isElsewhere ? null : { code: 'means-unknown' });

/** Waits for the person and then writes the acts, one after the other; what was cancelled meanwhile is dropped. */
async function carryOut(ctx: DossierContext, begun: readonly Begun[]): Promise<void> {
  const move = (id: string, from: 'waiting' | 'keeping', to: 'keeping' | 'done' | 'failed', refusal: LifecycleRefusal | null = null): Promise<boolean> => moveSigning(ctx.db, { id, from, to, refusal, at: ctx.clock.now() });
  const signed = await Promise.allSettled(begun.map(async ({ step, place }) => {
    try {
      if ('sign' in step && step.isElsewhere) await step.sign();
    } finally {
      place.leave();
    }
  }));
  for (const [at, { id, step, next, release }] of begun.entries()) {
    if (!await move(id, 'waiting', 'keeping')) {
      await release();
      continue;
    }
    const refusal = signed[at]?.status === 'rejected' ? broken : refusalOf(step);
    const outcome = refusal !== null ? refuse(refusal) : await written(next);
    await (outcome.ok ? move(id, 'keeping', 'done') : move(id, 'keeping', 'failed', outcome.error));
    if (!outcome.ok) await release();
  }
}

/** An act on a dossier, to be signed with such a key. */
export const onDossier = (ctx: DossierContext, { name, asked, act }: { readonly name: DossierActName; readonly asked: Asked; readonly act: SigningAct<ActDone> }): ToSign =>
  ({ code: asked.code, act, admitted: () => rehearse(ctx, asked, name, () => Promise.resolve(ok(null))) });

/**
 * Ký bằng khóa ở nơi khác: the acts are made ready, the key is asked once for all their signatures, and each act is written when its signature is there. No dossier is locked meanwhile.
 * Answers at once; how it stands is asked by `standingOfSignings`.
 *
 * @error means-unknown - the means is not the officer's, has ended, or cannot be reached from here
 */
export async function signElsewhere(ctx: DossierContext, asked: ElsewhereAsked): Promise<Outcome<Waiting>> {
  const chosen = await chosenMeans(ctx, asked);
  const [first] = asked.items;
  if (first === undefined) return refuse({ code: 'means-unknown' });
  if (chosen === null) {
    // Asked after the paper: who may not see it learns nothing of it here.
    const admitted = await first.admitted();
    return admitted.ok ? refuse({ code: 'means-unknown' }) : admitted;
  }
  const [key, take, at] = [keyFor(chosen, asked), signingTable(), ctx.clock.now()];
  const begun: Begun[] = [];
  for (const { code, act } of asked.items) {
    const place = take();
    const next = signingSteps({ ...ctx, chosenKey: key(place) }, act);
    begun.push({ id: newId(at), code, place, next, release: async () => act.release?.(ctx), step: await next() });
  }
  const [only, ...others] = begun;
  const refusal = only === undefined || others.length > 0 ? null : refusalOf(only.step);
  if (refusal !== null) {
    await only?.release();
    return refuse(refusal);
  }
  const batch = newId(at);
  await beginWaiting(ctx.db, { batch, items: begun, officer: asked.officer.id, means: chosen.means.id, kind: chosen.means.kind, at, endsAt: at.add({ milliseconds: patience }) });
  const ended = carryOut(ctx, begun).catch(async () => {
    for (const { id } of begun) for (const from of ['waiting', 'keeping'] as const) await moveSigning(ctx.db, { id, from, to: 'failed', refusal: broken, at: ctx.clock.now() });
    // A server that closes meanwhile can write nothing more; the standing says so when the time is over.
  }).catch(() => undefined);
  return ok({ batch, items: begun.map(({ id, code }) => ({ id, code })), ended });
}

type Which = Parameters<typeof signingsOf>[1];

/** How signings of an officer stand; one nobody waits for any more (the server stopped meanwhile) has failed. */
export async function standingOfSignings(ctx: DossierContext, asked: Which): Promise<readonly Signing[]> {
  const now = ctx.clock.now();
  const isLost = ({ state, endsAt }: Signing): boolean => (state === 'waiting' || state === 'keeping') && Temporal.Instant.compare(now, Temporal.Instant.from(endsAt).add({ minutes: 1 })) > 0;
  return (await signingsOf(ctx.db, asked)).map((signing) => (isLost(signing) ? { ...signing, state: 'failed', refusal: broken } : signing));
}

/** Thôi ký: nothing is signed; a confirmation that comes later is dropped. What is being written already stays. */
export async function cancelSignings(ctx: DossierContext, asked: Which): Promise<void> {
  for (const { id } of await signingsOf(ctx.db, asked)) await moveSigning(ctx.db, { id, from: 'waiting', to: 'cancelled', refusal: { code: 'signing-cancelled' }, at: ctx.clock.now() });
}
