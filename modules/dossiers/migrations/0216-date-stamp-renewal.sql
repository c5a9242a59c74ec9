-- SPDX-License-Identifier: EUPL-1.2
insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('renew-stamp', '2018-01-01', 90, 'calendar-day', null, 'Chưa thấy văn bản định thời gian; chứng thư của máy chủ dấu thời gian thường dài nhiều năm, chín mươi ngày đủ để chữa khi máy chủ lỗi lâu.');
