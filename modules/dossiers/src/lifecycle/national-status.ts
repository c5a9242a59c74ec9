// SPDX-License-Identifier: EUPL-1.2
import type { DossierStatus } from '../contract.ts';

type National = { readonly code: number; readonly name: string };

/** The ten status codes of the national portal (mã trạng thái hồ sơ trên Cổng Dịch vụ công quốc gia). */
export const nationalStatuses: Readonly<Record<DossierStatus, National>> = {
  'submitted': { code: 1, name: 'Mới đăng ký' },
  'accepted': { code: 2, name: 'Được tiếp nhận' },
  'refused': { code: 3, name: 'Không được tiếp nhận' },
  'in-progress': { code: 4, name: 'Đang xử lý' },
  'consulting': { code: 4, name: 'Đang xử lý' },
  'awaiting-intake-supplement': { code: 5, name: 'Yêu cầu bổ sung giấy tờ' },
  'awaiting-supplement': { code: 5, name: 'Yêu cầu bổ sung giấy tờ' },
  'awaiting-payment': { code: 6, name: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
  // The portal has no code of its own for a person who must confirm who he is: still being worked on.
  'awaiting-identity': { code: 4, name: 'Đang xử lý' },
  'withdrawn': { code: 7, name: 'Công dân yêu cầu rút hồ sơ' },
  'stopped': { code: 8, name: 'Dừng xử lý' },
  'closed': { code: 8, name: 'Dừng xử lý' },
  'sent-upstream': { code: 8, name: 'Dừng xử lý' },
  'decided': { code: 9, name: 'Đã xử lý xong' },
  'returned': { code: 10, name: 'Đã trả kết quả' },
};
