// SPDX-License-Identifier: EUPL-1.2
import { type NationalLine, type PublishedProcedure, procedureOn } from '@motcua/catalogue';
import { officeDay } from '@motcua/kernel';
import { type KeptProcedure, nationalProcedures, startNationalProceduresStandIn } from '@motcua/national-procedures';
import type { Installation } from '../installation.ts';

type Procedure = PublishedProcedure['procedure'];

const withBase = (procedure: Procedure, name: string): Procedure => ({ ...procedure, legalBases: [...procedure.legalBases, { code: 'thu-nghiem', name }] });
const laterNote = (procedure: Procedure): Procedure => ({ ...procedure, methods: procedure.methods.map((method, at) => (at === 0 ? { ...method, note: 'Nộp hồ sơ trong giờ làm việc; nộp trực tuyến được nhận cả ngày nghỉ.' } : method)) });

/** Procedures the made-up database tells of otherwise than the catalogue, by code; as they are: nothing to change. */
const changes: Readonly<Record<string, (procedure: Procedure) => Procedure>> = {
  '1.013227': (procedure) => withBase(procedure, 'Thông tư thử nghiệm của cơ sở dữ liệu quốc gia thay thế'),
  '1.004884': laterNote,
  '1.004873': (procedure) => ({ ...procedure, conditions: [procedure.conditions, 'Bản thử nghiệm: thêm một điều kiện để xem khác biệt.'].filter((text) => text !== null && text !== '').join('\n') }),
  '1.001193': (procedure) => procedure,
};

async function kept({ context: { db, clock } }: Installation): Promise<readonly KeptProcedure[]> {
  const now = clock.now();
  const told = await Promise.all(Object.entries(changes).map(async ([code, change]): Promise<readonly KeptProcedure[]> => {
    const here = await procedureOn(db, code, officeDay(now).toString());
    return here === undefined ? [] : [{ procedure: change(here.procedure), changedAt: now, counts: true }];
  }));
  const [one] = told.flat();
  const fresh: readonly KeptProcedure[] = one === undefined ? [] : [{ procedure: { ...one.procedure, code: '9.900001', name: 'Thủ tục thử nghiệm vừa được bộ công bố' }, changedAt: now, counts: true }];
  return [...told.flat(), ...fresh];
}

/** A stand-in for the national database of procedures in which a few procedures have changed, asked over the network like the real one. */
export async function demonstrateNationalLine(installation: Installation, key: string): Promise<{ readonly line: NationalLine; readonly stop: () => Promise<void> }> {
  const account = { user: 'motcua', secret: key, unit: 'H15', destination: 'VN:GOV:CSDLQG-TTHC' };
  const running = await startNationalProceduresStandIn({ account, procedures: await kept(installation), clock: installation.context.clock });
  return { line: nationalProcedures({ ...account, url: running.url }), stop: running.stop };
}
