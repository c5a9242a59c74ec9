// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { isRobot } from './robots.ts';

const of = (agent: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): boolean => isRobot({ method, headers: { 'user-agent': agent, ...headers } });
const phone = 'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

describe('chương trình xem trước đường dẫn (who fetches a page without being a person)', () => {
  test.each([
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'WhatsApp/2.23.20.0', 'TelegramBot (like TwitterBot)', 'Twitterbot/1.0', 'Slackbot-LinkExpanding 1.0', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Mozilla/5.0 (compatible; bingbot/2.0)', 'Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5', 'coccocbot-web/1.0', '',
  ])('is «%s»', (agent) => { expect(of(agent)).toBe(true); });

  test.each([
    phone, `${phone} Zalo android/24060601 ZaloTheme/light ZaloLanguage/vi`, `${phone} [FB_IAB/FB4A;FBAV/450.0.0.0;]`, 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0.0 Chrome/120.0.0.0 Safari/537.36', 'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
  ])('is not «%s»', (agent) => { expect(of(agent)).toBe(false); });

  test('is a browser that loads ahead of a click, or a look at the headers alone', () => {
    expect([of(phone, { 'sec-purpose': 'prefetch;prerender' }), of(phone, { purpose: 'prefetch' }), of(phone, {}, 'HEAD'), of(phone)]).toEqual([true, true, true, false]);
  });
});
