// SPDX-License-Identifier: EUPL-1.2
import { searchProcedures } from '@motcua/catalogue';
import { fold, officeDay } from '@motcua/kernel';
import { appointHead, enterDelegation, revokeDelegation } from '@motcua/organisation';
import type { Installation } from '../installation.ts';
import { officerIds } from './officer-ids.ts';
import { heads } from './people.ts';
import { type DemoAgency, departments, province } from './province.ts';

const since = '2025-07-01';
const regulation = 'Điều 13 Nghị định 30/2020/NĐ-CP; Quy chế làm việc của cơ quan';

type Entry = Parameters<typeof enterDelegation>[1];

/** Procedures of a department that leave their time to a note: the simulated weeks do not use them. */
async function rareProcedures({ context: { db, clock } }: Installation, { fields }: DemoAgency): Promise<string[]> {
  const { procedures } = await searchProcedures(db, { day: officeDay(clock.now()).toString(), level: 'PROVINCE', handledOnly: true, limit: 3000 });
  return procedures.filter(({ time, field }) => (time === null || time.unit === 'OTHER') && fields.some((word) => fold(field ?? '').includes(word))).slice(0, 3).map(({ code }) => code);
}

/**
 * The heads of the demonstration's agencies, and the papers under which their deputies sign: one in force for each deputy,
 * and beside them one that is over, one taken back and one authorisation from above that soon ends.
 */
export async function loadAuthority(installation: Installation): Promise<void> {
  const { db, clock } = installation.context;
  const at = clock.now();
  const today = officeDay(at);
  const idOf = officerIds(installation);
  const by = { id: await idOf('tinh.quantri'), at };
  const enter = async (entry: Entry): Promise<string> => {
    const entered = await enterDelegation(db, entry, by);
    if (!entered.ok) throw new Error(`delegation ${entry.number}: ${JSON.stringify(entered.error)}`);
    return entered.value.id;
  };
  for (const { agency, officer } of heads) {
    const head = await idOf(officer.login);
    await appointHead(db, { agency: agency.code, officer: head, title: agency.kind === 'department' ? 'Giám đốc' : 'Chủ tịch', collective: agency.kind === 'department' ? null : 'Ủy ban nhân dân', from: since, at });
    if (agency === province) continue;
    const [delegate, delegateTitle] = [await idOf(`${agency.slug}.lanhdao`), agency.kind === 'department' ? 'Phó Giám đốc' : 'Phó Chủ tịch'];
    await enter({ kind: 'KT', agency: agency.code, delegator: head, delegate, delegateTitle, number: `01/QĐ-${agency.symbol}`, issuedOn: since, legalBasis: regulation, procedures: null, from: since, through: null, appraisal: null });
  }
  const [first = province] = heads.filter(({ agency }) => agency.kind === 'commune').map(({ agency }) => agency);
  const old: Entry = {
    kind: 'KT', agency: first.code, delegator: await idOf(`${first.slug}.chutich`), delegate: await idOf(`${first.slug}.chuyenvien`), delegateTitle: 'Phó Chủ tịch', number: '07/QĐ-UBND', issuedOn: '2025-08-01', legalBasis: regulation,
    procedures: null, from: '2025-08-01', through: '2025-12-31', appraisal: null,
  };
  await enter(old);
  const taken = await enter({ ...old, number: '12/QĐ-UBND', issuedOn: '2026-01-05', from: '2026-01-05', through: null });
  const revoked = await revokeDelegation(db, { id: taken, from: '2026-06-30', number: '88/QĐ-UBND', reason: 'Phân công lại công việc của lãnh đạo.', competenceMoved: false }, by);
  if (!revoked.ok) throw new Error(`revocation: ${JSON.stringify(revoked.error)}`);
  const [, builder = first] = departments;
  const procedures = await rareProcedures(installation, builder);
  if (procedures.length === 0) return;
  const issued = today.subtract({ days: 40 }).toString();
  await enter({
    kind: 'TUQ', agency: province.code, delegator: await idOf('tinh.chutich'), delegate: await idOf(`${builder.slug}.giamdoc`), delegateTitle: 'Giám đốc Sở Xây dựng', number: '45/GUQ-UBND', issuedOn: issued, legalBasis: 'Điều 13 khoản 3 Nghị định 30/2020/NĐ-CP',
    procedures, from: issued, through: today.add({ days: 12 }).toString(), appraisal: { by: 'Sở Tư pháp tỉnh Sông Mây', on: today.subtract({ days: 45 }).toString(), number: '102/BC-STP' },
  });
}
