// SPDX-License-Identifier: EUPL-1.2
import { type Problem, problem } from '@motcua/http-kit';
import { cleanText, officeMinuteText } from '@motcua/kernel';
import { authorityWords } from '../views/authority-words.ts';
import { moveFaultWords } from '../views/move-words.ts';
import type { DossierActName, DossierStatus } from '../contract.ts';
import type { SealRefusal } from '@motcua/organisation';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { dayWords, mandateScopeWords } from '../views/mandate-words.ts';
import { resultWords, wishWords } from '../views/words.ts';

const actWords: Readonly<Record<DossierActName, string>> = {
  'submit': 'nộp', 'accept': 'tiếp nhận', 'refuse': 'từ chối', 'request-supplement': 'yêu cầu bổ sung', 'supplement': 'bổ sung', 'close': 'đóng', 'assign': 'nhận việc', 'complete-step': 'chuyển bước',
  'send-back': 'trả lại bước trước', 'consult': 'lấy ý kiến', 'answer-consultation': 'cho ý kiến', 'request-payment': 'yêu cầu nộp tiền', 'pay': 'thu tiền', 'request-identity': 'yêu cầu xác nhận định danh trên', 'confirm-identity': 'ghi xác nhận định danh trên', 'approve': 'phê duyệt, ký', 'issue': 'phát hành',
  'return': 'trả kết quả', 'withdraw': 'rút', 'stop': 'dừng giải quyết', 'send-upstream': 'trả lại cơ quan trước', 'end-with-group': 'kết thúc cùng nhóm', 'propose-extension': 'đề nghị gia hạn', 'extend': 'gia hạn', 'wish': 'đề nghị trên', 'decide-wish': 'quyết định đề nghị trên', 'correct': 'sửa thông tin', 'decide-change': 'xác nhận thay đổi của', 'reissue': 'cấp lại giấy của', 'write-message': 'nhắn tin trên', 'plan-check': 'hẹn xác minh', 'record-check': 'ghi biên bản xác minh', 'move-version': 'chuyển bản quy trình', 'release': 'nhả việc',
  'hand-over-papers': 'giao giấy của', 'confirm-papers': 'nhận giấy của', 'return-papers': 'trả lại giấy của', 'record-secret': 'ghi tài liệu mật của', 'move-originals': 'ghi nơi để giấy gốc của', 'digitise': 'số hóa giấy của', 'ask-register': 'hỏi đăng ký doanh nghiệp cho',
  'acknowledge': 'xác nhận nhận', 'decline': 'trả nơi tiếp nhận', 'send-again': 'gửi lại', 'revoke-result': 'thu hồi kết quả của',
  'pack-for-post': 'đóng gói kết quả của', 'hand-to-post': 'giao bưu chính kết quả của', 'track-post': 'ghi tin bưu gửi của', 'confirm-delivery': 'ghi đã phát kết quả của',
};

const statusWords: Readonly<Record<DossierStatus, string>> = {
  'submitted': 'đang chờ tiếp nhận', 'awaiting-intake-supplement': 'đang chờ bổ sung', 'accepted': 'đã tiếp nhận', 'in-progress': 'đang giải quyết', 'awaiting-supplement': 'đang chờ bổ sung',
  'consulting': 'đang chờ ý kiến cơ quan khác', 'awaiting-payment': 'đang chờ nộp tiền', 'awaiting-identity': 'đang chờ xác nhận định danh', 'decided': 'đã có kết quả', 'returned': 'đã trả kết quả', 'refused': 'đã bị từ chối', 'withdrawn': 'đã rút',
  'stopped': 'đã dừng giải quyết', 'closed': 'đã đóng', 'sent-upstream': 'đã trả lại cơ quan trước',
};

