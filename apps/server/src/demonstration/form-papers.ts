// SPDX-License-Identifier: EUPL-1.2
import { formPapers } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type EformDefinition, productEforms, publishEform } from '@motcua/eforms';

/** The general form stands for whatever a person fills in to ask: a province that has a form of its own for a procedure names it there. */
const general = { key: 'don-de-nghi', beginnings: ['Đơn', 'Tờ khai', 'Bản khai', 'Giấy đề nghị', 'Giấy yêu cầu', 'Giấy đăng ký', 'Văn bản đề nghị', 'Phiếu đề nghị', 'Phiếu yêu cầu', 'Phiếu đăng ký'] } as const;
const mostProcedures = 100;

/** A form with the papers it stands for, as a controller would confirm them in the designer. */
async function named(db: Db, form: EformDefinition, day: string): Promise<EformDefinition> {
  if (form.key === general.key) return { ...form, standsFor: general.beginnings.map((component) => ({ procedure: null, component })) };
  const { lines } = await formPapers(db, { key: form.key, title: form.title, day, limit: mostProcedures });
  const standsFor = lines.flatMap(({ procedure, proposed }) => proposed.map((component) => ({ procedure, component })));
  return standsFor.length === 0 ? form : { ...form, standsFor };
}

/** Publishes the forms the product carries, each with the papers of this province's procedures it stands for. @param day - ISO 8601 */
export async function publishForms(db: Db, at: Temporal.Instant, day: string): Promise<void> {
  for (const form of await productEforms()) {
    const answer = await publishEform(db, await named(db, form, day), { by: 'demonstration', at });
    if (!answer.ok) throw new Error(`e-form ${form.key}: ${JSON.stringify(answer.error)}`);
  }
}
