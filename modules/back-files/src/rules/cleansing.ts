// SPDX-License-Identifier: EUPL-1.2
/** What data contradict: one number under several names, one paper in several vaults, days that cannot be, a number that can be nobody's. */
export type FindingKind = 'names' | 'two-vaults' | 'days' | 'number';

/** Where a value was seen. `href`: the screen that shows it; null: none may be opened from here. */
export type Place = { readonly what: 'dossier' | 'line' | 'vault'; readonly text: string; readonly href: string | null };

/** One of the values that contradict each other, and where it was seen. */
export type Value = { readonly value: string; readonly ownerName: string; readonly places: readonly Place[] };

/** Dữ liệu mâu thuẫn: what it is about, and every value. `agencies`: whose it is. */
export type Finding = { readonly kind: FindingKind; readonly subject: string; readonly title: string; readonly values: readonly Value[]; readonly agencies: readonly string[] };

/** What was seen of a subject: a name, or an owner, at a place of an agency. */
export type Sighting = { readonly subject: string; readonly value: string; readonly ownerName: string; readonly place: Place; readonly agency: string | null };

/** Names are one when they differ in case and spacing only. */
export const sameText = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

const mostPlaces = 10;

function valuesOf(seen: readonly Sighting[]): readonly Value[] {
  return [...Map.groupBy(seen, ({ value }) => sameText(value)).values()].map((some) => ({ value: some[0]?.value ?? '', ownerName: some[0]?.ownerName ?? '', places: [...new Map(some.map(({ place }) => [`${place.what} ${place.text}`, place])).values()].slice(0, mostPlaces) }))
    .toSorted((one, other) => one.value.localeCompare(other.value, 'vi'));
}

const agenciesOf = (seen: readonly Sighting[]): readonly string[] => [...new Set(seen.flatMap(({ agency }) => (agency === null ? [] : [agency])))].toSorted();

/** Subjects seen with more than one value. @param titleOf - what a finding is called */
export function contradictions(kind: 'names' | 'two-vaults', seen: readonly Sighting[], titleOf: (subject: string, first: Sighting) => string): readonly Finding[] {
  return [...Map.groupBy(seen, ({ subject }) => subject)].flatMap(([subject, some]) => {
    const values = valuesOf(some);
    const [first] = some;
    return values.length < 2 || first === undefined ? [] : [{ kind, subject, title: titleOf(subject, first), values, agencies: agenciesOf(some) }];
  });
}

/** Every subject seen, each doubtful by itself. */
export function oddities(kind: 'days' | 'number', seen: readonly Sighting[], titleOf: (subject: string, first: Sighting) => string): readonly Finding[] {
  return [...Map.groupBy(seen, ({ subject }) => subject)].flatMap(([subject, some]) => (some[0] === undefined ? [] : [{ kind, subject, title: titleOf(subject, some[0]), values: valuesOf(some), agencies: agenciesOf(some) }]));
}

/** What was seen, in one text: a finding decided on is open again when something else is seen. */
export const evidenceOf = ({ values }: Finding): string => JSON.stringify(values.map(({ value }) => sameText(value)).toSorted());

/** What a person decided. `value`: what is right; null where nothing is chosen. */
export type Choice = { readonly choice: 'one-right' | 'both-right' | 'left'; readonly value: string | null };

/** What is wrong with a decision; null: nothing. */
export function choiceFault({ kind, values }: Finding, { choice, value }: Choice): { readonly path: string; readonly label: string; readonly text: string } | null {
  const several = kind === 'names' || kind === 'two-vaults';
  if (!several && choice !== 'left') return { path: 'choice', label: 'Kết luận', text: 'Điều này không có giá trị nào để chọn. Ghi lý do giữ nguyên, hoặc sửa ở nơi nó đứng.' };
  if (choice === 'one-right') return values.some((one) => one.value === value) ? null : { path: 'value', label: 'Giá trị đúng', text: 'Chọn một trong các giá trị đang có.' };
  return value === null ? null : { path: 'value', label: 'Giá trị đúng', text: 'Chỉ ghi giá trị khi kết luận một giá trị đúng.' };
}

