// SPDX-License-Identifier: EUPL-1.2
import { officeDayText } from '@motcua/kernel';
import type { Part } from '@motcua/proposals';
import type { Checklist } from '../checklist-model.ts';
import type { FeeTable } from '../fees-model.ts';
import { type Guide, type GuideTableName, guideOutputs } from '../guide-model.ts';
import { channelTitles } from './procedure-words.ts';

const day = (iso: string): string => officeDayText(Temporal.PlainDate.from(iso));
const money = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;
const kinds = { FEE: 'Phí', SERVICE_FEE: 'Lệ phí', PRICE_LEVEL: 'Giá dịch vụ' } as const;
const words = (...said: readonly (string | null)[]): string => said.filter((part) => part !== null && part !== '').join(', ');

/** A fee table in words. */
export function describeFees({ lines, reliefs, shipping }: FeeTable): readonly Part[] {
  return [
    { key: 'lines', label: 'Khoản thu', parts: lines.map(({ id, kind, name, circumstance, channel, amountVnd, unit, basis }) => ({
      key: id, label: `${kinds[kind]} ${name}`.trim(), text: words(`${money(amountVnd)}${unit === null ? '' : ` một ${unit}`}`, circumstance, channel === null ? null : channelTitles[channel], basis === '' ? null : `theo ${basis}`),
    })) },
    { key: 'reliefs', label: 'Miễn, giảm', parts: reliefs.map(({ id, who, percent, channel, validFrom, validUntil, basis }) => ({
      key: id, label: who === '' ? (channel === null ? 'Mọi hồ sơ' : channelTitles[channel]) : who, text: words(percent === 100 ? 'miễn' : `giảm ${percent} %`, channel === null ? null : channelTitles[channel], `từ ${day(validFrom)}`, validUntil === null ? null : `đến hết ${day(validUntil)}`, basis === '' ? null : `theo ${basis}`),
    })) },
    { key: 'shipping', label: 'Cước gửi kết quả', parts: shipping.map(({ id, name, amountVnd, basis }) => ({ key: id, label: name, text: words(money(amountVnd), basis) })) },
  ];
}

/** The questions and tables of «Tôi cần giấy gì» in words. */
export function describeGuide(guide: Guide): readonly Part[] {
  const { questions } = guide;
  const condition = (when: readonly string[]): string => {
    const said = questions.flatMap(({ label, choices }, at) => {
      const cell = when[at] ?? '-';
      return ['', '-'].includes(cell.trim()) ? [] : [`${label} ${choices.reduce((text, choice) => text.replaceAll(`"${choice.value}"`, `«${choice.label}»`), cell)}`];
    });
    return said.length === 0 ? 'Luôn luôn' : said.join('; ');
  };
  const table = (name: GuideTableName, label: string): Part => ({ key: name, label, parts: guide[name].map(({ id, when, then }) => ({
    key: id, label: condition(when), text: guideOutputs[name].map((output, at) => ((then[at] ?? '') === '' ? '' : `${output.label}: ${then[at] ?? ''}`)).filter((said) => said !== '').join('. '),
  })) });
  return [
    { key: 'questions', label: 'Câu hỏi', parts: questions.map(({ id, label, choices, hint }) => ({ key: id, label, text: words(choices.map((choice) => choice.label).join(' / '), hint === null ? null : `cách xem: ${hint}`) })) },
    table('conditions', 'Điều kiện'), table('cases', 'Trường hợp'), table('papers', 'Giấy tờ'),
  ];
}

/** A checklist in words. */
export function describeChecklist({ checks, supplementReasons, refusalReasons }: Checklist): readonly Part[] {
  const stages = { intake: 'khi tiếp nhận', appraisal: 'khi thẩm định' } as const;
  return [
    { key: 'checks', label: 'Kiểm tra', parts: checks.map(({ id, text, stage, paper, basis }) => ({ key: id, label: text, text: words(stages[stage], paper, basis) })) },
    ...([['supplementReasons', 'Lý do yêu cầu bổ sung', supplementReasons], ['refusalReasons', 'Lý do từ chối', refusalReasons]] as const)
      .map(([key, label, reasons]) => ({ key, label, parts: reasons.map(({ id, text, detail, paper, basis }) => ({ key: id, label: text, text: words(detail, paper, basis) })) })),
  ];
}
