// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';

type Named = { readonly code: string; readonly name: string; readonly aliases: readonly string[]; readonly retired: boolean };

/** A kind a component may be. `sure`: the component is called nothing but that; else a person looks at it by itself. */
export type ProposedKind = { readonly code: string; readonly sure: boolean };

const apart = (words: string): string => ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
const whole = (words: string): string => apart(fold(words));
/** The same with its tone marks: «sổ đỏ» and «sơ đồ» are one without them. */
const marked = (words: string): string => apart(words.normalize('NFC').toLocaleLowerCase('vi'));

/** The name under which a component keeps its kind: without tone marks, case and repeated blanks. */
export const componentName = (name: string): string => whole(name).trim();

// How a component is handed in, said before its name.
const handedIn = /^ (?:(?:\d+|[a-d]|mot|01|ban|sao|chinh|goc|dien tu|chup|photo|photocopy|scan|co|duoc|chung thuc|cong chung|hop le|va|hoac|kem|ban goc|de|doi chieu|cua|xuat trinh|nop) )+/u;
/** A component without how it is handed in and without its bullet; a blank stands before it. */
export const bareComponent = (name: string): string => whole(name).replace(handedIn, ' ').trimEnd();

// What somebody writes to ask, report or explain: it names the paper it asks for, and is never that paper.
const asking = /^ (?:don|to khai|to trinh|ban khai|van ban|cong van|giay de nghi|giay yeu cau|giay dang ky|phieu (?:de nghi|yeu cau|dang ky|khai|bao|thu thap|tiep nhan|cung cap|thong tin)|mau|de nghi|yeu cau|thong bao|bao cao|thuyet minh|cam ket|ban cam ket|ban thuyet minh|ban ke khai|ban ke|bang ke|danh sach|du an|phuong an|de an|ho so|ban ve|quyet dinh|hop dong|bien ban|tai lieu|giay to|cac giay to|anh|hinh anh|bien lai|hoa don|nghi quyet|giay uy quyen|giay gioi thieu|ly lich|so do|ban do|chung tu|ket qua|y kien) /u;
const elsewise = / (?:hoac|hay|va|neu|nuoc ngoai|mot trong|tru truong hop|doi voi|truong hop) /u;
const several = /[/,;]\s*\p{L}/u;
const mostWordsMore = 12;

/** Whether a kind stands in a text: without marks where the text is written so, else with its own marks. */
function standsIn({ words, marked: own }: { readonly words: string; readonly marked: string }, text: string, written: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  // Both are as long: a letter with marks is one letter too.
  const span = written.slice(at, at + words.length);
  return span === words || written.includes(own);
}

/**
 * Proposes a kind for the name of a component: the longest name or alias of a kind that stands in it as whole words, without tone marks. A person confirms.
 * An application, a declaration, a decision about something are never proposed to be the paper they name.
 *
 * @returns a function of the component's name; made once for many names
 */
export function paperKindMatcher(kinds: readonly Named[]): (component: string) => ProposedKind | null {
  const known = kinds.filter(({ retired }) => !retired).flatMap(({ code, name, aliases }) => [name, ...aliases].map((words) => ({ code, words: whole(words), marked: marked(words) }))).filter(({ words }) => words.trim() !== '').toSorted((one, other) => other.words.length - one.words.length);
  return (component) => {
    const [text, written] = [whole(component), marked(component)];
    const standing = known.filter((kind) => standsIn(kind, text, written));
    const [found] = standing;
    if (found === undefined) return null;
    const [bare, said] = [text.replace(handedIn, ' '), found.words];
    const begins = bare.startsWith(said) || text.startsWith(said);
    if (!begins && asking.test(bare)) return null;
    const more = text.trim().split(' ').length - said.trim().split(' ').length;
    return { code: found.code, sure: begins && more <= mostWordsMore && !elsewise.test(text) && (more === 0 || !several.test(component)) && standing.every(({ code }) => code === found.code) };
  };
}
