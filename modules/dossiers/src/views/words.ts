// SPDX-License-Identifier: EUPL-1.2
import { officeMinuteText } from '@motcua/kernel';
import { messageWords } from '@motcua/workflow';
import type { DeclineReason, OriginalPlace, WishKind } from '../contract.ts';
import type { DossierEvent, Recount, SentAgain } from '../events.ts';
import type { LateCause, LinkedChild, LinkedEnd, Receiver } from '../model.ts';
import { receiverWords } from './mandate-words.ts';
import { paperTitles } from '../papers/titles.ts';
import { escalationRoles } from '../rules/escalation.ts';
import { workingTitles } from '../lifecycle/working-papers.ts';

const escalatedWords = { before: 'Nhắc lên cấp trên: sắp đến hẹn', after: 'Nhắc lên cấp trên: đã quá hẹn' } as const;

/** What the applicant asks for, in words. */
export const wishWords: Readonly<Record<WishKind, string>> = { withdraw: 'rút hồ sơ', stop: 'dừng giải quyết', correct: 'điều chỉnh hồ sơ' };

const originalWords: Readonly<Record<OriginalPlace, string>> = { counter: 'Để giấy gốc ở quầy', shelf: 'Cất giấy gốc lên kệ', unit: 'Giao giấy gốc cho đơn vị', way: 'Chuyển giấy gốc', post: 'Gửi giấy gốc qua bưu chính', applicant: 'Trả giấy gốc cho người nộp', file: 'Lưu giấy gốc theo hồ sơ', lost: 'Báo mất giấy gốc' };

const reasonOf = ({ reason }: { readonly reason: string }): string => reason;

const lately = ({ lateCause }: { readonly lateCause?: LateCause }): string | null => (lateCause === undefined ? null : `Trễ hạn bước. Nguyên nhân: ${[lateCause.words, lateCause.note].filter((part) => part !== null).join(': ')}`);

const joined = (...parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.map((part, at) => (at === said.length - 1 ? part : part?.replace(/\.$/u, ''))).join('. ');
};

const unheard = ({ withoutOpinion = [], deemedConsent }: { readonly withoutOpinion?: readonly string[]; readonly deemedConsent?: string }): string => {
  if (withoutOpinion.length === 0) return '';
  return deemedConsent === undefined ? ' (đi tiếp khi chưa có ý kiến)' : ` (cơ quan được hỏi im lặng, coi như đồng ý theo ${deemedConsent})`;
};

const elsewhere = ({ offSite }: { readonly offSite?: { readonly reason: string } }): string => (offSite === undefined ? '' : ` (làm ngoài Trung tâm: ${offSite.reason})`);

/** What silence came to, in words. */
export const deemedWords = { approval: 'Quá ngày hẹn chưa có kết quả: coi như chấp thuận', refusal: 'Quá ngày hẹn chưa có kết quả: coi như từ chối' } as const;

const recountWords: Readonly<Record<Recount['why'], string>> = {
  'calendar-changed': 'Tính lại ngày hẹn vì lịch làm việc thay đổi', 'received-by-solving-agency': 'Cơ quan giải quyết nhận hồ sơ, thời hạn tính từ lúc này',
  'linked-moved': 'Tính lại ngày hẹn của cả nhóm thủ tục',
};

const declineWords: Readonly<Record<DeclineReason, string>> = { 'wrong-agency': 'Cơ quan được gửi trả nơi tiếp nhận: không thuộc thẩm quyền', 'incomplete': 'Cơ quan được gửi trả nơi tiếp nhận: hồ sơ chưa đủ' };

const sendingWords = ({ elsewhere: other }: SentAgain): string => (other === undefined ? 'Nơi tiếp nhận gửi lại hồ sơ' : 'Nơi tiếp nhận gửi hồ sơ đến cơ quan khác');

const parcelWords: Readonly<Record<Extract<DossierEvent, { type: 'post-moved' }>['data']['stage'], string>> = {
  'on-the-way': 'Bưu chính đang chuyển kết quả', 'not-delivered': 'Bưu chính chưa phát được kết quả', 'back': 'Kết quả chuyển hoàn về nơi trả', 'lost': 'Bưu chính làm mất kết quả', 'delivered': 'Bưu chính đã phát kết quả',
};

