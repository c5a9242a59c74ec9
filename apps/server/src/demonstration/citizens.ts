// SPDX-License-Identifier: EUPL-1.2
import type { StandInPerson } from '@motcua/identity';

/** People who can sign in at the stand-in identity provider. Their numbers begin with 000 and belong to nobody. */
export const citizens: readonly StandInPerson[] = [
  { id: 'mau', name: 'Nguyễn Văn Mẫu', personalId: '000095012345' },
  { id: 'an', name: 'Đặng Thị Ẩn', personalId: '000188067890' },
  { id: 'dai', name: 'H’Nguyên Ê Ban Trần Thị Hoàng Phương Uyên', personalId: '000190000111' },
];
