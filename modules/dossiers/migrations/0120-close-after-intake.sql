-- SPDX-License-Identifier: EUPL-1.2
insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('close-after-intake', '2018-01-01', 30, 'calendar-day', null, 'Nghị định không ghi thời hạn đóng hồ sơ chờ bổ sung trước khi tiếp nhận; lựa chọn của nơi cài đặt.');
