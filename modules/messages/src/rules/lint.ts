// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@motcua/proposals';
import { type MessageText, channelTitles, fieldsOf, messageEvents } from '../model.ts';
import { filled, smsSize, withoutToneMarks } from './render.ts';

/** Parts of an SMS after which a text is said to be long, and after which it is not published: every part costs, and long ones come torn. */
const [longParts, mostParts] = [3, 6];

const inBraces = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name.trim().normalize('NFC'));

/** What an event looks like with a dossier of nobody. */
export const sampleOf = (event: MessageText['event']): Readonly<Record<string, string>> => Object.fromEntries(fieldsOf(event).map(({ name, sample }) => [name, sample]));

type Tell = (part: 'title' | 'text', text: string, blocks?: boolean) => Finding;

function fieldFindings({ event, title, text }: MessageText, tell: Tell): readonly Finding[] {
  const known = fieldsOf(event);
  return ([['title', title], ['text', text]] as const).flatMap(([part, words]) => [
    ...inBraces(words).filter((name) => !known.some((field) => field.name === name)).map((name) => tell(part, `Không có trường «${name}» cho sự kiện này. Dùng: ${known.map((field) => `{${field.name}}`).join(', ')}.`)),
    ...(/[{}]/u.test(words.replace(/\{[^{}]*\}/gu, '')) ? [tell(part, 'Ngoặc nhọn chưa đủ đôi. Viết {tên trường}.')] : []),
    ...(/(?<!\d)\d{12}(?!\d)/u.test(words) ? [tell(part, 'Có dãy 12 chữ số như số định danh. Bỏ số ấy: lời báo gửi cho nhiều người.')] : []),
  ]);
}

function smsFindings(one: MessageText, tell: Tell): readonly Finding[] {
  const { event, text, withoutMarks } = one;
  const fields = fieldsOf(event).filter(({ name }) => inBraces(text).includes(name));
  const words = filled(text, sampleOf(event));
  const { parts } = smsSize(withoutMarks ? withoutToneMarks(words) : words);
  const links = [...text.matchAll(/https?:\/\/\S+/gu)].map(([link]) => link).filter((link) => !/^https:\/\/[^/]+\.gov\.vn(?:\/|$)/u.test(link));
  return [
    ...fields.filter(({ personal }) => personal === 'name').map(({ name }) => tell('text', `Tin nhắn hiện trên màn khóa: không ghi tên người. Bỏ {${name}}; mã hồ sơ đã đủ để nhận ra.`)),
    ...fields.filter(({ personal }) => personal === 'free').map(({ name }) => tell('text', `{${name}} do cán bộ ghi tự do, có thể có dữ liệu cá nhân và dài. Nên chỉ ghi mã hồ sơ và mời xem trên trang hồ sơ.`, false)),
    ...(parts > mostParts ? [tell('text', `Tin dài ${String(parts)} phần với hồ sơ mẫu. Rút gọn còn nhiều nhất ${String(mostParts)} phần.`)] : parts > longParts ? [tell('text', `Tin dài ${String(parts)} phần với hồ sơ mẫu; nên gọn trong ${String(longParts)} phần.`, false)] : []),
    ...links.map((link) => tell('text', `Đường dẫn ${link} không thuộc .gov.vn: người nhận khó biết là thật. Dùng địa chỉ .gov.vn hoặc bỏ đường dẫn.`, false)),
  ];
}

const titled: ReadonlySet<MessageText['channel']> = new Set(['in-app', 'email']);

/** What is wrong with texts: fields nobody knows, personal data in an SMS, too long, twice the same, empty. */
export function lintTexts(texts: readonly MessageText[]): readonly Finding[] {
  return texts.flatMap((one, at) => {
    const { event, channel, title, text } = one;
    const tell: Tell = (part, words, blocks = true) => ({ path: `texts.${String(at)}.${part}`, place: `${messageEvents[event].title}, ${channelTitles[channel].toLocaleLowerCase('vi')}`, text: words, blocks });
    const isTwice = texts.findIndex((other) => other.event === event && other.channel === channel) !== at;
    return [
      ...(isTwice ? [tell('text', 'Sự kiện này đã có lời cho kênh này. Giữ một lời.')] : []), ...(text.trim() === '' ? [tell('text', 'Chưa có lời báo. Viết lời, hoặc bỏ kênh này.')] : []), ...(title.trim() === '' && titled.has(channel) ? [tell('title', 'Chưa có tiêu đề.')] : []),
      ...fieldFindings(one, tell), ...(channel === 'sms' ? smsFindings(one, tell) : []),
    ];
  });
}
