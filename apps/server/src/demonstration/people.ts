// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';
import { type DemoAgency, centre, communes, departments, province, verticals } from './province.ts';

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export type Random = { readonly next: () => number; readonly whole: (below: number) => number; readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item; readonly chance: (share: number) => boolean };

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return { next, whole, chance: (share) => next() < share, pick: (items) => items[whole(items.length)] ?? items[0] };
}

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Ksor', 'Y', 'H’'] as const;
const middles = { male: ['Văn', 'Đức', 'Hữu', 'Công', 'Minh', 'Quang'], female: ['Thị', 'Ngọc', 'Thanh', 'Kim', 'Thu', 'Mỹ'] } as const;

/** Syllables of given names, from data/names. */
export type Names = readonly [string, ...string[]];

/** A name put together at random: nobody in particular. */
export function personName(random: Random, names: Names): { readonly name: string; readonly sex: 'male' | 'female' } {
  const sex = random.chance(0.5) ? 'male' : 'female';
  return { sex, name: `${random.pick(surnames)} ${random.pick(middles[sex])} ${random.pick(names)}` };
}

/** An identity number that cannot exist: real ones begin with 001 to 096. */
export function fakePersonalId(random: Random): string {
  return `000${String(random.whole(1_000_000_000)).padStart(9, '0')}`;
}

export type DemoOfficer = { readonly login: string; readonly title: string; readonly postings: readonly { readonly role: Role; readonly agency: string }[]; readonly signs: boolean; readonly account: boolean };

const officer = (login: string, title: string, agency: string, ...roles: readonly Role[]): DemoOfficer => ({ login, title, postings: roles.map((role) => ({ role, agency })), signs: roles.includes('leader'), account: true });

const ofDepartment = ({ slug, code }: DemoAgency): readonly DemoOfficer[] => [
  officer(`${slug}.chuyenvien`, 'Chuyên viên', code, 'handling-officer', 'records-clerk', 'consulted-officer'), officer(`${slug}.truongphong`, 'Trưởng phòng', code, 'division-head'), officer(`${slug}.lanhdao`, 'Phó Giám đốc Sở', code, 'leader'),
];

const ofCommune = ({ slug, code }: DemoAgency): readonly DemoOfficer[] => [
  officer(`${slug}.tiepnhan`, 'Công chức tiếp nhận', code, 'intake-officer', 'one-stop-head', 'cashier'), officer(`${slug}.chuyenvien`, 'Công chức chuyên môn', code, 'handling-officer', 'records-clerk', 'consulted-officer', 'division-head'), officer(`${slug}.lanhdao`, 'Phó Chủ tịch UBND', code, 'leader'),
];

/** Agencies whose head signs in to the demonstration; the others are heads in the register only, their deputies sign. */
const headsWithAccount: ReadonlySet<string> = new Set([province.code, departments[1]?.code ?? '', communes[0]?.code ?? '']);

const headOf = ({ slug, code, kind }: DemoAgency): DemoOfficer => {
  const post = kind === 'department' ? officer(`${slug}.giamdoc`, 'Giám đốc Sở', code, 'leader') : officer(`${slug}.chutich`, kind === 'commune' ? 'Chủ tịch UBND' : 'Chủ tịch UBND tỉnh', code, kind === 'commune' ? 'leader' : 'province-leader');
  const account = headsWithAccount.has(code);
  return { ...post, account, signs: account };
};

/** Who heads each agency: the source of every delegation. */
export const heads: readonly { readonly agency: DemoAgency; readonly officer: DemoOfficer }[] = [province, ...departments, ...Object.values(verticals), ...communes].map((agency) => ({ agency, officer: headOf(agency) }));

/** About 80 officers in the roles of the one-stop mechanism. */
export const officers: readonly DemoOfficer[] = [
  officer('trungtam.tiepnhan', 'Công chức tiếp nhận', centre.code, 'intake-officer', 'cashier'), officer('trungtam.tiepnhan2', 'Công chức tiếp nhận', centre.code, 'intake-officer'),
  officer('trungtam.huongdan', 'Công chức hướng dẫn', centre.code, 'guide'), officer('trungtam.phutrach', 'Giám đốc Trung tâm', centre.code, 'one-stop-head', 'intake-officer'),
  officer('tinh.lanhdao', 'Phó Chủ tịch UBND tỉnh', province.code, 'province-leader'), officer('tinh.kiemsoat', 'Chuyên viên kiểm soát thủ tục hành chính', province.code, 'procedure-controller'), officer('tinh.quantri', 'Quản trị hệ thống', province.code, 'province-administrator'),
  ...[...departments, ...Object.values(verticals)].flatMap(ofDepartment), ...communes.flatMap(ofCommune), ...heads.map((head) => head.officer),
];
