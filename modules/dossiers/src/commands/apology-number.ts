// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { ok } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';
import { load } from '../store/ledger.ts';
import { documentNumber, giveBackNumber } from '../store/number-series.ts';
import { tidyCode } from '../store/numbers.ts';
import { heldNumber, holdNumber, isAwaited, takeHeld } from '../store/signings.ts';
import { type Asked, type Outcome, type Situation, rehearse } from './perform.ts';

/** What an apology is held a number for. `replaced`: the number of the one whose place it takes; null: it is the first. */
const heldFor = ({ id }: Dossier, replaced: string | null): { readonly dossier: string; readonly paper: string } => ({ dossier: id, paper: replaced === null ? 'extension' : `extension instead of ${replaced}` });

const seriesFor = ({ agencies, procedure }: Dossier) => ({ document: 'extension', agency: agencies.solving, procedure: procedure.code } as const);

/** The number an apology carries: the one held for it, else the next of its series. */
export async function apologyNumber({ tx, at, dossier }: Pick<Situation, 'tx' | 'at' | 'dossier'>, replaced: string | null): Promise<string> {
  return (await takeHeld(tx, heldFor(dossier, replaced)))?.number ?? documentNumber(tx, { ...seriesFor(dossier), at });
}

type Numbered = { readonly asked: Asked; readonly act: 'extend' | 'reissue'; readonly replaced: (dossier: Dossier) => string | null };

/** Holds the number of an apology while somebody confirms, and gives it back when nobody did. */
export const apologyHold = ({ asked, act, replaced }: Numbered): { readonly hold: (ctx: DossierContext) => Promise<Outcome<string>>; readonly release: (ctx: DossierContext) => Promise<void> } => ({
  hold: (ctx) => rehearse(ctx, asked, act, async ({ tx, at, dossier }) => {
    const paper = heldFor(dossier, replaced(dossier));
    const number = await heldNumber(tx, paper) ?? await documentNumber(tx, { ...seriesFor(dossier), at });
    await holdNumber(tx, { ...paper, number, at });
    return ok(number);
  }),
  release: (ctx) => inTransaction(ctx.db, async (tx) => {
    const dossier = (await load(tx, tidyCode(asked.code), true))?.dossier;
    if (dossier === undefined || await isAwaited(tx, dossier.code)) return;
    const paper = heldFor(dossier, replaced(dossier));
    const held = await takeHeld(tx, paper);
    if (held === undefined || await giveBackNumber(tx, { ...seriesFor(dossier), ...held })) return;
    // Something was numbered after it: it stays with the dossier, for when it is signed after all.
    await holdNumber(tx, { ...paper, ...held });
  }),
});
