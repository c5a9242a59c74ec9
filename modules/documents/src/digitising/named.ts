// SPDX-License-Identifier: EUPL-1.2

/** Whom a paper names beside its labels: people and organisations, and their numbers (12 digits of a person, 10 of an organisation). */
export type Named = { readonly names: readonly string[]; readonly numbers: readonly string[] };

// How papers of the state say whose they are: birth, marriage, status; land; permits; registrations.
const ofPeople: readonly RegExp[] = [
  /H[ọo][^:\n]{0,40}?t[êe]n[^:\n]{0,40}:\s*([^\n]+)/gu, /H[ọo](?: và)? tên(?: khai sinh)?\s+(?=\p{Lu}{2})([^\n]+)/gu,
  /(?:Người sử dụng đất|[Cc]hủ sở hữu|Chủ hộ|Người đại diện theo pháp luật|Chủ đầu tư|Tên chủ xe|Chủ xe|Cấp cho|Chứng nhận cho)[^:\n\p{Lu}]{0,60}:?\s*(?:(?:[Hh]ộ )?(?:[Ôô]ng|[Bb]à)(?:\/[Bb]à|\/[Ôô]ng| và [Bb]à)?)?\s*:?\s*([^\n]+)/gu,
  /(?:^|\n)\s*(?:Hộ )?(?:Ông|Bà)\s*:?\s+(?=\p{Lu})([^\n]+)/gu,
];
const ofOrganisations = /Tên (?:công ty|doanh nghiệp|hộ kinh doanh|hợp tác xã|chi nhánh|tổ chức)[^:\n]{0,40}:\s*([^\n]{3,150})/giu;
const ofNumbers: readonly RegExp[] = [
  /(?:Số định danh(?: cá nhân)?|CCCD|Căn cước(?: công dân)?(?: số)?|Số thẻ)[^:\n\d]{0,30}:?\s*(\d[\d ]{10,15}\d)/giu,
  /(?:Mã số (?:doanh nghiệp|hộ kinh doanh|thuế|đăng ký|hợp tác xã))[^:\n\d]{0,30}:?\s*(\d{10}(?:-\d{3})?)(?!\d)/giu,
];

const labels: ReadonlySet<string> = new Set(['Ngày', 'Giới', 'Sinh', 'Năm', 'Dân', 'Quốc', 'Số', 'Họ', 'Nơi', 'Địa', 'Căn', 'Chức', 'Quê', 'Được', 'Và', 'Bà', 'Ông']);
const mostWords = 6;

/** The name a line begins with: words in capitals, or each with a capital, up to what is said next; undefined for one word alone. */
function nameAt(line: string): string | undefined {
  const [said = ''] = line.split(/[,;:(.]/u);
  const words = said.trim().split(/\s+/u);
  const inCapitals = /^\p{Lu}{2,}$/u.test(words[0] ?? '');
  // «Quốc» is a name before a name and a label before «tịch».
  const isLabel = (word: string, at: number): boolean => labels.has(word) && /^\p{Ll}/u.test(words[at + 1] ?? '');
  const end = words.findIndex((word, at) => !(inCapitals ? /^\p{Lu}+$/u : /^\p{Lu}[\p{L}'-]*$/u).test(word) || isLabel(word, at));
  const name = words.slice(0, Math.min(end < 0 ? words.length : end, mostWords));
  return name.length < 2 ? undefined : name.join(' ');
}

const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, value = '']) => value.trim());

/** Whom a text names, each once. What has no label is nobody: a text names many. */
export function namedIn(text: string): Named {
  const people = ofPeople.flatMap((pattern) => found(text, pattern).flatMap((line) => nameAt(line) ?? []));
  const organisations = found(text, ofOrganisations);
  const numbers = ofNumbers.flatMap((pattern) => found(text, pattern)).map((number) => number.replace(/ /gu, '')).filter((number) => /^(?:\d{12}|\d{10}(?:-\d{3})?)$/u.test(number));
  return { names: [...new Set([...people, ...organisations])], numbers: [...new Set(numbers)] };
}

type Day = { readonly day: string; readonly month: string; readonly year: string };
const isoOf = ({ day, month, year }: Day): string | null => {
  const [m, d] = [Number(month), Number(day)];
  return m < 1 || m > 12 || d < 1 || d > 31 ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const dayWords = String.raw`(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})`;
const ending = new RegExp(String.raw`(?:[Cc]ó giá trị(?: sử dụng)? đến|[Gg]iá trị đến|[Hh]ết hạn|[Tt]hời hạn(?: sử dụng)? đến|[Dd]ate of expiry)(?: hết)?(?: ngày)?\s*:?\s*(?:ngày )?${dayWords}`, 'u');
const issuing: readonly RegExp[] = [new RegExp(String.raw`(?:[Nn]gày cấp|[Cc]ấp ngày|[Dd]ate of issue)\s*:?\s*(?:ngày )?${dayWords}`, 'u'), new RegExp(String.raw`,\s*ngày\s+${dayWords}`, 'u')];

function dayBy(text: string, pattern: RegExp): string | null {
  const [, day = '', month = '', year = ''] = pattern.exec(text) ?? [];
  return year === '' ? null : isoOf({ day, month, year });
}

/** The days a paper says of itself, ISO 8601: since when, and its last; null where it says none. */
export const daysOn = (text: string): { readonly issuedOn: string | null; readonly until: string | null } => ({
  until: dayBy(text, ending), issuedOn: issuing.map((pattern) => dayBy(text, pattern)).find((day) => day !== null) ?? null,
});
