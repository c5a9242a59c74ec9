// SPDX-License-Identifier: EUPL-1.2
/** What each letter and slip says, under the names a template of the province may use. The views are those the product's own layouts print. */
import {
  type ApologyAndExtensionView, type ControlSlipView, type ForwardingSlipView, type HandOver, type HandOverNoteView, type IntakeReceiptView, type IntakeRefusalView, type PaperHead, type PaperPerson, type StopNoticeView,
  type SupplementRequestView, issueDayWords, momentFigures, momentWords,
} from '@motcua/statutory-forms';
import type { Letter } from './own-layout.ts';
import { paperTitles } from './titles.ts';

const headTexts = ({ superior, office, number, place, issuedAt }: PaperHead): Letter['texts'] => ({ 'cơ quan cấp trên': superior ?? '', 'cơ quan': office, 'số văn bản': number, 'nơi ban hành': place, 'ngày ban hành': issueDayWords(issuedAt) });
const dossierTexts = (view: PaperHead & { readonly applicant: PaperPerson; readonly request: string }): Letter['texts'] => ({
  ...headTexts(view), 'mã hồ sơ': view.dossierCode, 'tên thủ tục': view.request, 'chủ hồ sơ': view.applicant.name, 'số định danh': view.applicant.identifier, 'địa chỉ': view.applicant.address, 'điện thoại': view.applicant.phone, 'thư điện tử': view.applicant.email,
});
const said = (at: string | null): string => (at === null ? '' : momentWords(at));

export function receiptLetter(view: IntakeReceiptView): Letter {
  const { representative, papers, copies, timeLimit, receivedAt, returnAt, returnNote, returnPlace, submitterName, officerName, explanation } = view;
  return {
    paper: 'receipt', title: paperTitles['receipt'],
    texts: {
      ...dossierTexts(view), 'người ủy quyền': representative?.name ?? '', 'giấy tờ ủy quyền': representative?.document ?? '', 'số bộ': String(copies), 'thời gian giải quyết': timeLimit, 'lúc nhận': momentWords(receivedAt), 'lúc hẹn trả': said(returnAt),
      'ghi chú hẹn trả': returnNote ?? '', 'nơi nhận kết quả': returnPlace, 'người nộp': submitterName, 'người tiếp nhận': officerName, 'tổng tiền': view.fees?.total ?? '',
    },
    lists: {
      'phí, lệ phí': (view.fees?.lines ?? []).map((text) => ({ 'khoản thu': text })),
      'thành phần hồ sơ': papers.map((name) => ({ 'tên giấy tờ': name })),
      'cách tính ngày hẹn': (explanation?.lines ?? []).map(({ from, to, counted, text, source }) => ({ 'từ lúc': momentFigures(from), 'đến lúc': momentFigures(to), 'có tính': counted ? 'Có tính' : 'Không tính', 'diễn giải': text, 'căn cứ tính': source ?? '' })),
    },
  };
}

export const supplementRequestLetter = (view: SupplementRequestView): Letter => ({
  paper: 'supplement-request', title: paperTitles['supplement-request'],
  texts: { ...dossierTexts(view), 'lý do': view.reason, 'người hướng dẫn': view.guideName, 'điện thoại liên hệ': view.contact.phone }, lists: { 'nội dung bổ sung': view.items.map((text) => ({ 'một nội dung': text })) },
});

export const refusalLetter = (view: IntakeRefusalView): Letter => ({
  paper: 'refusal', title: paperTitles['refusal'],
  texts: { ...dossierTexts(view), 'người nộp': view.submitterName, 'người tiếp nhận': view.officerName }, lists: { 'lý do từ chối': view.reasons.map((text) => ({ 'một lý do': text })) },
});

export const stopNoticeLetter = (view: StopNoticeView): Letter => ({
  paper: 'stop-notice', title: paperTitles['stop-notice'],
  texts: {
    ...dossierTexts(view), 'lúc đề nghị': momentWords(view.askedAt), 'hình thức đề nghị': view.channel, 'lý do': view.reason, 'giai đoạn': view.stage, 'trả giấy tờ': view.papersBack, 'trả tiền': view.feesBack, 'người tiếp nhận': view.officerName,
  },
  lists: {},
});

export const extensionLetter = (view: ApologyAndExtensionView): Letter => ({
  paper: 'extension', title: paperTitles['extension'],
  texts: {
    ...dossierTexts(view), 'nơi tiếp nhận': view.receivedBy, 'lúc nhận': momentWords(view.receivedAt), 'hẹn cũ': momentWords(view.owedAt), 'lý do': view.reason, 'hẹn mới': momentWords(view.newReturnAt),
    'thay mặt': view.signatory.onBehalf ?? '', 'ký thay': view.signatory.inPlaceOf ?? '', 'chức vụ người ký': view.signatory.title, 'họ tên người ký': view.signatory.name,
  },
  lists: {},
});

const outcomes: Readonly<Record<NonNullable<HandOver['outcome']>, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', overdue: 'Quá hạn' };

export const controlSlipLetter = (view: ControlSlipView & { readonly applicant: PaperPerson; readonly request: string }): Letter => ({
  paper: 'control-slip', title: paperTitles['control-slip'],
  texts: { ...dossierTexts(view), 'cơ quan giải quyết': view.solvingUnit, 'cơ quan phối hợp': view.coordinatingUnits.join(', '), 'lúc nhận': momentWords(view.receivedAt), 'lúc hẹn trả': said(view.returnAt) },
  lists: {
    'giao nhận': view.handOvers.map(({ from, to, at, outcome, note }) => ({ 'bên giao': from.unit, 'người giao': from.person, 'bên nhận': to.unit, 'người nhận': to.person, 'lúc giao nhận': momentWords(at), 'kết quả': outcome === null ? '' : outcomes[outcome], 'ghi chú': note })),
  },
});

export const forwardingSlipLetter = (view: ForwardingSlipView): Letter => ({
  paper: 'forwarding-slip', title: paperTitles['forwarding-slip'],
  texts: { ...dossierTexts(view), 'cơ quan chủ trì': view.lead, 'lúc nhận': momentWords(view.receivedAt), 'lúc hẹn trả': said(view.returnAt) },
  lists: { 'việc phối hợp': view.rows.map(({ agency, work, deadline, outcome }) => ({ 'cơ quan làm': agency, 'việc làm': work, 'hạn làm': deadline, 'kết quả làm': outcome })) },
});

export const handOverNoteLetter = (view: HandOverNoteView): Letter => ({
  paper: 'hand-over-note', title: 'Phiếu bàn giao hồ sơ giấy',
  texts: { ...headTexts(view), 'bên giao': view.from, 'bên nhận': view.to, 'người giao': view.handedOverBy, 'lúc giao': momentWords(view.issuedAt), 'tổng số giấy': String(view.lines.reduce((sum, { count }) => sum + count, 0)) },
  lists: { 'hồ sơ bàn giao': view.lines.map(({ code, procedure, applicant, count }) => ({ 'mã từng hồ sơ': code, 'thủ tục từng hồ sơ': procedure, 'chủ từng hồ sơ': applicant, 'số giấy': String(count) })) },
});
