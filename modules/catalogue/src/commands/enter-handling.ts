// SPDX-License-Identifier: EUPL-1.2
import { type Db, isUniqueViolation, sql } from '@motcua/db-kit';
import { eformOn } from '@motcua/eforms';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { divisionsOf, findAgency } from '@motcua/organisation';
import { definitionInForce } from '@motcua/workflow';
import type { z } from 'zod';
import type { HandlingAsked } from '../contract/control.ts';
import { procedureOn } from '../views/procedures.ts';

/** Why a handling was not entered. */
export type HandlingRefusal = { readonly code: 'handling-bad'; readonly fields: readonly { readonly path: string; readonly text: string }[] } | { readonly code: 'handling-known' };

async function faultsOf(db: Db, procedure: string, asked: z.infer<typeof HandlingAsked>, today: string): Promise<Extract<HandlingRefusal, { code: 'handling-bad' }>['fields']> {
  const { agency, process, eform, unit, validFrom } = asked;
  return [
    ...(validFrom < today ? [{ path: 'validFrom', text: 'Ngày này đã qua. Chọn từ hôm nay trở đi: hồ sơ đã tiếp nhận giữ cách giải quyết cũ.' }] : []),
    ...(await procedureOn(db, procedure, validFrom) === undefined ? [{ path: 'procedure', text: 'Thủ tục này không có hiệu lực vào ngày ấy.' }] : []),
    ...(await findAgency(db, agency) === undefined ? [{ path: 'agency', text: 'Chọn một cơ quan trong danh sách.' }] : []),
    ...(await definitionInForce(db, process, validFrom) === null ? [{ path: 'process', text: 'Chưa có quy trình nào mang mã này có hiệu lực vào ngày ấy.' }] : []),
    ...(await eformOn(db, eform, validFrom) === undefined ? [{ path: 'eform', text: 'Chưa có biểu mẫu điện tử nào mang mã này có hiệu lực vào ngày ấy.' }] : []),
    ...(unit !== null && !(await divisionsOf(db, agency)).some(({ code }) => code === unit) ? [{ path: 'unit', text: 'Cơ quan này không có đơn vị ấy.' }] : []),
  ];
}

/**
 * Giao thủ tục cho cơ quan giải quyết: which process, e-form and unit an agency uses from a day on. What was accepted before keeps its own.
 *
 * @error handling-bad - each field with what is wrong; handling-known - the agency has a row that begins on the very day
 */
export async function enterHandling(db: Db, procedure: string, { asked, by, at }: { readonly asked: z.infer<typeof HandlingAsked>; readonly by: Officer; readonly at: Temporal.Instant }): Promise<Result<null, HandlingRefusal>> {
  const fields = await faultsOf(db, procedure, asked, officeDay(at).toString());
  if (fields.length > 0) return refuse({ code: 'handling-bad', fields });
  const { agency, process, eform, unit, resultSymbol, validFrom, document } = asked;
  try {
    await sql`insert into catalogue.handling (procedure_code, agency_code, valid_from, process_key, eform_key, unit_code, result_symbol, own, document, entered_by, entered_at)
      values (${procedure}, ${agency}, ${validFrom}, ${process}, ${eform}, ${unit}, ${resultSymbol}, false, ${document}, ${by.name}, ${at.toString()})`.execute(db);
    return ok(null);
  } catch (fault) {
    if (isUniqueViolation(fault)) return refuse({ code: 'handling-known' });
    throw fault;
  }
}
