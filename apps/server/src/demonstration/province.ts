// SPDX-License-Identifier: EUPL-1.2
/** The fictional province of the demonstration. No real agency has a code that begins with Y99. */
export const provinceCode = 'Y99';

export type DemoAgency = { readonly code: string; readonly slug: string; readonly name: string; readonly short: string; readonly kind: 'people-committee' | 'centre' | 'department' | 'commune'; readonly fields: readonly string[]; readonly symbol: string };

const agency = ([code, slug, name, short]: readonly [string, string, string, string], kind: DemoAgency['kind'], symbol: string, fields: readonly string[] = []): DemoAgency => ({ code: code === '' ? provinceCode : `${provinceCode}.${code}`, slug, name, short, kind, fields, symbol });

export const province = agency(['', 'tinh', 'UBND tỉnh Sông Mây', 'Tỉnh Sông Mây'], 'people-committee', 'UBND');
export const centre = agency(['01', 'trungtam', 'Trung tâm Phục vụ hành chính công tỉnh Sông Mây', 'Sông Mây'], 'centre', 'TTPVHCC');

/** Departments, each with words of the fields (lĩnh vực) it answers for. */
export const departments: readonly DemoAgency[] = [
  agency(['02', 'tuphap', 'Sở Tư pháp tỉnh Sông Mây', 'Sông Mây'], 'department', 'STP', ['cong chung', 'luat su', 'thua hanh', 'tro giup phap ly', 'trong tai', 'ho tich', 'quoc tich', 'giam dinh tu phap', 'dau gia']),
  agency(['03', 'xaydung', 'Sở Xây dựng tỉnh Sông Mây', 'Sông Mây'], 'department', 'SXD', ['xay dung', 'nha o', 'duong bo', 'duong sat', 'hang hai', 'quy hoach', 'dang kiem', 'ha tang']),
  agency(['04', 'noivu', 'Sở Nội vụ tỉnh Sông Mây', 'Sông Mây'], 'department', 'SNV', ['nguoi co cong', 'viec lam', 'thi dua', 'hoi, quy', 'ton giao', 'lao dong', 'cong chuc', 'chinh sach']),
  agency(['05', 'yte', 'Sở Y tế tỉnh Sông Mây', 'Sông Mây'], 'department', 'SYT', ['kham benh', 'phong benh', 'duoc', 'an toan thuc pham', 'bao tro xa hoi', 'tre em', 'y te', 'my pham', 'dan so']),
  agency(['06', 'giaoduc', 'Sở Giáo dục và Đào tạo tỉnh Sông Mây', 'Sông Mây'], 'department', 'SGDDT', ['giao duc', 'dao tao', 'van bang', 'thi, tuyen sinh', 'tuyen sinh']),
  agency(['07', 'khoahoc', 'Sở Khoa học và Công nghệ tỉnh Sông Mây', 'Sông Mây'], 'department', 'SKHCN', ['khoa hoc', 'tieu chuan', 'so huu tri tue', 'buc xa', 'vien thong', 'buu chinh', 'cong nghe']),
  agency(['08', 'nongnghiep', 'Sở Nông nghiệp và Môi trường tỉnh Sông Mây', 'Sông Mây'], 'department', 'SNNMT', ['dat dai', 'moi truong', 'khoang san', 'thuy san', 'thu y', 'trong trot', 'chan nuoi', 'thuy loi', 'lam nghiep', 'tai nguyen', 'khi tuong']),
  agency(['09', 'taichinh', 'Sở Tài chính tỉnh Sông Mây', 'Sông Mây'], 'department', 'STC', ['doanh nghiep', 'dau tu', 'dau thau', 'tai san cong', 'hop tac xa', 'ho kinh doanh', 'ngan sach']),
];

/** Bodies of the ministries in the province (ngành dọc): they take part in linked groups of procedures. */
export const verticals = {
  police: agency(['10', 'congan', 'Công an tỉnh Sông Mây', 'Sông Mây'], 'department', 'CAT'),
  insurance: agency(['11', 'baohiem', 'Bảo hiểm xã hội tỉnh Sông Mây', 'Sông Mây'], 'department', 'BHXH'),
} as const;

const communeNames: readonly (readonly [string, string])[] = [
  ['Phường', 'Sông Mây'], ['Phường', 'Bến Gạo'], ['Phường', 'Cầu Sen'], ['Xã', 'Đồng Lau'], ['Xã', 'Gò Thị'], ['Xã', 'Hòn Mát'], ['Xã', 'Khe Trầm'], ['Xã', 'Láng Cò'], ['Xã', 'Núi Ổi'], ['Xã', 'Suối Ngà'], ['Xã', 'Thung Mơ'], ['Xã', 'Vườn Dâu'],
];

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/\s+/gu, '');

export const communes: readonly DemoAgency[] = communeNames.map(([kind, name], at) => agency([String(21 + at), plain(name), `UBND ${kind.toLowerCase()} ${name}`, name], 'commune', 'UBND'));

export const agencies: readonly DemoAgency[] = [province, centre, ...departments, ...Object.values(verticals), ...communes];

/** Units of a commune since 01/7/2025. */
export const communeDivisions = [{ code: 'KT', name: 'Phòng Kinh tế' }, { code: 'VHXH', name: 'Phòng Văn hóa - Xã hội' }, { code: 'VP', name: 'Văn phòng HĐND và UBND' }] as const;
