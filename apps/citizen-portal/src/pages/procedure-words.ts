// SPDX-License-Identifier: EUPL-1.2
import { dayText, moneyInSentence } from '@motcua/i18n';
import type { MessageId, Translate } from '@motcua/i18n';
import type { ChannelName, ProcedureRecord, PublishedFee, PublishedTime } from './props.ts';

const units: Readonly<Record<Exclude<PublishedTime['unit'], 'OTHER'>, MessageId>> = {
  WORKING_DAY: 'time.working-days', DAY: 'time.days', HOUR: 'time.hours', MONTH: 'time.months', YEAR: 'time.years',
};

/** «5 ngày làm việc»; a time that is only in a note says so. */
export function timeWords(t: Translate, time: PublishedTime | null): string {
  if (time === null) return t('unpublished');
  if (time.unit === 'OTHER' || time.value === null) return t('time.in-note');
  return t(units[time.unit], { value: String(time.value).replace('.', ',') });
}

/** The time limits of a procedure over its channels: one, or the list by channel when they differ. */
export function timesByChannel(t: Translate, procedure: ProcedureRecord): readonly string[] {
  const said = procedure.methods.map(({ channel, time }) => ({ channel, words: timeWords(t, time) }));
  const different = new Set(said.map(({ words }) => words));
  if (different.size <= 1) return [said[0]?.words ?? t('unpublished')];
  return said.map(({ channel, words }) => `${t(channelWord[channel])}: ${words}`);
}

export const channelWord: Readonly<Record<ChannelName, MessageId>> = { DIRECT: 'channel.DIRECT', ONLINE: 'channel.ONLINE', POSTAL: 'channel.POSTAL' };

/** «Lệ phí 50.000 đồng», «Phí: theo ghi chú». */
function feeWords(t: Translate, fee: PublishedFee): string {
  // A published 0 with a note is not free: the note says who sets it, mostly the province's people's council.
  if (fee.amount === null || (fee.amount === 0 && fee.note !== null)) return t(`fee.in-note.${fee.kind}`);
  if (fee.amount === 0) return t('fee.none');
  const amount = fee.currency === 'USD' ? `${String(fee.amount)}\u00A0USD` : moneyInSentence(fee.amount);
  return t(`fee.${fee.kind}`, { amount });
}

/** All different fees of a procedure, in words; the sentence that nothing is published when there are none. */
export function feesInWords(t: Translate, fees: readonly PublishedFee[]): readonly string[] {
  const said = [...new Set(fees.map((fee) => feeWords(t, fee)))];
  return said.length === 0 ? [t('fee.unpublished')] : said;
}

/** The fee of a row in a list: the smallest published, or that none is. */
export function feeOfLine(t: Translate, fee: number | null): string {
  if (fee === null) return t('fee.unpublished');
  return fee === 0 ? t('fee.none-or-note') : t('fee.from', { amount: moneyInSentence(fee) });
}

const knownLevels: Readonly<Record<string, MessageId>> = {
  MINISTRY: 'level.MINISTRY', PROVINCE: 'level.PROVINCE', COMMUNE: 'level.COMMUNE', VERTICAL: 'level.VERTICAL', OTHER_AGENCY: 'level.OTHER_AGENCY',
};

/** «UBND xã, phường · cấp tỉnh» */
export function levelWords(t: Translate, levels: readonly string[]): string {
  const said = levels.flatMap((level) => { const word = knownLevels[level]; return word === undefined ? [] : [t(word)]; });
  return said.length === 0 ? t('unpublished') : said.join(' · ');
}

/** «Toàn trình», «Một phần hoặc tại quầy». */
export function onlineWords(t: Translate, onlineLevel: string): string {
  return t(onlineLevel === 'FULL' ? 'online.FULL' : 'online.PARTIAL_OR_NONE');
}

/** «Quyết định 163/QĐ-BTP, 16/01/2026» */
export function decisionWords(t: Translate, decision: ProcedureRecord['decision']): string {
  if (decision.number === null) return t('unpublished');
  return decision.date === null ? decision.number : t('decision.dated', { number: decision.number, day: dayText(decision.date) });
}
