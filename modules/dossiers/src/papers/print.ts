// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { readDocument } from '@motcua/documents';
import { officeMinuteText } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { agencyNames, findOneStopShop } from '@motcua/organisation';
import { renderControlSlip, renderIntakeReceipt, renderIntakeRefusal, renderStopNotice, renderSupplementRequest, type ControlSlipView, type HandOver, type IntakeReceiptView, type IntakeRefusalView, type StopNoticeView, type SupplementRequestView } from '@motcua/statutory-forms';
import { limitWords } from '../clock/dossier-clock.ts';
import type { DossierContext } from '../context.ts';
import type { PaperName, ReissuablePaper, ReturnWay } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import { apply } from '../lifecycle/apply.ts';
import { headedAs, issueOf } from '../lifecycle/issued-papers.ts';
import { isSecret, secretMark } from '../lifecycle/secret-papers.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { printDeclaration } from './declaration.ts';
import { asIssued } from './electronic.ts';
import { printForwardingSlip } from './forwarding-slip.ts';
import { mandateWords } from '../views/mandate-words.ts';
import { applicantsOf, headOf, personOf } from './head.ts';
import { controlSlipLetter, receiptLetter, refusalLetter, stopNoticeLetter, supplementRequestLetter } from './letters.ts';
import { ownOr } from './own-layout.ts';

const returnPlaces: Readonly<Record<ReturnWay, string>> = { counter: '', post: 'Qua dịch vụ bưu chính công ích', electronic: 'Bản điện tử' };

/** What stands beside the return day on form 01: that it is provisional, and the two appointments where a financial duty lies between. */
function returnNote({ provisional, firstAt }: DossierClock): string | null {
  const notes = [
    ...(provisional === true ? ['Tạm tính, sẽ báo lại khi cơ quan giải quyết nhận hồ sơ'] : []),
    ...(firstAt === undefined ? [] : [`Hẹn lần 1 (chuyển thông tin nghĩa vụ tài chính sang cơ quan thuế): ${officeMinuteText(Temporal.Instant.from(firstAt))}. Ngày trên là hẹn lần 2; thời gian cơ quan thuế xác định và thời gian nộp tiền không tính`]),
  ];
  return notes.length === 0 ? null : notes.join('. ');
}

const grouped = (vnd: number): string => `${String(vnd).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`;

/** What is paid, line by line as it was worked out; null where nothing was. */
function feesOf({ fee }: Dossier): NonNullable<IntakeReceiptView['fees']> | null {
  if (fee.price === undefined || fee.price.lines.length === 0) return null;
  return { lines: fee.price.lines.map(({ text }) => text), total: fee.price.totalVnd === null ? 'Số tiền do cơ quan giải quyết thông báo.' : `Tổng cộng: ${grouped(fee.price.totalVnd)}.` };
}

async function receipt(ctx: DossierContext, db: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const [issued, { clock, acceptedAt }] = [issueOf(dossier, 'receipt'), dossier];
  if (issued === null || clock === null || acceptedAt === null) return null;
  const head = await headOf(ctx, db, dossier, { kind: 'receipt', number: issued.number, issuedAt: issued.at });
  const returning = await findOneStopShop(db, dossier.agencies.returning);
  const { submitter, applicant } = dossier;
  const view: IntakeReceiptView = {
    ...head, receivedBy: head.office, applicant: submitter === null ? applicantsOf(dossier) : personOf(submitter),
    representative: submitter === null ? null : { ...applicantsOf(dossier), document: [dossier.mandate === undefined ? '' : mandateWords(dossier.mandate), dossier.authorisation ?? ''].filter((part) => part !== '').join('. ') },
    request: dossier.procedure.name, papers: dossier.papers.filter(({ state, answered }) => state === 'ok' || answered?.register === 'form').map((paper) => `${paper.name} (${paper.state === 'ok' ? `${String(paper.originals)} bản chính, ${String(paper.copies)} bản sao` : 'tờ khai điện tử'}${isSecret(dossier, paper.no) ? `; ${secretMark}` : ''})`),
    copies: 1, timeLimit: limitWords(dossier, clock.limit), receivedAt: acceptedAt, returnAt: clock.owedAt,
    returnNote: returnNote(clock),
    returnPlace: dossier.returnWay === 'counter' ? (returning?.name ?? '') : returnPlaces[dossier.returnWay], book: null,
    submitterName: (submitter ?? applicant).name, officerName: issued.by.name, fees: feesOf(dossier),
    explanation: {
      lines: clock.explanation.map((line) => ({ from: line.from, to: line.to, counted: line.counted, text: line.text, source: line.source === null ? null : sourceTitle(line.source) })),
      summary: null,
    },
  };
  return ownOr(ctx, db, { letter: receiptLetter(view), dossier, agency: dossier.agencies.receiving, head }, () => renderIntakeReceipt(view));
}

