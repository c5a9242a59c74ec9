// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames, findOneStopShop } from '@motcua/organisation';
import { renderPostalList, renderPostalSlip } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';
import { postDesks } from '../permissions.ts';
import { findPostalNote, postalNoteLines } from '../store/post.ts';
import { foldedEach } from '../store/ledger.ts';
import { readable } from '../views/one.ts';
import { headOf } from './head.ts';

const asSender = (dossier: Dossier): Dossier => ({ ...dossier, agencies: { ...dossier.agencies, receiving: dossier.agencies.returning } });

/** Bảng kê giao bưu chính as PDF, for who sends or tracks; null for a list that is not there or not the officer's. */
export async function printPostalList(ctx: DossierContext, db: Db, { officer, id }: { readonly officer: Officer; readonly id: string }): Promise<Uint8Array | null> {
  const note = await findPostalNote(db, id);
  if (note === undefined || !postDesks(officer).track.includes(note.from)) return null;
  const lines = await postalNoteLines(db, id);
  const dossiers = new Map((await foldedEach(db, lines.map(({ dossierId }) => dossierId))).map((dossier) => [dossier.id, dossier]));
  const [first] = lines;
  const leading = first === undefined ? undefined : dossiers.get(first.dossierId);
  if (first === undefined || leading === undefined) return null;
  const head = await headOf(ctx, db, asSender(leading), { kind: 'postal-list', number: note.number, issuedAt: first.at.toString() });
  const nameOf = await agencyNames(db, [note.from]);
  return renderPostalList({
    ...head, dossierCode: '', from: nameOf(note.from), enterprise: leading.parcel?.enterprise.name ?? note.enterprise, handedOverBy: first.by,
    lines: lines.map(({ dossierId, slip }) => {
      const dossier = dossiers.get(dossierId);
      const to = dossier?.parcel?.to;
      return { code: dossier?.code ?? '', slip, name: to?.name ?? '', address: to?.address ?? '', payer: to?.payer ?? 'applicant' };
    }),
  });
}

/** Phiếu gửi of a dossier's parcel, with the code of the dossier; null when none is packed or it is not the officer's to see. */
export async function printPostalSlip(ctx: DossierContext, db: Db, { officer, code }: { readonly officer: Officer; readonly code: string }): Promise<Uint8Array | null> {
  const found = await readable(db, officer, code);
  if (!found.ok) return null;
  const { dossier } = found.value;
  const { parcel } = dossier;
  if (parcel === undefined) return null;
  const head = await headOf(ctx, db, asSender(dossier), { kind: 'postal-slip', number: parcel.slip, issuedAt: parcel.at });
  const shop = await findOneStopShop(db, dossier.agencies.returning);
  return renderPostalSlip({
    ...head, sender: { name: head.office, address: shop?.address ?? '', phone: shop?.phone ?? '' }, receiver: { name: parcel.to.name, address: parcel.to.address, phone: parcel.to.phone ?? '' },
    enterprise: parcel.enterprise.name, slip: parcel.slip, payer: parcel.to.payer, content: [dossier.result?.number ?? '', dossier.procedure.name].filter((part) => part !== '').join(' · '),
  });
}
