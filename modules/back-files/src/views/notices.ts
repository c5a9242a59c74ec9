// SPDX-License-Identifier: EUPL-1.2
import { type Citizen, officeDay } from '@motcua/kernel';
import { everyProcedure } from '@motcua/messages';
import { agencyNames } from '@motcua/organisation';
import { organisationsOf } from '@motcua/vault';
import type { VaultNotices } from '@motcua/vault/contract';
import type { BackFileContext } from '../model.ts';
import { numberOf } from '../store/batches.ts';
import { digitisedFor } from '../store/lines.ts';

/** How long a person is told of papers that came into the vault; days. */
const toldDays = 60;

const usual = ({ count, agency, batch }: { readonly count: string; readonly agency: string; readonly batch: string }): { readonly title: string; readonly text: string } =>
  ({ title: `${count} giấy cũ của ông/bà đã vào kho`, text: `${agency} đã số hóa ${count} giấy cấp trước đây (đợt ${batch}), đối chiếu với bản giấy và ký số. Ông/bà dùng lại được khi làm thủ tục. Giấy nào sai thì bấm «Giấy này không đúng» ở giấy ấy.` });

/**
 * Lời báo giấy cũ đã vào kho: to a person, and for each organisation he represents, one a batch however many papers; in the words of the province where it published some. They follow from what was signed, so that nobody is told twice.
 */
export async function noticesFor({ db, clock, messages }: BackFileContext, { personalId }: Citizen): Promise<VaultNotices> {
  const at = clock.now();
  const owners = [{ ref: personalId, organisation: null }, ...(await organisationsOf(db, personalId, officeDay(at).toString())).map(({ organisation, organisationName }) => ({ ref: organisation, organisation: { code: organisation, name: organisationName } }))];
  const told = (await Promise.all(owners.map(async ({ ref, organisation }) => (await digitisedFor(db, ref, at.subtract({ hours: toldDays * 24 }))).map((one) => ({ ...one, organisation }))))).flat();
  const [say, nameOf] = await Promise.all([messages.of(db), agencyNames(db, new Set(told.map(({ agency }) => agency)))]);
  return { notices: told.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at)).map(({ papers, organisation, at: last, ...batch }) => {
    const said = { count: String(papers), agency: nameOf(batch.agency), batch: numberOf(batch) };
    const words = say({ event: 'old-papers-kept', channel: 'in-app', procedure: everyProcedure, day: officeDay(last).toString() }, { 'số giấy cũ': said.count, 'cơ quan số hóa': said.agency, 'đợt số hóa': said.batch }) ?? usual(said);
    return { batch: said.batch, organisation, at: last.toString(), title: words.title, text: words.text };
  }) };
}