const receivedWords = ({ receivedBy, receiver, deliveredAt }: { readonly receivedBy: string; readonly receiver?: Receiver; readonly deliveredAt?: string }): string =>
  `Người nhận: ${receiverWords({ handedTo: receivedBy, ...(receiver === undefined ? {} : { receiver }) }) ?? ''}${deliveredAt === undefined ? '' : `, lúc ${officeMinuteText(Temporal.Instant.from(deliveredAt))}`}`;

const returnedWords = ({ instead }: { readonly instead?: string }): string => (instead === undefined ? 'Trả kết quả' : `Trao quyết định thu hồi số ${instead}, thay cho kết quả`);

const dayWords = (at: string | null): string => (at === null ? 'chưa có (đang tạm dừng)' : officeMinuteText(Temporal.Instant.from(at)));

/** What a promise was and what it is now. */
const movedWords = (before: string | null, now: string | null): string => `Hẹn trước: ${dayWords(before)}. Hẹn mới: ${dayWords(now)}.`;

const endWords: Readonly<Record<LinkedEnd, string>> = { 'done': 'đã có kết quả', 'sent-upstream': 'trả lại để làm lại', 'without-result': 'kết thúc không có kết quả' };

const childWords = ({ end, status, stoppedSince }: Pick<LinkedChild, 'end' | 'status' | 'stoppedSince'>): string =>
  (end !== null ? endWords[end] : stoppedSince !== null ? 'tạm dừng tính thời hạn' : status === 'submitted' ? 'chờ tiếp nhận' : 'đang giải quyết');

/** What came to a dossier whose process waited for it, in words. */
export const cameWords = (message: string): string => messageWords[message] ?? message;

const changeWords = ({ granted }: { readonly granted: boolean }): string => (granted ? 'Người thứ hai xác nhận thay đổi' : 'Người thứ hai từ chối thay đổi');

const askedBecause = ({ supplement, override, heldReason, held = [] }: Extract<DossierEvent, { type: 'supplement-requested' }>['data']): string | null =>
  joined(supplement.reason, override === undefined ? null : `Được phép ngoài quy định một lần: ${override}`, heldReason === undefined ? null : `Yêu cầu giấy nhà nước đã có (${held.join(', ')}), vì: ${heldReason}`);

const sheetWords = ({ items = [] }: Extract<DossierEvent, { type: 'supplemented' }>['data']): string | null => {
  const sheets = items.flatMap((item) => (item.sheets === undefined ? [] : [item.sheets]));
  return sheets.length === 0 ? null : `Nộp tại quầy ${String(sheets.reduce((sum, { originals }) => sum + originals, 0))} bản chính, ${String(sheets.reduce((sum, { copies }) => sum + copies, 0))} bản sao`;
};

const doneWord = ({ initialled }: { readonly initialled?: unknown }): string => (initialled === undefined ? 'Xong bước' : 'Ký nháy, xong bước');
const further = ({ signatureNo }: { readonly signatureNo?: number }): string => (signatureNo === undefined ? '' : ` (người ký thứ ${String(signatureNo)})`);