/** The one place where a refusal meets an HTTP status. A new code without a row does not compile. */
export const statusOf: Readonly<Record<LifecycleRefusal['code'], 403 | 404 | 409 | 410 | 422 | 507>> = {
  'act-not-allowed': 409, 'dossier-unknown': 404, 'dossier-destroyed': 410, 'not-permitted': 403, 'changed-meanwhile': 409, 'procedure-unknown': 404, 'not-handled-here': 422, 'fields-to-mend': 422, 'papers-not-judged': 422,
  'time-limit-unknown': 422, 'calendar-gap': 409, 'nothing-to-forecast': 409, 'already-asked': 409, 'no-such-task': 409, 'step-needs-another-act': 409, 'held-by-another': 409, 'opinion-awaited': 409, 'steps-remain': 409, 'draft-missing': 422, 'not-approved-yet': 409, 'initials-stand': 409, 'signed-already': 409,
  'no-certificate': 409, 'authority-missing': 409, 'seal-refused': 409, 'off-site': 409, 'not-held': 409, 'move-unsafe': 409, 'procedure-move-unsafe': 409, 'process-refused': 409, 'result-exists': 409, 'amount-differs': 422, 'filing-elsewhere': 409, 'storage-full': 507, 'storage-unreachable': 507, 'document-quarantined': 409, 'document-not-shown': 422, 'page-unknown': 404, 'pages-unreadable': 422, 'certificate-revoked': 409, 'certificate-expired': 409, 'key-refused': 409, 'means-unknown': 409, 'key-to-choose': 409, 'signing-cancelled': 409, 'item-refused': 409, 'scan-unknown': 404, 'scan-unreadable': 422, 'proof-unavailable': 409, 'late-cause-missing': 422, 'extension-used': 409, 'extension-too-late': 409, 'supplement-window-over': 409, 'override-needed': 422, 'wish-open': 409, 'change-open': 409, 'no-such-change': 409, 'second-person-needed': 403, 'no-such-wish': 409, 'no-such-paper': 409, 'no-such-check': 409, 'papers-not-there': 409, 'no-such-row': 404, 'secret-paper': 409, 'secret-has-files': 409, 'back-date-not-yours': 403, 'parcel-not-there': 409, 'all-must-agree': 409, 'not-all-confirmed': 409, 'mandate-refused': 409, 'not-transferred': 409, 'already-revoked': 409, 'result-revoked': 409, 'copy-refused': 409, 'note-not-to-sign': 409, 'held-in-vault': 422, 'with-receiving-office': 409, 'with-the-post': 409, 'group-missing': 409,
  'clock-astray': 409, 'register-silent': 409, 'enterprise-unknown': 422,
};

const sealWords: Readonly<Record<SealRefusal['reason'], (who: string) => string>> = {
  'unknown': () => 'Cơ quan ký văn bản này không có con dấu đã chọn.', 'out-of-use': (name) => `Con dấu «${name}» hôm nay không còn dùng hoặc chưa đến ngày dùng.`, 'custodian': (who) => `Con dấu này do ${who} giữ.`,
};

/** Why the process did not go on, with what to do; what only who drew it can mend stays a code to tell him. */
function processWords(detail: string): string {
  const [code = '', place = ''] = detail.split(': ');
  if (code === 'no-path') return `Tại «${place}» chưa câu trả lời nào khớp: trả lời lại các câu hỏi của bước rồi làm lại. Nếu vẫn vậy, báo người soạn quy trình.`;
  if (code === 'unknown-agency') return `Danh sách có mã «${place}» không phải một cơ quan: chọn lại những nơi cùng làm.`;
  return `Báo người soạn quy trình (${detail}). Hồ sơ giữ nguyên.`;
}

const unconfirmedWords = { waiting: 'chưa xác nhận', changed: 'cần xác nhận lại vì nội dung đã đổi', declined: 'không đồng ý' } as const;

const mandateRefusalWords = ({ why, use, until }: Extract<LifecycleRefusal, { code: 'mandate-refused' }>): string => {
  switch (why) {
    case 'not-yet': return 'Giấy tờ đại diện chưa có hiệu lực.';
    case 'expired': return `Giấy tờ đại diện đã hết hạn${until === null ? '' : ` ngày ${dayWords(until)}`}.`;
    case 'scope': return `Giấy tờ đại diện không giao việc ${mandateScopeWords[use]}.`;
  }
};

