-- SPDX-License-Identifier: EUPL-1.2
insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('enter-later', '2018-01-01', 24, 'working-hour', null, 'Chưa thấy văn bản định thời gian; mỗi địa phương tự đặt trong quy chế.');
