// SPDX-License-Identifier: EUPL-1.2
import type { MoveFault } from '@motcua/workflow';

/** Why a dossier stays under its version, in words. */
export function moveFaultWords({ code, name }: MoveFault): string {
  switch (code) {
    case 'finished': return 'Quy trình đã xong.';
    case 'step-gone': return `Bước đang mở «${name}» không còn trong bản mới.`;
    case 'step-changed': return `Bước đang mở «${name}» nay do vai trò, cơ quan khác làm hoặc kết thúc bằng việc khác.`;
    case 'step-skipped': return `Bản mới thêm bước «${name}» trước chỗ hồ sơ đang đứng: chuyển thì bước đó không bao giờ được làm.`;
    case 'join-changed': return `Chỗ gộp nhánh «${name}» đã đổi trong khi có nhánh đang chờ.`;
    case 'timer-changed': return `Đồng hồ «${name}» đang chạy có nghĩa khác trong bản mới.`;
  }
}
