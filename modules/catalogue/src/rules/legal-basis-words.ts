// SPDX-License-Identifier: EUPL-1.2

const numberPattern = /\d+(?:\.\d+)?\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*/u;
const kindAtHead = /^(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư liên tịch|thông tư|quyết định|hiến pháp)(?=[\s\d]|$)/iu;

/** What a document is called by the letters of its number. «QH», «UBTVQH» are laws, ordinances and resolutions alike: the number does not tell. */
const kindsByLetters: readonly (readonly [RegExp, string])[] = [[/\/NĐ-CP$/u, 'Nghị định'], [/\/TTLT/u, 'Thông tư liên tịch'], [/\/TT-/u, 'Thông tư'], [/\/NQ-/u, 'Nghị quyết'], [/\/QĐ-/u, 'Quyết định']];

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').replace(/[\s;.,]+$/u, '').trim();
const uncapitalised = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/**
 * How a published legal basis (căn cứ pháp lý) is written in a decision: kind of document, number, name, each once. The published records write them in many ways: the number in the name, the name as the number again, the kind in either.
 *
 * @legal nd-30-2020/layout
 */
export function legalBasisWords({ code, name }: { readonly code: string | null; readonly name: string | null }): string {
  const [said, number] = [tidy(name), numberPattern.exec(tidy(code))?.[0]];
  if (number === undefined) return said.startsWith(tidy(code)) ? said : tidy(`${tidy(code)} ${said}`);
  const kind = kindAtHead.exec(said)?.[0];
  if (kind !== undefined) return said.includes(number) ? said : /luật$/iu.test(kind) && said.length > kind.length ? `${said} số ${number}` : tidy(`${kind} số ${number} ${said.slice(kind.length).trim()}`);
  const letters = kindAtHead.exec(tidy(code))?.[0] ?? kindsByLetters.find(([pattern]) => pattern.test(number))?.[1] ?? 'Văn bản';
  const rest = said.startsWith(number) ? said.slice(number.length).replace(/^[\s:–-]+/u, '') : said;
  return tidy(`${letters.charAt(0).toUpperCase()}${letters.slice(1)} số ${number} ${uncapitalised(rest)}`);
}