const noteWords: Readonly<Record<Extract<LifecycleRefusal, { readonly code: 'note-not-to-sign' }>['why'], { readonly title: string; readonly detail: string }>> = {
  'other-side': { title: 'Phiếu này do người khác giao hoặc nhận.', detail: 'Người đã bấm giao, hoặc đã xác nhận nhận giấy, ký phần của mình.' },
  'not-all-answered': { title: 'Phiếu còn hồ sơ chưa được xác nhận.', detail: 'Xác nhận hoặc trả lại từng hồ sơ của phiếu, rồi ký.' },
  'signed': { title: 'Phần này của phiếu đã ký.', detail: 'Mở phiếu để xem hai chữ ký. Bên nhận ký rồi thì bên giao không ký thêm được.' },
};

const copyWords: Readonly<Record<Extract<LifecycleRefusal, { readonly code: 'copy-refused' }>['why'], { readonly title: string; readonly detail: string }>> = {
  'other-desk': { title: 'Việc này do nơi khác làm.', detail: 'Bản in do bộ phận một cửa trả kết quả hoặc văn thư cơ quan giải quyết in; giấy bảo an do văn thư, trưởng bộ phận một cửa của cơ quan giữ.' },
  'spoiled': { title: 'Bản in này đã hỏng vì tờ giấy của nó hỏng.', detail: 'In bản khác, số mới.' },
  'issued-anew': { title: 'Giấy đã được cấp lại sau khi in bản này.', detail: 'In bản khác từ giấy mới.' },
  'key-used': { title: 'Yêu cầu này đã dùng cho hồ sơ khác.', detail: 'Tải lại trang rồi in lại.' },
};

