// SPDX-License-Identifier: EUPL-1.2
import { officeDay } from '@motcua/kernel';
import type { ArchiveOpening, BatchView, Destructions } from '../contract.ts';
import type { z } from 'zod';
import { dayOf, type ListPaper } from './list-paper.ts';

const onDay = (at: string): string => dayOf(officeDay(Temporal.Instant.from(at)).toString());

/** Biên bản giao nhận kèm mục lục hồ sơ nộp lưu; both sides' acts are named where they would sign. */
export function batchPaper({ number, agencyName, given, received, withdrawn, items }: BatchView): ListPaper {
  return {
    office: agencyName, title: 'Biên bản giao nhận hồ sơ nộp lưu và mục lục hồ sơ', number: `Số ${number}`,
    facts: [['Bên giao', `${given.by}, ngày ${onDay(given.at)}`], ['Bên nhận', withdrawn !== null ? `không có; ${withdrawn.by} đã rút biên bản ngày ${onDay(withdrawn.at)}: ${withdrawn.reason}` : received === null ? 'chưa nhận' : `${received.by}, ngày ${onDay(received.at)}, sau khi đọc lại từng gói`]],
    columns: ['STT', 'Mã hồ sơ', 'Thủ tục', 'Kết thúc', 'Văn bản', 'Thời hạn bảo quản', 'SHA-256 của gói'], widths: [0, 0, 3, 0, 0, 1.2, 1.6],
    rows: items.map(({ code, procedure, endedOn, documents, retention, keptUntil, sha256 }, at) => [String(at + 1), code, procedure, dayOf(endedOn), String(documents), keptUntil === null ? retention : `${retention}, đến hết ${dayOf(keptUntil)}`, (sha256.match(/.{16}/gu) ?? []).join(' ')]),
    sum: `Cộng: ${String(items.length)} hồ sơ, ${String(items.reduce((sum, { documents }) => sum + documents, 0))} văn bản. Hồ sơ điện tử, mỗi hồ sơ một gói có chữ ký số.`,
    signers: [{ as: 'Bên giao', under: 'Ký, ghi rõ họ tên', name: given.by }, { as: 'Bên nhận', under: 'Ký, ghi rõ họ tên', name: received?.by ?? '' }],
  };
}

const forms = { original: 'bản chính', copy: 'bản sao' } as const;
const carriers = { electronic: 'điện tử', paper: 'giấy' } as const;

/** Mục lục văn bản trong hồ sơ. */
export function fileListPaper({ title, code, agencyName, endedOn, kept, lines }: z.infer<typeof ArchiveOpening>, by: string): ListPaper {
  const pages = lines.reduce((sum, line) => sum + (line.pages ?? 0), 0);
  return {
    office: agencyName, title: 'Mục lục văn bản trong hồ sơ', number: code,
    facts: [['Hồ sơ', title], ['Kết thúc', dayOf(endedOn)], ['Thời hạn bảo quản', `${kept.words}${kept.until === null ? '' : `, đến hết ${dayOf(kept.until)}`} (${kept.source})`]],
    columns: ['STT', 'Số, ký hiệu', 'Ngày', 'Tác giả', 'Tên loại, trích yếu', 'Số trang', 'Loại', 'Dạng'], widths: [0, 1.1, 0, 1.4, 3, 0, 0, 0],
    rows: lines.map(({ no, number, day, author, abstract, pages: count, form, carrier }) => [String(no), number, dayOf(day), author, abstract, count === null ? '–' : String(count), forms[form], carriers[carrier]]),
    sum: `Cộng: ${String(lines.length)} văn bản, ${String(pages)} trang đã đếm.`, signers: [{ as: '', under: '', name: '' }, { as: 'Người lập mục lục', under: 'Ký, ghi rõ họ tên', name: by }],
  };
}

/** Danh mục hồ sơ hết thời hạn bảo quản đề nghị hủy. */
export function destructionPaper({ agencyName, noComplaint, proposed, decided, refused, dossiers }: Destructions['proposals'][number]): ListPaper {
  return {
    office: agencyName, title: 'Danh mục hồ sơ hết thời hạn bảo quản', number: refused !== null ? `Không hủy: ${refused.withdrawn ? 'đã rút đề nghị' : 'đề nghị bị từ chối'} ngày ${onDay(refused.at)}` : decided === null ? 'Đề nghị hủy, chưa có quyết định' : `Hủy theo quyết định ${decided.number} ngày ${dayOf(decided.date)}`,
    facts: [['Người đề nghị', `${proposed.by}, ngày ${onDay(proposed.at)}`], ['Khiếu nại, khởi kiện', noComplaint], ...(decided === null ? [] : [['Người quyết định', `${decided.by}, ngày ${onDay(decided.at)}`] as const])],
    columns: ['STT', 'Mã hồ sơ', 'Thủ tục', 'Bảo quản đến hết', 'Đã hủy ngày'], widths: [0, 0, 3, 0, 0],
    rows: dossiers.map(({ code, procedure, keptUntil, destroyedAt }, at) => [String(at + 1), code, procedure, dayOf(keptUntil), destroyedAt === null ? '' : onDay(destroyedAt)]),
    sum: `Cộng: ${String(dossiers.length)} hồ sơ.`, signers: [{ as: 'Người đề nghị', under: 'Ký, ghi rõ họ tên', name: proposed.by }, { as: 'Người quyết định', under: 'Ký, ghi rõ họ tên', name: decided?.by ?? '' }],
  };
}
