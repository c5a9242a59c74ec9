// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { findOneStopShop, shopServing } from '@motcua/organisation';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import type { Dossier } from '../model.ts';
import { mayFileAnywhere } from '../store/filing-place.ts';
import type { Outcome } from './perform.ts';

type Asked = { readonly procedure: string; readonly agencies: Dossier['agencies']; readonly at: Temporal.Instant };

/**
 * Whether three agencies may be those of a filing: the result is handed out at a one-stop shop; where the procedure must be filed in its place,
 * the shop that serves the solving agency receives and returns.
 *
 * @error fields-to-mend - names the office to choose again
 * @legal nd-118-2025/d20
 */
export async function filingPlaces(tx: Db, { procedure, agencies: { receiving, solving, returning }, at }: Asked): Promise<Outcome<null>> {
  if (await findOneStopShop(tx, returning) === undefined) return mend({ path: 'returningAgency', label: 'Nơi trả kết quả', text: 'Nơi trả kết quả phải là một bộ phận một cửa. Chọn trong danh sách.' });
  if (await mayFileAnywhere(tx, { procedure, day: officeDay(at).toString() })) return ok(null);
  const shop = await shopServing(tx, solving) ?? solving;
  if (shop !== receiving) return mend({ path: 'solvingAgency', label: 'Nơi giải quyết', text: 'Thủ tục này phải nộp tại bộ phận một cửa của cơ quan giải quyết. Chọn cơ quan của nơi này, hoặc hướng dẫn ông/bà đến đúng nơi.' });
  return shop === returning ? ok(null) : mend({ path: 'returningAgency', label: 'Nơi trả kết quả', text: 'Thủ tục này trả kết quả tại bộ phận một cửa của cơ quan giải quyết. Chọn nơi đó.' });
}

const mend = (field: FieldRefusal): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [field] });
