// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import { answerConsultation, pay } from '../commands/handle.ts';
import { confirmIdentity } from '../commands/identity.ts';
import type { BenchChoice } from '../contract/bench.ts';
import { isAwaited } from '../lifecycle/transition.ts';
import { type Stage, type Tried, byHolder, waited } from './acts.ts';

type Answer = Extract<BenchChoice, { readonly do: 'partner' }>;

/** How long a partner that is late or broken keeps a dossier waiting, in hours, where nothing says by when it owes an answer. */
const silence = 72;

async function agencyAnswers(stage: Stage, { answer }: Answer): Promise<Tried> {
  const { bench: { ctx, clock }, dossier } = stage;
  const open = dossier.consultations.find(isAwaited);
  if (open === undefined) return refuse({ code: 'no-such-task', task: 'consultation' });
  const past = Temporal.Instant.from(open.dueAt).add({ hours: 1 });
  if (answer === 'late' || answer === 'broken') {
    const passed = await waited(stage.bench, dossier.code, Temporal.Instant.compare(past, clock.now()) < 0 ? clock.now() : past);
    if (!passed.ok || answer === 'broken') return passed.ok ? ok({ note: ['Cơ quan được hỏi không trả lời, đã quá hạn.', passed.value.note ?? ''].join(' ').trim() }) : passed;
  }
  return byHolder(stage, { post: { role: 'consulted-officer', agency: open.agency }, act: 'answer-consultation' }, (asked) => answerConsultation(ctx, { ...asked, id: open.id, body: { opinion: answer === 'refused' ? 'Không thống nhất.' : 'Thống nhất.', agrees: answer !== 'refused' } }));
}

/** A partner that is asked for something and is no agency: what it refuses or breaks leaves the dossier waiting. */
async function serviceAnswers(stage: Stage, { who, answer }: Answer, names: { readonly refused: string; readonly broken: string }): Promise<Tried> {
  const { bench: { ctx, clock }, dossier } = stage;
  if (answer === 'refused') return ok({ note: names.refused });
  if (answer === 'late' || answer === 'broken') {
    const passed = await waited(stage.bench, dossier.code, clock.now().add({ hours: silence }));
    if (!passed.ok) return passed;
    if (answer === 'broken') return ok({ note: [names.broken, passed.value.note ?? ''].join(' ').trim() });
  }
  if (who === 'identity') return byHolder(stage, { post: { role: 'intake-officer', agency: dossier.agencies.receiving }, act: 'confirm-identity' }, (asked) => confirmIdentity(ctx, { ...asked, body: { evidence: 'VNeID giả của bàn thử.' } }));
  return byHolder(stage, { post: { role: 'cashier', agency: dossier.agencies.receiving }, act: 'pay' }, (asked) => pay(ctx, { ...asked, body: { amountVnd: dossier.payment?.amountVnd ?? 0, receiptNumber: 'BÀN THỬ', way: 'transfer' } }));
}

/** A stand-in of a partner answers, answers late, refuses, or is broken and says nothing. */
export function partnerAnswers(stage: Stage, choice: Answer): Promise<Tried> {
  const { dossier } = stage;
  switch (choice.who) {
    case 'agency': return agencyAnswers(stage, choice);
    case 'payment': return dossier.payment === null ? Promise.resolve(refuse({ code: 'no-such-task', task: 'payment' })) : serviceAnswers(stage, choice, { refused: 'Cổng thanh toán từ chối giao dịch; hồ sơ vẫn chờ nộp tiền.', broken: 'Cổng thanh toán không trả lời ba ngày; hồ sơ vẫn chờ nộp tiền.' });
    case 'identity': return dossier.identity === null ? Promise.resolve(refuse({ code: 'no-such-task', task: 'identity' })) : serviceAnswers(stage, choice, { refused: 'VNeID báo thông tin không khớp; hồ sơ vẫn chờ xác nhận định danh.', broken: 'VNeID không trả lời ba ngày; hồ sơ vẫn chờ xác nhận định danh.' });
  }
}
