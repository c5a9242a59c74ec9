// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ParcelTo, ParcelView, PostalReturns } from '../contract.ts';
import type { Dossier, Parcel } from '../model.ts';
import { postDesks } from '../permissions.ts';
import { foldedEach } from '../store/ledger.ts';
import { enterprisesOn, parcelsOf } from '../store/post.ts';

/** Most dossiers one page shows of either list. */
const most = 200;

/** What to do with a parcel that did not arrive; null when there is nothing to do but wait. */
function toldOf({ stage }: Parcel): string | null {
  switch (stage) {
    case 'packed': case 'taken': case 'on-the-way': case 'delivered': return null;
    case 'not-delivered': return 'Gọi người nhận hỏi lại địa chỉ, giờ phát. Bưu chính phát lại, hoặc chuyển hoàn về nơi trả.';
    case 'back': return 'Gửi lại theo địa chỉ đã hỏi lại, hoặc mời người nhận đến nhận tại quầy.';
    case 'lost': return 'Lập biên bản với doanh nghiệp bưu chính; doanh nghiệp khắc phục và chịu chi phí. Cơ quan giải quyết cấp lại bản giấy, rồi gửi lại hoặc trả tại quầy. Bản điện tử vẫn có giá trị.';
  }
}

/** The parcel of a dossier as screens show it; null when none was packed. */
export function parcelView({ parcel }: Pick<Dossier, 'parcel'>): ParcelView | null {
  if (parcel === undefined) return null;
  const { stage, enterprise, slip, to, at, reason, note, attempt } = parcel;
  return { stage, enterprise: enterprise.name, slip, to: { ...to }, at, reason, note: note === null ? null : { id: note.id, number: note.number }, attempt, told: toldOf(parcel) };
}

/** Where a result goes: what the person said at filing, else what is known of the applicant. */
const goesTo = ({ returnTo, applicant }: Dossier): ParcelTo => returnTo ?? { name: applicant.name, phone: applicant.phone, address: applicant.address.text, payer: 'applicant' };

const lineOf = ({ code, version, procedure, applicant, result }: Dossier) => ({ code, version, procedure: procedure.name, applicant: applicant.name, result: result?.number ?? null });

/** Giao bưu chính: results to be packed, and parcels with where they are. */
export async function postalReturns(ctx: DossierContext, db: Db, officer: Officer): Promise<PostalReturns> {
  const { send, track } = postDesks(officer);
  const [waiting, under] = [await parcelsOf(db, { toPack: true, shops: send, limit: most + 1 }), await parcelsOf(db, { toPack: false, shops: track, limit: most + 1 })];
  const toPack = await foldedEach(db, waiting.slice(0, most));
  const parcels = await foldedEach(db, under.slice(0, most));
  return {
    maySend: send.length > 0, enterprises: (await enterprisesOn(db, officeDay(ctx.clock.now()).toString())).map(({ code, name }) => ({ code, name })), more: waiting.length > most || under.length > most,
    toPack: toPack.map((dossier) => ({ ...lineOf(dossier), to: goesTo(dossier), decidedAt: dossier.decidedAt })),
    parcels: parcels.flatMap((dossier) => {
      const parcel = parcelView(dossier);
      return parcel === null ? [] : [{ ...lineOf(dossier), parcel }];
    }),
  };
}
