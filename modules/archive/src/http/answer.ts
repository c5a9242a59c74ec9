// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { type Problem, problem } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import type { ArchiveRefusal } from '../model.ts';

/** A refusal of the archive in words that say what to do. */
function said(refusal: ArchiveRefusal): Problem {
  switch (refusal.code) {
    case 'archive-dossier-unknown': return problem({ status: 404, code: 'archive-dossier-unknown', title: `Không có hồ sơ đã kết thúc mã ${refusal.dossier} trong phạm vi của ông/bà.`, detail: 'Xem lại mã trên danh sách. Hồ sơ đã hủy chỉ còn bia, không mở được.' });
    case 'not-closed': return problem({ status: 409, code: 'not-closed', title: `Hồ sơ ${refusal.dossier} chưa kết thúc.`, detail: 'Chỉ nộp lưu, xem ở lưu trữ, đề nghị hủy hồ sơ đã kết thúc. Bỏ hồ sơ này ra rồi làm lại.' });
    case 'handed-in-already': return problem({ status: 409, code: 'handed-in-already', title: `Hồ sơ ${refusal.dossier} đã nộp lưu.`, detail: 'Tải lại danh sách rồi lập lại biên bản.' });
    case 'no-retention-rule': return problem({ status: 409, code: 'no-retention-rule', title: `Chưa có quy định bảo quản cho hồ sơ ${refusal.dossier}.`, detail: 'Người quản trị ghi thời hạn bảo quản ở trang «Quy định có ngày hiệu lực», từ ngày hồ sơ kết thúc.' });
    case 'package-broken': return problem({ status: 409, code: 'package-broken', title: `Gói của hồ sơ ${refusal.dossier} không nguyên vẹn: ${refusal.text}`, detail: 'Chưa ghi gì. Kiểm tra toàn vẹn để lấy lại từ bản thứ hai, hoặc xem chứng thư số của cơ quan còn hiệu lực không.' });
    case 'batch-unknown': return problem({ status: 404, code: 'batch-unknown', title: 'Không có biên bản nộp lưu này, hoặc đã nhận, đã rút rồi.', detail: 'Tải lại danh sách biên bản.' });
    case 'destruction-unknown': return problem({ status: 404, code: 'destruction-unknown', title: 'Không có đề nghị hủy này, hoặc đã quyết định, từ chối, rút rồi.', detail: 'Tải lại danh sách đề nghị.' });
    case 'archive-second-person': return problem({ status: 409, code: 'archive-second-person', title: 'Việc này cần người thứ hai.', detail: 'Người giao không tự nhận, người đề nghị hủy không tự quyết định, chỉ người đề nghị rút được đề nghị. Nhờ người khác làm bước này.' });
    case 'archive-not-giver': return problem({ status: 409, code: 'archive-not-giver', title: `Biên bản này do ${refusal.who} giao.`, detail: 'Người giao rút được biên bản của mình khi chưa ai nhận. Nhờ người ấy rút, hoặc nhận biên bản.' });
    case 'retention-not-over': return problem({ status: 409, code: 'retention-not-over', title: `Hồ sơ ${refusal.dossier} chưa hủy được.`, detail: 'Chỉ hủy hồ sơ đã nhận vào lưu trữ, hết thời hạn bảo quản, chưa có trong đề nghị nào.' });
    case 'archive-storage': return problem({ status: 503, code: 'archive-storage', title: 'Kho tệp không ghi được.', detail: 'Chưa ghi gì. Báo người vận hành, rồi làm lại.' });
    case 'archive-not-yours': return problem({ status: 403, code: 'archive-not-yours', title: 'Cơ quan này ngoài phạm vi của ông/bà.', detail: 'Chọn cơ quan trong danh sách.' });
  }
}

/** Sends a refusal. */
export function refusedBy(reply: FastifyReply, refusal: ArchiveRefusal): FastifyReply {
  const body = said(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
}

/** Sends a paper to look at. */
export const paper = (reply: FastifyReply, name: string, pdf: Uint8Array): FastifyReply => reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(name).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
