// SPDX-License-Identifier: EUPL-1.2
import { handledAt } from '@motcua/catalogue';
import { isUniqueViolation } from '@motcua/db-kit';
import { type Officer, newId, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { NewOnSiteClass } from '../contract.ts';
import { enterClasses } from '../store/on-site.ts';
import type { Outcome } from './perform.ts';

/**
 * Xếp loại «5 tại chỗ»: procedures of an agency are done on site from a day on. Dossiers in hand keep the class they were accepted under.
 *
 * @error fields-to-mend - a procedure the agency does not handle, or one classed on that day already
 */
export async function classOnSite(ctx: DossierContext, { actor, body }: { readonly actor: Officer; readonly body: NewOnSiteClass }): Promise<Outcome<{ readonly classed: number }>> {
  const handled = new Set((await handledAt(ctx.db, body.agency, body.from)).map(({ code }) => code));
  const unknown = body.procedures.filter((code) => !handled.has(code));
  if (unknown.length > 0) return refuse({ code: 'fields-to-mend', fields: [{ path: 'procedures', label: 'Thủ tục', text: `Cơ quan không giải quyết thủ tục ${unknown.join(', ')}. Bỏ các mã này.` }] });
  const at = ctx.clock.now();
  try {
    await enterClasses(ctx.db, [...new Set(body.procedures)].map((procedure) => ({ id: newId(at), agency: body.agency, procedure, class: body.class, from: body.from, documentNumber: body.documentNumber, by: actor.id, at: at.toString() })));
  } catch (thrown) {
    if (!isUniqueViolation(thrown)) throw thrown;
    return refuse({ code: 'fields-to-mend', fields: [{ path: 'from', label: 'Từ ngày', text: 'Có thủ tục đã được xếp loại từ chính ngày này. Chọn ngày khác.' }] });
  }
  return ok({ classed: new Set(body.procedures).size });
}