/** Acts that end a step without naming it. */
const stepOf: Readonly<Partial<Record<DossierEvent['type'], string>>> = { 'issued': 'Vào số, đóng dấu, phát hành', 'timer-fired': 'Đến hạn đã đặt trong quy trình', 'wait-over': 'Quy trình đi tiếp' };

function handOversOf(events: readonly DossierEvent[], units: ReadonlyMap<string, string>): readonly HandOver[] {
  const rows: HandOver[] = [];
  for (const event of events) {
    if (!('moved' in event.data) || event.data.moved === null) continue;
    const [next] = event.data.moved.opened;
    if (next === undefined) continue;
    const step = 'step' in event.data ? event.data.step : stepOf[event.type] ?? 'Tiếp nhận hồ sơ';
    rows.push({
      from: { unit: step, person: event.by.name }, to: { unit: units.get(next.agency) ?? next.agency, person: next.assignee?.name ?? next.name }, at: event.at,
      outcome: event.type === 'issued' ? (event.data.outcome === 'late' ? 'overdue' : event.data.outcome) : null, note: event.type === 'sent-back' ? event.data.reason : '',
    });
  }
  return rows;
}

async function controlSlip(ctx: DossierContext, db: Db, dossier: Dossier, events: readonly DossierEvent[]): Promise<Uint8Array | null> {
  const issued = headedAs(dossier, 'control-slip');
  if (issued === null) return null;
  const agencies = [dossier.agencies.solving, ...dossier.consultations.map(({ agency }) => agency), ...events.flatMap((event) => ('moved' in event.data ? event.data.moved?.opened.map(({ agency }) => agency) ?? [] : []))];
  const nameOf = await agencyNames(db, agencies);
  const units = new Map(agencies.map((code) => [code, nameOf(code)]));
  const head = await headOf(ctx, db, dossier, { kind: 'control-slip', number: issued.number, issuedAt: issued.at });
  const view: ControlSlipView = {
    ...head, solvingUnit: units.get(dossier.agencies.solving) ?? '', coordinatingUnits: [...new Set(dossier.consultations.map(({ agency }) => units.get(agency) ?? agency))],
    receivedAt: dossier.acceptedAt ?? issued.at, returnAt: dossier.clock?.owedAt ?? null, handOvers: handOversOf(events, units),
  };
  return ownOr(ctx, db, { letter: controlSlipLetter({ ...view, applicant: applicantsOf(dossier), request: dossier.procedure.name }), dossier, agency: dossier.agencies.receiving, head }, () => renderControlSlip(view));
}

async function supplementRequest(ctx: DossierContext, db: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const [asked, issued] = [dossier.supplement, issueOf(dossier, 'supplement-request')];
  if (asked === null || issued === null) return null;
  const head = await headOf(ctx, db, dossier, { kind: 'supplement-request', number: issued.number, issuedAt: issued.at });
  const shop = await findOneStopShop(db, dossier.agencies.receiving);
  const view: SupplementRequestView = {
    ...head, applicant: personOf(dossier.applicant), request: dossier.procedure.name, items: asked.items.map(({ what, howToMend }) => `${what}. Cách sửa: ${howToMend}`),
    reason: asked.reason, contact: { name: issued.by.name, phone: shop?.phone ?? '' }, guideName: issued.by.name,
  };
  return ownOr(ctx, db, { letter: supplementRequestLetter(view), dossier, agency: dossier.agencies.receiving, head }, () => renderSupplementRequest(view));
}

