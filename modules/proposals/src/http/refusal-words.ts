// SPDX-License-Identifier: EUPL-1.2
import { type Problem, problem } from '@motcua/http-kit';
import { officeMinuteText } from '@motcua/kernel';
import type { ProposalRefusal, ProposalState } from '../model.ts';

const standing: Readonly<Record<ProposalState, string>> = { draft: 'đang soạn', submitted: 'đã trình, chờ công bố', published: 'đã công bố', withdrawn: 'đã bỏ' };

/** The one place where a refusal meets its HTTP status and its words. */
export function sayRefusal(refusal: ProposalRefusal): Problem {
  switch (refusal.code) {
    case 'proposal-unknown': return problem({ status: 404, code: 'proposal-unknown', title: 'Không có bản soạn này.', detail: 'Xem lại danh sách «Bản soạn».' });
    case 'proposal-kind-unknown': return problem({ status: 404, code: 'proposal-kind-unknown', title: 'Không soạn được thứ này.', detail: 'Kiểm tra mã rồi bắt đầu lại từ danh sách của nó.' });
    case 'proposal-changed': return problem({ status: 409, code: 'proposal-changed', title: `${refusal.by} đã lưu bản khác lúc ${officeMinuteText(Temporal.Instant.from(refusal.at))}.`, detail: 'Nội dung của ông/bà chưa mất: xem hai bản cạnh nhau và gộp.' });
    case 'proposal-not-editable': return problem({ status: 409, code: 'proposal-not-editable', title: `Bản soạn này ${standing[refusal.state]} nên không sửa được.`, detail: refusal.state === 'submitted' ? 'Trả lại để sửa, hoặc chờ công bố.' : 'Bắt đầu một bản soạn mới.' });
    case 'proposal-not-submitted': return problem({ status: 409, code: 'proposal-not-submitted', title: `Bản soạn này ${standing[refusal.state]}.`, detail: 'Chỉ bản đã trình mới công bố hoặc trả lại được. Tải lại trang.' });
    case 'proposal-second-person': return problem({ status: 403, code: 'proposal-second-person', title: 'Người trình không tự công bố bản của mình.', detail: 'Nhờ một người khác có quyền công bố xem và công bố.' });
    case 'proposal-behind': return problem({ status: 409, code: 'proposal-behind', title: 'Đã có bản khác được công bố sau khi bắt đầu soạn.', detail: 'Bấm «Lấy thay đổi của bản đang dùng», xem lại khác biệt rồi trình.' });
    case 'proposal-day-passed': return problem({ status: 422, code: 'proposal-day-passed', title: 'Ngày bắt đầu áp dụng đã qua.', errors: [{ path: 'validFrom', label: 'Áp dụng từ ngày', text: 'Chọn từ hôm nay trở đi. Hồ sơ đã tiếp nhận giữ bản cũ.' }] });
    case 'proposal-day-far': return problem({ status: 422, code: 'proposal-day-far', title: 'Ngày bắt đầu áp dụng quá xa.', errors: [{ path: 'validFrom', label: 'Áp dụng từ ngày', text: 'Chọn trong vòng hai năm tới.' }] });
    case 'proposal-decision-day': return problem({ status: 422, code: 'proposal-decision-day', title: 'Ngày quyết định chưa đến.', errors: [{ path: 'decision.date', label: 'Ngày quyết định', text: 'Ghi ngày ký trên quyết định, không sau hôm nay.' }] });
    case 'proposal-findings': return problem({
      status: 422, code: 'proposal-findings', title: `Còn ${refusal.findings.length} chỗ phải sửa trước.`,
      errors: refusal.findings.map(({ path, place, text }) => ({ path, label: place, text })),
    });
  }
}
