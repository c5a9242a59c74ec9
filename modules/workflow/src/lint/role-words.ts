// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel/actor';

/** What a role is called on the papers of internal procedures. */
export const roleWords: Readonly<Record<Role, string>> = {
  'guide': 'cán bộ hướng dẫn', 'intake-officer': 'cán bộ tiếp nhận', 'one-stop-head': 'trưởng bộ phận một cửa', 'handling-officer': 'người thụ lý', 'division-head': 'lãnh đạo phòng',
  'leader': 'lãnh đạo cơ quan', 'records-clerk': 'văn thư', 'cashier': 'thu ngân', 'consulted-officer': 'người được lấy ý kiến', 'postal-worker': 'nhân viên bưu chính',
  'procedure-controller': 'cán bộ kiểm soát thủ tục', 'province-leader': 'lãnh đạo tỉnh', 'agency-administrator': 'quản trị cơ quan', 'province-administrator': 'quản trị tỉnh',
};
