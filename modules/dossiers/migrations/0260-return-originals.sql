-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.number_series drop constraint number_series_document_check;
alter table dossiers.number_series add constraint number_series_document_check check (document in ('result', 'receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'hand-over-note', 'postal-note', 'check-minutes', 'original-return'));
insert into dossiers.number_series (document, pattern, counter, basis, valid_from) values ('original-return', '{số}/GTBC', 'original-return', null, '2018-01-01');

insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('return-originals', '2018-01-01', 7, 'calendar-day', null, 'Chưa thấy văn bản định bao lâu sau khi hồ sơ kết thúc thì phải trả hết bản chính cho người nộp; tỉnh tự đặt.');
