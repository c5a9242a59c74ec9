// SPDX-License-Identifier: EUPL-1.2
/** A register the state keeps (nguồn dữ liệu), and what of it is asked in forms. */
export type Source = {
  readonly name: string; readonly register: 'account' | 'population' | 'business' | 'vault'; readonly words: string;
  /** False while nothing gives it yet: the field is asked as before. */
  readonly isConnected: boolean;
};

const person: readonly (readonly [string, string])[] = [
  ['fullName', 'họ, chữ đệm và tên'], ['personalId', 'số định danh cá nhân'], ['birthDate', 'ngày sinh'], ['sex', 'giới tính'], ['residence', 'nơi cư trú'],
];
const contact: readonly (readonly [string, string])[] = [['phone', 'số điện thoại'], ['email', 'thư điện tử']];
const people: readonly (readonly [string, string])[] = [['ethnicity', 'dân tộc'], ['nationality', 'quốc tịch'], ['hometown', 'quê quán'], ['maritalStatus', 'tình trạng hôn nhân']];
const business: readonly (readonly [string, string])[] = [
  ['name', 'tên doanh nghiệp'], ['number', 'mã số doanh nghiệp'], ['headOffice', 'trụ sở'], ['representative', 'người đại diện'],
  ['representativeRole', 'chức danh của người đại diện'], ['foreignName', 'tên bằng tiếng nước ngoài'], ['shortName', 'tên viết tắt'], ['kind', 'loại hình'], ['status', 'tình trạng hoạt động'], ['registeredOn', 'ngày đăng ký lần đầu'], ['changes', 'lần đăng ký thay đổi'], ['lines', 'ngành, nghề kinh doanh'],
];
const vault: readonly (readonly [string, string])[] = [['permitNumber', 'số giấy phép'], ['permitDay', 'ngày cấp giấy phép'], ['parcel', 'thửa đất, tờ bản đồ']];

// What the account of a person says; the population and the business register, once the installation is joined to them; papers of the vault.
const connected = new Set([...['fullName', 'personalId', 'birthDate', 'residence', 'phone', 'email'].map((name) => `account.${name}`), ...[...person, ...people].map(([name]) => `population.${name}`), ...business.map(([name]) => `business.${name}`), 'vault.permitNumber', 'vault.permitDay']);

const named = (register: Source['register'], fields: readonly (readonly [string, string])[]): readonly Source[] =>
  fields.map(([name, words]) => ({ name: `${register}.${name}`, register, words, isConnected: connected.has(`${register}.${name}`) }));

/** Everything a form may be filled from before a person is asked; what a register does not give yet is asked as before. */
export const sources: readonly Source[] = [
  ...named('account', [...person, ...contact]), ...named('population', [...person, ...people]), ...named('business', business), ...named('vault', vault),
];
