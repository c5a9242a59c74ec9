// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, Reissue, ReissuablePaper } from '../contract.ts';
import { issueOf, reissuable } from '../lifecycle/issued-papers.ts';
import { mayDo } from '../permissions.ts';
import { documentNumber } from '../store/number-series.ts';
import { apologyHold, apologyNumber } from './apology-number.ts';
import { signedExtension } from './extend.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';

type Body = Omit<z.infer<typeof Reissue>, 'clientKey' | 'version'>;

type Again = Asked & { readonly body: Body };

/** The papers whose reasons may be written anew: nothing else can mend them once they have ended the dossier or carry a signature. */
const worded: ReadonlySet<ReissuablePaper> = new Set(['refusal', 'extension', 'stop-notice']);

/** The signed file of the new copy, for a paper that a head signs. */
async function signedCopy(ctx: DossierContext, { tx, at, by, dossier }: Situation, { paper, number, wording }: { readonly paper: ReissuablePaper; readonly number: string; readonly wording: readonly string[] | null }): Promise<Outcome<{ readonly documentId?: string; readonly sha256?: string }>> {
  if (paper !== 'extension' || dossier.extension === null) return ok({});
  return signedExtension(ctx, { tx, at, by, dossier }, { ...dossier.extension, number, reason: wording?.join(' ') ?? dossier.extension.reason });
}

/**
 * Cấp lại giấy: a paper that was wrong is issued again under a new number, with the reason; the old one is marked replaced and its QR code says so.
 * By whoever may issue it; a paper that is signed is signed again.
 *
 * @error no-such-paper, not-permitted, fields-to-mend; authority-missing, no-certificate for a paper that is signed
 */
export const reissue = (ctx: DossierContext, asked: Again): Promise<Outcome<ActDone>> => signingOutside(ctx, reissuing(asked));

/** The same, for who signs with a key that is not kept here. */
export function reissuing(asked: Again): SigningAct<ActDone> {
  return { ...apologyHold({ asked, act: 'reissue', replaced: (dossier) => issueOf(dossier, 'extension')?.number ?? null }), act: (ctx) => perform(ctx, asked, 'reissue', async (situation) => {
    const { tx, at, to, dossier } = situation;
    const { paper, reason, wording } = asked.body;
    const before = issueOf(dossier, paper);
    if (before === null) return refuse({ code: 'no-such-paper' });
    const { act, desk } = reissuable[paper];
    if (!mayDo(asked.actor, act, { dossier })) return refuse({ code: 'not-permitted', act: 'reissue' });
    if (wording !== null && !worded.has(paper)) return refuse({ code: 'fields-to-mend', fields: [{ path: 'wording', label: 'Lý do ghi lại trên giấy', text: 'Giấy này không ghi lại lý do. Sửa thông tin hồ sơ rồi cấp lại.' }] });
    const number = paper === 'extension' ? await apologyNumber(situation, before.number) : await documentNumber(tx, { document: paper, agency: dossier.agencies[desk], procedure: dossier.procedure.code, at });
    const copy = await signedCopy(ctx, situation, { paper, number, wording });
    if (!copy.ok) return copy;
    return ok([{ type: 'reissued', data: { to, paper, number, reason, ...(wording === null ? {} : { wording }), ...copy.value, replaced: { number: before.number, issuedAt: before.at } } }]);
  }) };
}
