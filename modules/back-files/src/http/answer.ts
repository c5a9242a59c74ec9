// SPDX-License-Identifier: EUPL-1.2
import type { LifecycleRefusal } from '@motcua/dossiers';
import { refusalProblem } from '@motcua/dossiers/http';
import { type Problem, problem } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { heads } from '../list/read-list.ts';
import type { BackFileRefusal } from '../model.ts';

/** A refusal in words that say what to do. */
export function said(refusal: BackFileRefusal): Problem {
  switch (refusal.code) {
    case 'back-file-unknown': return problem({ status: 404, code: 'back-file-unknown', title: 'Không có lô hoặc dòng này trong phạm vi của ông/bà.', detail: 'Tải lại danh sách lô.' });
    case 'back-file-none-compared': return problem({ status: 409, code: 'back-file-none-compared', title: 'Không có giấy nào ông/bà đã đối chiếu đang chờ ký.', detail: 'Đối chiếu bản quét với bản giấy trước, rồi ký.' });
    case 'back-file-dropped': return problem({ status: 409, code: 'back-file-dropped', title: `${refusal.by} đã bỏ lô này.`, detail: `Lý do: ${refusal.reason} Giấy đã vào kho vẫn ở trong kho. Giấy còn lại thì đưa vào lô khác.` });
    case 'back-file-not-yours': return problem({ status: 403, code: 'back-file-not-yours', title: 'Ông/bà không số hóa giấy của cơ quan này.', detail: 'Chọn cơ quan trong danh sách.' });
    case 'back-file-ended': return problem({ status: 409, code: 'back-file-ended', title: `Dòng ${String(refusal.no)} đã xong, không sửa được nữa.`, detail: 'Tải lại lô để xem dòng này đã vào kho hay đã bỏ ra.' });
    case 'back-file-changed': return problem({ status: 409, code: 'back-file-changed', title: `${refusal.who} vừa sửa dòng này.`, detail: 'Tải lại dòng, xem điều đã sửa, rồi sửa tiếp nếu cần. Chưa ghi gì.' });
    case 'back-file-cells': return problem({ status: 422, code: 'back-file-cells', title: 'Dòng này còn ô phải sửa.', errors: refusal.faults.map(({ field, text }) => ({ path: `cells.${field}`, label: heads[field], text })) });
    case 'back-file-list': return problem({ status: 422, code: 'back-file-list', title: refusal.title, detail: refusal.detail, errors: [{ path: 'file', label: 'Danh sách', text: `${refusal.title} ${refusal.detail}` }] });
    case 'back-file-has-scan': return problem({ status: 409, code: 'back-file-has-scan', title: `Dòng ${String(refusal.no)} đã có bản quét${refusal.withNotes ? ' có ghi chú' : ''} «${refusal.fileName}».`, detail: 'Mở dòng ấy, bỏ bản quét sai ra, rồi gán lại.' });
    case 'back-file-no-scan': return problem({ status: 409, code: 'back-file-no-scan', title: `Dòng ${String(refusal.no)} chưa có bản quét.`, detail: 'Quét giấy và gán cho dòng này trước.' });
    case 'back-file-no-notes': return problem({ status: 409, code: 'back-file-no-notes', title: `Dòng ${String(refusal.no)} chưa ghi là giấy có ghi chú.`, detail: 'Sửa dòng, chọn «Giấy có bút phê, ghi chú», rồi gán bản quét có ghi chú.' });
    case 'back-file-notes-missing': return problem({ status: 409, code: 'back-file-notes-missing', title: `Giấy ở dòng ${String(refusal.no)} có bút phê, ghi chú: còn thiếu bản quét có ghi chú.`, detail: 'Quét lần thứ hai để nguyên ghi chú, gán cho dòng này, đối chiếu rồi ký.' });
    case 'back-file-notes-key': return problem({ status: 409, code: 'back-file-notes-key', title: `Giấy ở dòng ${String(refusal.no)} có ghi chú nên gồm hai tệp, mà khóa này xác nhận mỗi giấy một tệp.`, detail: 'Ký dòng này bằng khóa giữ tại máy chủ.' });
    case 'back-file-not-compared': return problem({ status: 409, code: 'back-file-not-compared', title: `Dòng ${String(refusal.no)} chưa được ông/bà đối chiếu, hoặc đã đổi sau khi đối chiếu.`, detail: 'Mở dòng, đối chiếu với bản giấy rồi ký. Người đối chiếu là người ký.' });
    case 'back-file-not-held': return problem({ status: 409, code: 'back-file-not-held', title: `Kho của chủ giấy chưa có giấy ở dòng ${String(refusal.no)}.`, detail: 'Số hóa giấy này, hoặc bỏ dòng ra với lý do.' });
    case 'back-file-held': return problem({ status: 409, code: 'back-file-held', title: `Kho của chủ giấy đã có giấy ở dòng ${String(refusal.no)}, mã ${refusal.held}.`, detail: 'Chọn «Kho đã có» ở dòng này; không số hóa lần thứ hai.' });
    case 'back-file-scan': return problem({ status: 422, code: 'back-file-scan', title: 'Bản quét còn chỗ phải sửa.', errors: [...refusal.faults] });
    case 'back-file-choice': return problem({ status: 422, code: 'back-file-choice', title: 'Kết luận chưa khớp với điều đang thấy.', errors: [...refusal.faults] });
    case 'act-refused': return refusalProblem(refusal.refusal);
  }
}

/** A refusal as a signing keeps it that is waited for. */
export function told(refusal: BackFileRefusal): LifecycleRefusal {
  if (refusal.code === 'act-refused') return refusal.refusal;
  const { title, detail = '' } = said(refusal);
  return { code: 'item-refused', title, detail };
}

/** Sends a refusal. */
export const refusedBy = (reply: FastifyReply, refusal: BackFileRefusal): FastifyReply => sent(reply, said(refusal));

/** Sends why nothing could be signed. */
export const notSigned = (reply: FastifyReply, refusal: LifecycleRefusal): FastifyReply => sent(reply, refusalProblem(refusal));

function sent(reply: FastifyReply, body: Problem): FastifyReply {
  return reply.code(body.status).type('application/problem+json').send(body);
}