function wordsOf(refusal: LifecycleRefusal): { readonly title: string; readonly detail?: string } {
  switch (refusal.code) {
    case 'act-not-allowed': return { title: `Hồ sơ ${statusWords[refusal.status]} nên chưa ${actWords[refusal.act]} được.`, detail: 'Tải lại trang để xem việc làm được lúc này.' };
    case 'dossier-unknown': return { title: 'Chưa tìm thấy hồ sơ với mã này.', detail: 'Kiểm tra lại mã trên giấy hẹn, hoặc gọi số điện thoại của bộ phận một cửa.' };
    case 'dossier-destroyed': return { title: `Hồ sơ hết thời hạn bảo quản, nội dung đã hủy theo quyết định ${refusal.decision}, ${officeMinuteText(Temporal.Instant.from(refusal.at))}.`, detail: 'Chỉ còn các mốc để thống kê. Kết quả trong kho của chủ hồ sơ vẫn còn.' };
    case 'not-permitted': return { title: `Việc ${actWords[refusal.act]} hồ sơ này thuộc người khác.`, detail: 'Cần làm: hỏi trưởng bộ phận hoặc người đang giữ hồ sơ.' };
    case 'changed-meanwhile': return { title: `${refusal.who} vừa làm một việc trên hồ sơ này lúc ${officeMinuteText(Temporal.Instant.from(refusal.at))}.`, detail: 'Việc vừa bấm chưa được ghi nhận. Tải lại để xem bản mới, rồi làm tiếp.' };
    case 'procedure-unknown': return { title: `Thủ tục ${cleanText(refusal.procedure)} không có trong danh mục đang có hiệu lực.`, detail: 'Tìm lại trong danh mục thủ tục; thủ tục có thể đã được thay hoặc bãi bỏ.' };
    case 'not-handled-here': return { title: 'Cơ quan đã chọn không giải quyết thủ tục này.', detail: 'Chọn cơ quan khác trong danh sách của thủ tục.' };
    case 'fields-to-mend': return { title: `Còn ${refusal.fields.length} chỗ cần sửa.` };
    case 'register-silent': return { title: 'Cơ sở dữ liệu đăng ký doanh nghiệp chưa trả lời.', detail: 'Hồ sơ không đổi. Hỏi lại sau vài phút; cần ngay thì xem giấy người nộp đưa.' };
    case 'enterprise-unknown': return { title: `Đăng ký doanh nghiệp không có mã ${cleanText(refusal.enterprise)}.`, detail: 'Đối chiếu lại mã số với giấy của tổ chức; tổ chức không đăng ký kinh doanh thì không có ở đây.' };
    case 'papers-not-judged': return { title: `Còn ${refusal.unseen} giấy chưa xem, ${refusal.faulty} giấy chưa đạt.`, detail: 'Xem nốt, hoặc yêu cầu bổ sung.' };
    case 'time-limit-unknown': return { title: 'Thủ tục công bố chưa ghi thời hạn thành số.', detail: 'Nhập thời hạn và căn cứ rồi tiếp nhận lại.' };
    case 'calendar-gap': return refusal.year === undefined
      ? { title: 'Chưa tính được ngày hẹn vì cơ quan giải quyết chưa có lịch làm việc.', detail: 'Người quản trị công bố giờ làm việc và lịch năm của cơ quan, rồi làm lại.' }
      : { title: `Chưa tính được ngày hẹn vì chưa công bố lịch làm việc năm ${refusal.year}.`, detail: `Người quản trị công bố lịch năm ${refusal.year} ở màn hình «Lịch làm việc», rồi làm lại.` };
    case 'nothing-to-forecast': return refusal.group === true ? { title: 'Ngày hẹn của nhóm tính theo từng thủ tục nên không tính thử chung được.', detail: 'Mở từng thủ tục trong nhóm để tính thử.' } : { title: 'Hồ sơ chưa có thời hạn, hoặc đã có kết quả, nên không tính thử được.', detail: 'Tính thử khi hồ sơ đang được giải quyết.' };
    case 'already-asked': return { title: 'Đã yêu cầu bổ sung ở khâu này rồi.', detail: 'Mỗi khâu chỉ yêu cầu bổ sung một lần. Tiếp nhận, hoặc từ chối và nêu lý do; lần nữa phải do lãnh đạo hoặc trưởng bộ phận một cửa cho phép.' };
    case 'supplement-window-over': return { title: `Đã quá thời gian yêu cầu bổ sung sau thẩm định (${officeMinuteText(Temporal.Instant.from(refusal.until))}).`, detail: 'Ghi căn cứ pháp lý cho từng nội dung, hoặc đề nghị lãnh đạo, trưởng bộ phận một cửa yêu cầu và ghi lý do.' };
    case 'override-needed': return { title: 'Yêu cầu này nằm ngoài một lần, hoặc ngoài thời gian, pháp luật cho phép.', detail: 'Ghi lý do cho phép; tên và lý do được ghi vào diễn biến hồ sơ.' };
    case 'no-such-task': return { title: 'Bước này đã xong hoặc không còn.', detail: 'Tải lại trang để xem bước hiện tại.' };
    case 'step-needs-another-act': return { title: `Bước này kết thúc bằng việc khác (${refusal.act}).`, detail: 'Bấm nút việc của bước trên trang hồ sơ.' };
    case 'held-by-another': return { title: `${refusal.who} đang giữ việc này.`, detail: 'Bấm «Nhận thay» và ghi lý do để làm thay.' };
    case 'opinion-awaited': return { title: `Cơ quan được hỏi còn thời hạn cho ý kiến đến ${officeMinuteText(Temporal.Instant.from(refusal.until))}.`, detail: 'Chờ ý kiến. Sau thời điểm đó mà chưa có ý kiến thì được đi tiếp.' };
    case 'steps-remain': return { title: `Còn bước «${refusal.step}» phải làm trước khi trả kết quả.`, detail: 'Làm xong bước đó rồi trả kết quả.' };
    case 'draft-missing': return { title: 'Chưa có dự thảo kết quả.', detail: 'Người thẩm định soạn dự thảo trước khi chuyển.' };
    case 'not-approved-yet': return { title: 'Kết quả chưa được ký nên chưa phát hành được.', detail: 'Chờ lãnh đạo ký.' };
    case 'no-certificate': return { title: `Chưa ký được: ${refusal.who} chưa có chứng thư số còn hiệu lực.`, detail: 'Người quản trị cấp hoặc gia hạn chứng thư.' };
    case 'authority-missing': return { title: `Chưa ký được: ${authorityWords(refusal)}.`, detail: refusal.who.length === 0 ? 'Hôm nay chưa ai ký được thủ tục này. Người quản trị ghi văn bản giao ký vào sổ.' : `Người ký được: ${refusal.who.join(', ')}. Giao lại bước này cho người đó.` };
    case 'procedure-move-unsafe': return { title: `Chưa chuyển được: ${refusal.faults.join(' ')}`, detail: 'Hồ sơ ở lại bản thủ tục lúc nộp.' };
    case 'move-unsafe': return { title: `Chưa chuyển được: ${refusal.faults.map(moveFaultWords).join(' ')}`, detail: 'Hồ sơ ở lại bản quy trình đang theo. Sửa bản mới, hoặc để hồ sơ làm xong theo bản cũ.' };
    case 'not-held': return { title: 'Anh/chị không giữ việc này.', detail: 'Tải lại trang để xem ai đang giữ.' };
    case 'off-site': return { title: `Thủ tục này làm tại chỗ: bước «${refusal.step}» phải làm tại Trung tâm.`, detail: 'Làm bước này tại Trung tâm, hoặc ghi lý do làm nơi khác.' };
    case 'seal-refused': return { title: sealWords[refusal.reason](refusal.who), detail: 'Chọn con dấu khác, hoặc nhờ người giữ con dấu phát hành.' };
    case 'process-refused': return { title: 'Quy trình nội bộ không đi tiếp được từ bước này.', detail: processWords(refusal.detail) };
    case 'result-exists': return { title: resultWords(refusal), detail: refusal.part !== undefined ? 'Giải quyết tiếp các thủ tục còn lại của nhóm; thủ tục chưa có kết quả thì từ chối hoặc cho rút riêng.' : 'Chờ nhận kết quả. Cán bộ: trả lại bước trước nếu kết quả phải sửa.' };
    case 'amount-differs': return { title: `Số tiền phải thu là ${refusal.owedVnd.toLocaleString('vi-VN')} đồng.`, detail: 'Nhập đúng số tiền đã yêu cầu.' };
    case 'filing-elsewhere': return { title: 'Thủ tục này nộp tại Cổng Dịch vụ công quốc gia.', detail: 'Bản đang soạn vẫn còn nguyên. Mở Cổng Dịch vụ công quốc gia để nộp.' };
    case 'late-cause-missing': return { title: `Bước «${refusal.step}» đã quá hạn lúc ${officeMinuteText(Temporal.Instant.from(refusal.due))}.`, detail: 'Mở hồ sơ, chọn nguyên nhân trễ rồi làm lại.' };
    case 'extension-used': return { title: 'Hồ sơ đã được gia hạn một lần.', detail: 'Mỗi hồ sơ chỉ gia hạn một lần. Giải quyết xong càng sớm càng tốt và báo cho người nộp.' };
    case 'extension-too-late': return { title: `Đã quá ngày được xin lỗi và gia hạn: hồ sơ hẹn trả ${officeMinuteText(Temporal.Instant.from(refusal.owed))}.`, detail: 'Hồ sơ giữ ngày hẹn cũ. Gọi điện xin lỗi người nộp và giải quyết ngay.' };
    case 'change-open': return { title: `${refusal.by} đã đề nghị một thay đổi, đang chờ người thứ hai.`, detail: 'Xác nhận hoặc từ chối thay đổi đó trước, rồi làm tiếp.' };
    case 'no-such-change': return { title: 'Không còn thay đổi nào chờ xác nhận.', detail: 'Tải lại trang để xem.' };
    case 'second-person-needed': return { title: 'Người đề nghị không tự xác nhận thay đổi của mình.', detail: 'Nhờ một người khác ở bộ phận một cửa, hoặc lãnh đạo cơ quan giải quyết.' };
    case 'wish-open': return { title: `Người nộp đang đề nghị ${wishWords[refusal.kind]}.`, detail: 'Bộ phận một cửa quyết định đề nghị đó trước, rồi làm tiếp.' };
    case 'no-such-wish': return { title: 'Đề nghị này đã được quyết định hoặc không còn.', detail: 'Tải lại trang để xem đề nghị hiện tại.' };
    case 'no-such-paper': return { title: 'Hồ sơ chưa có giấy này.', detail: 'Chọn giấy khác trong danh sách giấy tờ đã cấp.' };
    case 'no-such-row': return { title: 'Dòng này đã hết hiệu lực hoặc không còn.', detail: 'Tải lại bảng để xem các dòng đang có.' };
    case 'secret-paper': return { title: `«${refusal.name}» là tài liệu mật nên không đưa tệp lên hệ thống được.`, detail: 'Không gửi, không chụp. Giao bản giấy trực tiếp tại bộ phận một cửa.' };
    case 'secret-has-files': return { title: `«${refusal.name}» đã có tệp trong hệ thống nên chưa ghi là tài liệu mật được.`, detail: 'Báo ngay người phụ trách bảo vệ bí mật nhà nước của cơ quan để xử lý tệp, rồi ghi lại.' };
    case 'papers-not-there': return { title: 'Giấy của hồ sơ này đã được giao hoặc nhận rồi, hoặc không cần chuyển.', detail: 'Tải lại danh sách để xem giấy đang ở đâu.' };
    case 'group-missing': return { title: `Hồ sơ này là một phần của nhóm liên thông ${refusal.group}, nhưng không thấy hồ sơ của nhóm.`, detail: 'Việc chưa được ghi nhận, không mất gì. Báo người quản trị kiểm tra sổ sự kiện (motcua replay).' };
    case 'back-date-not-yours': return { title: 'Ghi việc đã xảy ra trước lúc này do trưởng bộ phận một cửa hoặc lãnh đạo cơ quan làm.', detail: 'Nhờ người đó ghi, hoặc ghi theo lúc này.' };
    case 'held-in-vault': return { title: 'Nhà nước đã có giấy này, không được yêu cầu nộp lại.', detail: `${refusal.papers.map(({ name, code }) => `«${name}» có trong kho của chủ hồ sơ, mã ${code}`).join('; ')}. Dùng giấy trong kho, hoặc ghi lý do phải yêu cầu.` };
    case 'note-not-to-sign': return noteWords[refusal.why];
    case 'copy-refused': return copyWords[refusal.why];
    case 'already-revoked': return { title: 'Kết quả này đã bị thu hồi rồi.', detail: `Quyết định số ${refusal.number}. Tải lại trang để xem.` };
    case 'result-revoked': return { title: `Kết quả đã bị thu hồi theo quyết định số ${refusal.number} nên không trả, không gửi được.`, detail: 'Trả tại quầy hoặc trực tuyến, chọn giấy trao là «Quyết định thu hồi, thay cho kết quả». Bưu gửi đã đóng gói thì mở ra, lấy lại kết quả.' };
    case 'not-transferred': return { title: 'Hồ sơ này không chờ xác nhận ở đây nữa.', detail: 'Tải lại danh sách «Hồ sơ chuyển đến» để xem hồ sơ đang ở đâu.' };
    case 'with-receiving-office': return { title: 'Hồ sơ đã trả nơi tiếp nhận, chờ gửi lại.', detail: 'Làm tiếp khi nơi tiếp nhận gửi lại hồ sơ.' };
    case 'mandate-refused': return { title: mandateRefusalWords(refusal), detail: 'Chủ hồ sơ tự làm việc này, hoặc mang giấy tờ đại diện mới đến bộ phận một cửa.' };
    case 'all-must-agree': return { title: `Hồ sơ có nhiều người: ${cleanText(refusal.who.join(', '))} cũng phải đồng ý.`, detail: 'Gửi đề nghị rút hồ sơ; bộ phận một cửa hỏi mọi người rồi quyết định.' };
    case 'not-all-confirmed': return { title: `Chưa nộp được: ${cleanText(refusal.missing.map(({ name, state }) => `${name} ${unconfirmedWords[state]}`).join('; '))}.`, detail: 'Mọi người cùng đứng tên xác nhận nội dung hiện tại thì nộp được; người không thạo mạng xác nhận tại bộ phận một cửa.' };
    case 'parcel-not-there': return { title: 'Kết quả của hồ sơ này không ở khâu bưu chính mà việc này cần.', detail: 'Tải lại danh sách «Giao bưu chính» để xem bưu gửi đang ở đâu.' };
    case 'with-the-post': return { title: `Kết quả đang ở bưu chính (bưu gửi ${cleanText(refusal.slip)}) nên chưa trả tại quầy được.`, detail: 'Chờ bưu chính phát, hoặc ghi bưu gửi đã chuyển hoàn về rồi trả tại quầy.' };
    case 'no-such-check': return { title: 'Cuộc xác minh này đã có biên bản hoặc không còn.', detail: 'Tải lại trang để xem cuộc xác minh đang chờ.' };
    case 'clock-astray': return { title: `Đồng hồ máy chủ đang chỉ ${officeMinuteText(Temporal.Instant.from(refusal.now))}, lệch với ${officeMinuteText(Temporal.Instant.from(refusal.other))} đã ghi nhận.`, detail: 'Việc chưa được ghi nhận, dữ liệu đã nhập vẫn còn. Báo người quản trị chỉnh giờ máy chủ rồi làm lại.' };
    case 'scan-unknown': return { title: 'Không thấy bản quét này.', detail: 'Bản quét đã bỏ hoặc của hồ sơ khác. Quét lại.' };
    case 'scan-unreadable': return { title: 'Không đọc được tệp quét.', detail: 'Dùng ảnh JPG, PNG, TIFF hoặc PDF từ máy quét; quét lại trang này.' };
    case 'initials-stand': return { title: `${refusal.who.join(', ')} đã ký nháy dự thảo này.`, detail: 'Dự thảo không sửa được nữa khi đã có chữ ký nháy. Muốn sửa thì trả lại bước soạn dự thảo, nêu lý do.' };
    case 'signed-already': return { title: `${refusal.who} đã ký văn bản này.`, detail: 'Mỗi người ký một lần. Chờ người ký tiếp theo.' };
    case 'certificate-revoked': return { title: `Chứng thư số của ${refusal.who} đã bị thu hồi.`, detail: 'Chưa ký gì. Xin cấp chứng thư số mới rồi ký lại.' };
    case 'certificate-expired': return { title: `Chứng thư số của ${refusal.who} không có hiệu lực lúc này.`, detail: `Hiệu lực đến ${officeMinuteText(Temporal.Instant.from(refusal.until))}. Chưa ký gì. Gia hạn chứng thư số hoặc chọn khóa ký khác.` };
    case 'key-refused': return { title: 'Khóa ký chưa ký.', detail: refusal.why };
    case 'means-unknown': return { title: 'Không dùng được khóa ký đã chọn.', detail: 'Khóa ký đã thôi dùng, hoặc nơi này chưa nối dịch vụ ký đó. Chọn khóa ký khác.' };
    case 'key-to-choose': return { title: 'Chưa chọn khóa ký.', detail: 'Người ký có khóa ở nơi khác. Chọn khóa rồi ký phiếu trong danh sách phiếu bàn giao.' };
    case 'item-refused': return { title: refusal.title, detail: refusal.detail };
    case 'signing-cancelled': return { title: 'Đã thôi, chưa ký gì.', detail: 'Việc vẫn ở chỗ cũ. Ký lại khi cần.' };
    case 'proof-unavailable': return { title: 'Chưa lấy được dấu thời gian hoặc tình trạng chứng thư số.', detail: `${refusal.why} Chưa ký gì, việc vẫn ở chỗ cũ.` };
    case 'document-not-shown': return { title: 'Giấy tờ tùy thân chỉ mở được bản có dấu mờ mục đích, mà tệp này không đóng dấu được.', detail: 'Đề nghị người nộp gửi lại bằng ảnh hoặc PDF.' };
    case 'page-unknown': return { title: 'Giấy này không có trang đó.', detail: 'Chọn trang khác.' };
    case 'pages-unreadable': return { title: 'Không hiện được từng trang của tệp này.', detail: 'Tệp văn phòng, hoặc tệp không mở được. Tải tệp về để xem.' };
    case 'document-quarantined': return { title: 'Tệp chưa qua quét vi-rút nên chưa mở được.', detail: 'Thử lại sau ít phút. Nếu vẫn vậy, báo người quản trị.' };
    case 'storage-unreachable': return { title: 'Chưa lưu được tệp vì kho tài liệu không kết nối được.', detail: 'Việc chưa được ghi nhận. Làm lại sau ít phút; nếu vẫn vậy, báo người quản trị.' };
    case 'storage-full': return { title: 'Chưa lưu được tệp vì kho tài liệu hết chỗ.', detail: 'Việc chưa được ghi nhận. Báo người quản trị rồi làm lại.' };
  }
}

/** A refusal as problem+json, in words that say what to do. */
export function refusalProblem(refusal: LifecycleRefusal): Problem {
  return problem({ status: statusOf[refusal.code], code: refusal.code, ...wordsOf(refusal), errors: refusal.code === 'fields-to-mend' ? refusal.fields : undefined });
}
