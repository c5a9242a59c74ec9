-- SPDX-License-Identifier: EUPL-1.2
insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('post-record-age', '2018-01-01', 30, 'calendar-day', null, 'Chưa thấy văn bản định thời gian; đặt để ngày gõ nhầm không thành ngày nộp. Mỗi địa phương tự đặt trong quy chế.');
