-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.identity_paper (
  kind_code text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  reason text not null,
  primary key (kind_code, valid_from)
);
comment on table dossiers.identity_paper is 'Kinds of the standard list that prove who somebody is: officers see them as copies marked with the purpose of the opening';
comment on column dossiers.identity_paper.valid_until is 'last day; null: no end';
insert into dossiers.identity_paper (kind_code, valid_from, reason) values
  ('KQ.G01.000023', '2026-01-01', 'Thẻ căn cước: rule of the product, no rule of law'),
  ('KQ.G01.000083', '2026-01-01', 'Hộ chiếu: rule of the product, no rule of law');
grant select on dossiers.identity_paper to motcua_app;