/** An event of the ledger in words for the timeline (diễn biến): what happened, and the detail that explains it. */
export function wordsOf(event: DossierEvent): { readonly words: string; readonly detail: string | null } {
  switch (event.type) {
    case 'submitted': return { words: 'Nộp hồ sơ', detail: null };
    case 'accepted': return { words: 'Tiếp nhận hồ sơ', detail: `Giấy tiếp nhận số ${event.data.receiptNumber}` };
    case 'refused': return { words: 'Từ chối giải quyết', detail: event.data.reasons.join('; ') };
    case 'supplement-requested': return { words: `Yêu cầu bổ sung ${event.data.supplement.items.length} nội dung`, detail: askedBecause(event.data) };
    case 'supplemented': return { words: 'Bổ sung hồ sơ', detail: joined(event.data.note, sheetWords(event.data)) };
    case 'closed': return { words: 'Đóng hồ sơ vì chưa bổ sung', detail: reasonOf(event.data) };
    case 'withdrawn': return { words: 'Rút hồ sơ', detail: reasonOf(event.data) };
    case 'stopped': return { words: 'Dừng giải quyết theo đề nghị', detail: reasonOf(event.data) };
    case 'assigned': return { words: `Giao việc cho ${event.data.assignee.name}`, detail: event.data.reason };
    case 'step-completed': return { words: `${doneWord(event.data)}: ${event.data.step}${unheard(event.data)}${elsewhere(event.data)}`, detail: joined(event.data.opinion, lately(event.data)) };
    case 'sent-back': return { words: `Trả lại bước: ${event.data.toStep}`, detail: joined(event.data.reason, lately(event.data)) };
    case 'paper-digitised': return { words: `Số hóa: ${event.data.digitised.kindName}`, detail: `${event.data.digitised.code}, ${event.data.digitised.pages} trang` };
    case 'working-paper-digitised': return { words: `Số hóa: ${workingTitles[event.data.kind]}`, detail: `${event.data.workingPaper.code}, ${event.data.workingPaper.author}` };
    case 'originals-moved': return { words: `${originalWords[event.data.place.kind]}: giấy số ${event.data.nos.join(', ')}`, detail: joined(event.data.receipt === undefined ? null : `Giấy trả số ${event.data.receipt.number}`, event.data.place.detail, event.data.reason) };
    case 'register-asked': return { words: `Hỏi đăng ký doanh nghiệp: ${event.data.extract.enterprise.name}`, detail: event.data.extract.enterprise.status };
    case 'secret-recorded': return { words: 'Ghi tài liệu mật, ngoài hệ thống', detail: null };
    case 'result-revoked': return { words: `Thu hồi kết quả theo quyết định số ${event.data.number}`, detail: reasonOf(event.data) };
    case 'released': return { words: `Nhả việc: ${event.data.step}`, detail: null };
    case 'procedure-moved': return { words: `Chuyển sang bản thủ tục mới (bản ${event.data.procedure.version})`, detail: `${event.data.documentNumber}: ${event.data.reason}` };
    case 'version-moved': return { words: 'Chuyển sang bản quy trình mới', detail: `${event.data.documentNumber}: ${event.data.reason}` };
    case 'wait-over': return { words: `Quy trình đi tiếp: ${cameWords(event.data.message)}`, detail: null };
    case 'timer-fired': return { words: `Đến hạn đã đặt trong quy trình: ${event.data.name}`, detail: null };
    case 'clock-recounted': return { words: recountWords[event.data.why], detail: event.data.why === 'linked-moved' ? movedWords(event.data.before, event.data.clock.owedAt) : event.data.reason };
    case 'child-started': return { words: `Chuyển cơ quan liên thông: ${event.data.child.procedure.name}`, detail: event.data.child.code };
    case 'child-moved': return { words: `${event.data.name}: ${childWords(event.data.child)}`, detail: event.data.reason };
    case 'escalated': return { words: escalatedWords[event.data.timing], detail: escalationRoles[event.data.role] };
    case 'deemed': return { words: deemedWords[event.data.outcome], detail: `Theo ${event.data.legal}` };
    case 'group-finished': return { words: 'Các thủ tục trong nhóm đã có kết quả', detail: null };
    case 'sent-upstream': return { words: `Trả lại cơ quan trước: ${event.data.name}`, detail: event.data.reason };
    case 'consulted': return { words: 'Lấy ý kiến cơ quan khác', detail: event.data.consultation.question };
    case 'consultation-answered': return { words: event.data.agrees ? 'Cơ quan được hỏi đồng ý' : 'Cơ quan được hỏi không đồng ý', detail: event.data.opinion };
    case 'payment-requested': return { words: `Yêu cầu nộp ${event.data.amountVnd.toLocaleString('vi-VN')} đồng`, detail: event.data.reason };
    case 'paid': return { words: `Đã nộp ${event.data.amountVnd.toLocaleString('vi-VN')} đồng`, detail: `Biên lai ${event.data.receiptNumber}` };
    case 'identity-requested': return { words: `Chờ xác nhận định danh: ${event.data.person}`, detail: event.data.reason };
    case 'identity-confirmed': return { words: `Đã xác nhận định danh: ${event.data.person}`, detail: event.data.evidence };
    case 'approved': return { words: `Phê duyệt và ký số kết quả${further(event.data)}${unheard(event.data)}${elsewhere(event.data)}`, detail: joined([`Số ${event.data.number}`, event.data.authority?.lines.join(', ') ?? '', event.data.authority?.delegation == null ? '' : `theo văn bản ${event.data.authority.delegation.number}`].filter((part) => part !== '').join(' · '), lately(event.data)) };
    case 'issued': return { words: `Phát hành kết quả${elsewhere(event.data)}`, detail: joined(event.data.seal === undefined ? `Số ${event.data.number}` : `Số ${event.data.number} · ${event.data.seal.name}`, lately(event.data)) };
    case 'papers-sent': return { words: `Giao giấy cho cơ quan giải quyết${event.data.late ? ' (muộn)' : ''}`, detail: `Phiếu bàn giao số ${event.data.note.number}, ${event.data.count} bản` };
    case 'papers-received': return { words: 'Cơ quan giải quyết đã nhận đủ giấy', detail: `Phiếu bàn giao số ${event.data.number}` };
    case 'papers-sent-back': return { words: 'Cơ quan giải quyết trả lại giấy', detail: joined(event.data.reason, event.data.missing.length === 0 ? null : `Thiếu: ${event.data.missing.join('; ')}`) };
    case 'dossier-received': return { words: 'Cơ quan giải quyết xác nhận đã nhận hồ sơ', detail: null };
    case 'dossier-declined': return { words: declineWords[event.data.why], detail: event.data.reason };
    case 'dossier-sent-again': return { words: sendingWords(event.data), detail: event.data.note };
    case 'post-packed': return { words: 'Đóng gói kết quả gửi bưu chính', detail: `${event.data.enterprise.name}, bưu gửi ${event.data.slip}, gửi ${event.data.parcelTo.name}, ${event.data.parcelTo.address}` };
    case 'post-taken': return { words: 'Giao kết quả cho bưu chính', detail: `Bảng kê số ${event.data.note.number}, ${event.data.enterprise}, bưu gửi ${event.data.slip}` };
    case 'post-moved': return { words: parcelWords[event.data.stage], detail: joined(`Bưu gửi ${event.data.slip}`, event.data.reason) };
    case 'wished': return { words: `Người nộp đề nghị ${wishWords[event.data.kind]}`, detail: event.data.text };
    case 'wish-decided': return { words: `${event.data.granted ? 'Đồng ý' : 'Không đồng ý'} đề nghị ${wishWords[event.data.kind]}`, detail: reasonOf(event.data) };
    case 'change-asked': return { words: 'Đề nghị thay đổi, chờ người thứ hai', detail: reasonOf(event.data) };
    case 'change-decided': return { words: changeWords(event.data), detail: reasonOf(event.data) };
    case 'corrected': return { words: 'Sửa thông tin hồ sơ', detail: reasonOf(event.data) };
    case 'reissued': return { words: `Cấp lại «${paperTitles[event.data.paper]}», số ${event.data.number} thay số ${event.data.replaced.number}`, detail: reasonOf(event.data) };
    case 'check-planned': return { words: `Hẹn ${event.data.check.kind === 'on-site' ? 'kiểm tra thực địa' : 'xác minh'} lúc ${officeMinuteText(Temporal.Instant.from(event.data.check.heldAt))}`, detail: `Tại ${event.data.check.place}. ${event.data.check.content}` };
    case 'check-recorded': return { words: `Ghi biên bản xác minh${event.data.minutes.number === undefined ? '' : ` số ${event.data.minutes.number}`}`, detail: event.data.minutes.conclusion };
    case 'message-written': return { words: 'Nhắn tin', detail: event.data.text };
    case 'extension-proposed': return { words: `Đề nghị gia hạn đến ${officeMinuteText(Temporal.Instant.from(event.data.newOwedAt))}`, detail: event.data.reason };
    case 'extended': return { words: `Xin lỗi và gia hạn đến ${officeMinuteText(Temporal.Instant.from(event.data.newOwedAt))}`, detail: joined(`Văn bản số ${event.data.number}`, event.data.reason) };
    case 'returned': return { words: returnedWords(event.data), detail: receivedWords(event.data) };
  }
}

/** Why a result stands against ending a dossier. */
export function resultWords({ part }: { readonly part?: string }): string {
  return part === undefined ? 'Kết quả đã được ký nên việc này không làm được nữa.' : `«${part}» trong nhóm đã có kết quả nên việc này không làm cho cả nhóm được nữa.`;
}
