-- SPDX-License-Identifier: EUPL-1.2
insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('mandate-without-term', '2017-01-01', 365, 'calendar-day', 'blds-2015/representation', 'Bộ luật ghi «01 năm»; năm nhuận tính 366 ngày hay không chưa rõ. Giấy ủy quyền ghi thời hạn thì theo giấy.');

create index dossier_by_applicant on dossiers.dossier (personal_id, submitted_at desc, code desc);