async function refusal(ctx: DossierContext, db: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const [refused, issued] = [dossier.refusal, issueOf(dossier, 'refusal')];
  if (refused === null || issued === null) return null;
  const head = await headOf(ctx, db, dossier, { kind: 'refusal', number: issued.number, issuedAt: issued.at });
  const view: IntakeRefusalView = { ...head, applicant: personOf(dossier.applicant), request: dossier.procedure.name, reasons: issued.wording ?? refused.reasons, submitterName: dossier.applicant.name, officerName: issued.by.name };
  return ownOr(ctx, db, { letter: refusalLetter(view), dossier, agency: dossier.agencies.receiving, head }, () => renderIntakeRefusal(view));
}

async function stopNotice(ctx: DossierContext, db: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const [{ ending }, issued] = [dossier, issueOf(dossier, 'stop-notice')];
  if (ending === null || issued === null) return null;
  const head = await headOf(ctx, db, dossier, { kind: 'stop-notice', number: issued.number, issuedAt: issued.at });
  const view: StopNoticeView = {
    ...head, applicant: personOf(dossier.applicant), request: dossier.procedure.name, askedAt: ending.at, channel: ending.by.kind === 'citizen' ? 'trực tuyến' : 'trực tiếp', reason: issued.wording?.join(' ') ?? ending.reason,
    stage: `${dossier.stepNo}/${dossier.stepCount} bước`, papersBack: 'Giấy tờ đã nộp được trả lại tại nơi tiếp nhận.', feesBack: 'Phí, lệ phí đã nộp theo quy định của pháp luật chuyên ngành.', officerName: issued.by.name,
  };
  return ownOr(ctx, db, { letter: stopNoticeLetter(view), dossier, agency: dossier.agencies.receiving, head }, () => renderStopNotice(view));
}

/** The dossier as it was when a paper was issued: what a paper says does not change with what comes after it. */
function asOfIssue({ dossier, events }: { readonly dossier: Dossier; readonly events: readonly DossierEvent[] }, paper: ReissuablePaper): Dossier {
  const at = issueOf(dossier, paper)?.at;
  if (at === undefined) return dossier;
  const until = Temporal.Instant.from(at);
  return events.filter((event) => Temporal.Instant.compare(Temporal.Instant.from(event.at), until) <= 0).reduce<Dossier | undefined>((state, event) => apply(state, event), undefined) ?? dossier;
}

/** A paper of a dossier as PDF, printed from its ledger; null when the dossier has no such paper (yet). */
export async function printPaper(ctx: DossierContext, db: Db, asked: { readonly dossier: Dossier; readonly events: readonly DossierEvent[]; readonly paper: PaperName }): Promise<Uint8Array | null> {
  const { dossier } = asked;
  const then = (paper: ReissuablePaper): Dossier => asOfIssue(asked, paper);
  switch (asked.paper) {
    case 'receipt': return asIssued(ctx, db, { dossier, paper: 'receipt' }, () => receipt(ctx, db, then('receipt')));
    case 'control-slip': return controlSlip(ctx, db, dossier, asked.events);
    case 'forwarding-slip': return printForwardingSlip(ctx, db, dossier);
    case 'supplement-request': return asIssued(ctx, db, { dossier, paper: 'supplement-request' }, () => supplementRequest(ctx, db, then('supplement-request')));
    case 'refusal': return asIssued(ctx, db, { dossier, paper: 'refusal' }, () => refusal(ctx, db, then('refusal')));
    case 'stop-notice': return asIssued(ctx, db, { dossier, paper: 'stop-notice' }, () => stopNotice(ctx, db, then('stop-notice')));
    case 'extension': {
      const id = issueOf(dossier, 'extension')?.documentId;
      return id === undefined ? null : (await readDocument(db, ctx.files, id))?.bytes ?? null;
    }
    case 'declaration': return printDeclaration(db, dossier);
    case 'result': {
      const id = dossier.result?.documentId;
      return id == null ? null : (await readDocument(db, ctx.files, id))?.bytes ?? null;
    }
  }
}
