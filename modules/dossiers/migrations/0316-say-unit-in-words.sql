-- SPDX-License-Identifier: EUPL-1.2
update dossiers.period set unsure = replace(unsure, 'Đổi đơn vị thành working-hour', 'Đổi đơn vị thành giờ làm việc') where unsure like '%working-hour%';
