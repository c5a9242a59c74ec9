// SPDX-License-Identifier: EUPL-1.2
import { handledAt } from '@motcua/catalogue';
import { classOnSite } from '@motcua/dossiers';
import { type Result, officeDay } from '@motcua/kernel';
import { enterPosting, noteAbsence, registerSeal, setBackup, setSeat, setSigningHours } from '@motcua/organisation';
import type { Installation } from '../installation.ts';
import { officerIds } from './officer-ids.ts';
import { loadPictures } from './pictures.ts';
import { centre, communes, departments } from './province.ts';

const since = '2025-07-01';

/** Fails the load when an entry of the demonstration's registers is refused. */
function taken<Value>(what: string, outcome: Result<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

/** The first department works at the Centre: a third of its procedures is fully on site, some more in part. The communes do simple matters on site. */
async function loadOnSite({ context }: Installation, by: { readonly id: string }): Promise<void> {
  const [justice] = departments;
  if (justice === undefined) return;
  await setSeat(context.db, { agency: justice.code, seat: centre.code });
  const actor = { kind: 'officer', id: by.id, name: '', postings: [] } as const;
  const classed = async (agency: string, kind: 'five' | 'three', share: readonly [number, number]): Promise<void> => {
    const handled = await handledAt(context.db, agency, since);
    const procedures = handled.slice(Math.floor(handled.length * share[0]), Math.floor(handled.length * share[1])).map(({ code }) => code);
    if (procedures.length > 0) taken(`on site ${agency}`, await classOnSite(context, { actor, body: { agency, procedures, class: kind, from: since, documentNumber: '210/QĐ-UBND' } }));
  };
  await classed(justice.code, 'five', [0, 0.34]);
  await classed(justice.code, 'three', [0.34, 0.5]);
  for (const [at, { code }] of communes.entries()) await classed(code, 'five', [0, 0.2 + at / 50]);
}

/** The registers of the demonstration beside delegations: seals and who keeps them, signing hours at the Centre, a posted official, back-ups and a leave to come. */
export async function loadPosts(installation: Installation): Promise<void> {
  const { db, clock } = installation.context;
  const at = clock.now();
  const today = officeDay(at);
  const idOf = officerIds(installation);
  const by = { id: await idOf('tinh.quantri'), at };
  const seals: string[] = [];
  for (const agency of [...departments, ...communes]) {
    const { id } = taken(agency.code, await registerSeal(db, {
      agency: agency.code, kind: 'main', name: `Con dấu ${agency.name}`, keptAt: agency.code, custodian: await idOf(`${agency.slug}.chuyenvien`), registrationNumber: `01/ĐKMCD-${agency.code}`, registeredOn: since, permissionNumber: null, from: since,
    }, by));
    seals.push(id);
  }
  const [, builder] = departments;
  if (builder === undefined) return;
  const second = taken('second seal', await registerSeal(db, {
    agency: builder.code, kind: 'second', name: `Con dấu thứ hai ${builder.name}`, keptAt: centre.code, custodian: await idOf(`${builder.slug}.chuyenvien`), registrationNumber: `02/ĐKMCD-${builder.code}`, registeredOn: '2026-01-05',
    permissionNumber: '15/CV-BNV', from: '2026-01-12',
  }, by));
  await loadPictures(installation, [...seals, second.id]);
  for (const [slug, weekday, from, until] of [['xaydung', 2, '08:00', '11:00'], ['xaydung', 4, '08:00', '11:00'], ['noivu', 3, '14:00', '16:30'], ['nongnghiep', 1, '08:00', '11:00'], ['taichinh', 5, '08:00', '11:00']] as const) {
    taken(slug, await setSigningHours(db, { officer: await idOf(`${slug}.lanhdao`), place: centre.code, weekday, from, until, validFrom: since, through: null }, by));
  }
  await loadOnSite(installation, by);
  const [first, other] = [await idOf('trungtam.tiepnhan'), await idOf('trungtam.tiepnhan2')];
  await setBackup(db, { officer: first, agency: centre.code, backup: other });
  await setBackup(db, { officer: other, agency: centre.code, backup: first });
  taken('posting', await enterPosting(db, {
    officer: await idOf('khoahoc.chuyenvien'), role: 'guide', agency: centre.code, unit: null, homeAgency: departments[5]?.code ?? null, seat: null, procedures: null, backup: await idOf('trungtam.huongdan'), documentNumber: '31/QĐ-SKHCN', from: since, through: today.add({ days: 120 }).toString(),
  }, by));
  taken('absence', await noteAbsence(db, { officer: other, agency: centre.code, from: today.add({ days: 3 }).toString(), through: today.add({ days: 5 }).toString(), reason: 'Nghỉ phép năm' }, by));
}
