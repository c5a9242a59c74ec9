// SPDX-License-Identifier: EUPL-1.2
import type { ReadinessLine } from '../contract/readiness.ts';

type Person = { readonly id: string; readonly name: string };
/** What is known of an agency before it goes live. `asked`: roles its processes ask for, in words by role. */
export type AgencyFacts = {
  readonly agency: string; readonly hasShop: boolean; readonly counters: number; readonly roles: readonly string[]; readonly heads: readonly Person[]; readonly leaders: readonly Person[]; readonly hasSeal: boolean;
  readonly procedures: number; readonly unpublished: readonly string[]; readonly generalModels: number; readonly withoutForm: readonly string[]; readonly asked: ReadonlyMap<string, string>;
  readonly agencyCertificate: boolean; readonly certified: ReadonlySet<string>; readonly yearsWithoutCalendar: readonly number[]; readonly ownTemplates: number;
};

const named = (names: readonly string[]): string => (names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} và ${names.length - 3} nữa`);

type Judged = Pick<ReadinessLine, 'state' | 'text'>;
const ready = (text: string): Judged => ({ state: 'ready', text });
const missing = (text: string): Judged => ({ state: 'missing', text });
const advice = (text: string): Judged => ({ state: 'advice', text });

function processes({ procedures, unpublished, generalModels, hasShop }: AgencyFacts): Judged {
  if (procedures === 0 && hasShop) return advice('Chỉ tiếp nhận và trả kết quả: chưa gắn thủ tục nào giải quyết ở đây.');
  if (procedures === 0) return missing('Chưa gắn thủ tục nào với quy trình và tờ khai ở đây.');
  if (unpublished.length > 0) return missing(`Quy trình đã gắn nhưng chưa công bố: ${named(unpublished)}.`);
  return generalModels > 0 ? advice(`${procedures} thủ tục chạy được, trong đó ${generalModels} dùng quy trình mẫu chung, chưa có quyết định riêng.`) : ready(`${procedures} thủ tục đều có quy trình nội bộ đã công bố.`);
}

function people({ asked, roles }: AgencyFacts): Judged {
  const held = new Set(roles);
  const lacking = [...asked].filter(([role]) => !held.has(role)).map(([, words]) => words);
  return lacking.length === 0 ? ready('Bước nào của quy trình cũng có người giữ vai trò.') : missing(`Chưa có ai giữ: ${named(lacking)}.`);
}

function certificates({ agencyCertificate, leaders, certified }: AgencyFacts): Judged {
  const without = leaders.filter(({ id }) => !certified.has(id)).map(({ name }) => name);
  if (!agencyCertificate) return missing('Cơ quan chưa có chứng thư số còn hạn.');
  if (leaders.length > 0 && without.length === leaders.length) return missing('Chưa lãnh đạo nào có chứng thư số còn hạn.');
  return without.length > 0 ? advice(`Chưa có chứng thư số: ${named(without)}.`) : ready('Cơ quan và lãnh đạo có chứng thư số còn hạn.');
}

/**
 * Sẵn sàng đưa vào dùng: line by line what an agency has and what it lacks, each with where it is mended. What stands in the way is «missing», the rest is advice.
 */
export function readinessOf(facts: AgencyFacts): readonly ReadinessLine[] {
  const { agency, hasShop, counters, heads, hasSeal, withoutForm, yearsWithoutCalendar, ownTemplates } = facts;
  const at = encodeURIComponent(agency);
  return [
    { what: 'process', ...processes(facts), href: '/lam-viec/quy-trinh' },
    { what: 'eform', ...(withoutForm.length === 0 ? ready('Tờ khai của các thủ tục đã công bố.') : missing(`Tờ khai đã gắn nhưng chưa công bố: ${named(withoutForm)}.`)), href: '/lam-viec/bieu-mau' },
    { what: 'calendar', ...(yearsWithoutCalendar.length === 0 ? ready('Lịch làm việc đã công bố đến hết năm sau.') : missing(`Chưa công bố lịch làm việc năm ${yearsWithoutCalendar.join(', ')}.`)), href: '/lam-viec/gio-lam-viec' },
    { what: 'people', ...people(facts), href: `/lam-viec/bo-tri?agency=${at}` },
    { what: 'head', ...(heads.length === 0 && facts.procedures === 0 ? advice('Chưa ghi người đứng đầu.') : heads.length === 0 ? missing('Chưa ghi người đứng đầu: văn bản sẽ không có người ký.') : ready(`Người đứng đầu: ${named(heads.map(({ name }) => name))}.`)), href: '/lam-viec/uy-quyen' },
    { what: 'counter', ...(!hasShop ? advice('Không có bộ phận một cửa riêng: hồ sơ nhận ở nơi khác.') : counters === 0 ? missing('Có bộ phận một cửa nhưng chưa có quầy nào.') : ready(`${counters} quầy.`)), href: `/lam-viec/bo-tri?agency=${at}` },
    { what: 'certificate', ...certificates(facts), href: '/lam-viec/uy-quyen' },
    { what: 'seal', ...(hasSeal ? ready('Đã đăng ký con dấu.') : advice('Chưa đăng ký con dấu: chỉ phát hành kết quả điện tử.')), href: '/lam-viec/con-dau' },
    { what: 'template', ...(ownTemplates === 0 ? advice('Kết quả in theo mẫu chung, chưa có mẫu giấy riêng.') : ready(`${ownTemplates} mẫu giấy riêng.`)), href: '/lam-viec/mau-giay' },
  ];
}
