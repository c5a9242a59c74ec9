// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { confirmDelivery, handToPost, packForPost } from '@motcua/dossiers';
import type { CounterIntake, OfficerDossier } from '@motcua/dossiers/contract';
import type { Officer } from '@motcua/kernel';
import type { Stage } from './simulate.ts';

type ByPost = Pick<CounterIntake, 'channel' | 'post' | 'handedOverAt'>;

const slipOf = ({ random }: Stage, kind: string): string => `${kind}${String(random.whole(1e9)).padStart(9, '0')}VN`;

/** How a filing that came by post is entered: the record was signed a little before. */
export function byPost(stage: Stage): ByPost {
  return { channel: 'post', handedOverAt: stage.ctx.clock.now().subtract({ minutes: 20 }).toString(), post: { enterprise: 'bcci', slip: slipOf(stage, 'RA'), handedBy: 'Bưu tá trình diễn' } };
}

/** The next thing that happens to a result that goes by post; false when nothing more will. */
export async function goesByPost(stage: Stage, actor: Officer, { code, version, parcel, applicant }: OfficerDossier): Promise<boolean> {
  const { ctx, did } = stage;
  const asked = { actor, code, version, clientKey: randomUUID() };
  switch (parcel?.stage) {
    case undefined: return did(await packForPost(ctx, { ...asked, body: { enterprise: 'bcci', slip: slipOf(stage, 'RB'), to: { name: applicant.name, phone: applicant.phone, address: applicant.address.text, payer: 'applicant' } } }));
    case 'packed': return did(await handToPost(ctx, { ...asked, noteId: randomUUID() }));
    case 'taken': did(await confirmDelivery(ctx, { ...asked, body: { receivedBy: applicant.name, deliveredAt: ctx.clock.now().toString() } })); return false;
    case 'on-the-way': case 'not-delivered': case 'back': case 'lost': case 'delivered': return false;
  }
}
