// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { admitPartner } from '@motcua/access';
import { filingStart } from '@motcua/dossiers';
import { getEform } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { type NationalPortalStandIn, type StandInFiling, startNationalPortalStandIn } from '@motcua/national-portal';
import { communesOf, provinces } from '@motcua/organisation';
import { searchProcedures } from '@motcua/catalogue';
import type { Installation } from '../installation.ts';
import { answersFor } from './answers.ts';
import { givenNames } from './load.ts';
import { type Random, fakePersonalId, personName, seeded } from './people.ts';
import { communes } from './province.ts';

async function nextFiling(installation: Installation, random: Random): Promise<StandInFiling | null> {
  const { context } = installation;
  const { db } = context;
  const text = random.pick(['dang ky khai sinh', 'xac nhan tinh trang hon nhan', 'ho kinh doanh', 'gia han giay phep xay dung']);
  const { procedures } = await searchProcedures(db, { day: officeDay(context.clock.now()).toString(), text, level: 'COMMUNE', handledOnly: true, limit: 1 });
  const commune = random.pick([communes[0] ?? { code: '' }, ...communes]);
  const procedure = procedures[0]?.code;
  const start = procedure === undefined ? null : await filingStart(context, db, { procedure, agency: commune.code });
  const form = start?.ok === true ? await getEform(db, start.value.eform.key, start.value.eform.version) : undefined;
  const [province] = (await provinces(db)).slice(random.whole(30));
  const home = province === undefined ? undefined : (await communesOf(db, province.code))[0];
  if (form === undefined || province === undefined || home === undefined || start?.ok !== true) return null;
  const names = givenNames();
  const place = { province: province.code, provinceName: province.name, commune: home.code, communeName: home.name, street: `Số ${1 + random.whole(90)} đường Thử Nghiệm` };
  const party = {
    kind: 'person' as const, name: personName(random, names).name, personalId: fakePersonalId(random), birthDate: '1990-05-19', phone: '0900000456', email: null,
    address: { province: province.code, commune: home.code, text: `${place.street}, ${home.name}, ${province.name}` },
  };
  return {
    nationalCode: `G22.99-${String(random.whole(1e9)).padStart(9, '0')}`, procedure, circumstance: start.value.papers[0]?.circumstance ?? null, solvingAgency: commune.code, applicant: party,
    answers: answersFor(form, { party, place, random, names }), filedAt: context.clock.now().toString(), returnWay: 'electronic', papers: [],
  };
}

/** Starts the stand-in of the national portal and lets it file `count` dossiers here over the network. */
export async function demonstrateNationalPortal(installation: Installation, asked: { readonly target: string; readonly seed: number; readonly count: number }): Promise<NationalPortalStandIn> {
  const { context: { db, clock }, secret } = installation;
  const key = createHash('sha256').update(secret).update('national-portal').digest('base64url');
  await admitPartner(db, { id: 'national-portal', name: 'Cổng Dịch vụ công quốc gia', key });
  const random = seeded(asked.seed + Math.floor(clock.now().epochMilliseconds / 1000));
  const standIn = await startNationalPortalStandIn({ port: 0, target: asked.target, key, next: () => nextFiling(installation, random) });
  for (let at = 0; at < asked.count; at += 1) {
    const filing = await nextFiling(installation, random);
    if (filing !== null) await standIn.file(filing);
  }
  return standIn;
}
