-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.on_site_class (
  id uuid primary key,
  agency text not null,
  procedure_code text not null,
  class text not null check (class in ('five', 'three', 'none')),
  valid_from date not null,
  document_number text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  unique (agency, procedure_code, valid_from)
);
comment on table dossiers.on_site_class is 'Which procedures of an agency are done on site («5 tại chỗ»), dated; the newest row whose day has come is in force. A dossier keeps the class it was accepted under';
comment on column dossiers.on_site_class.class is 'five: received, appraised, approved, sealed, returned at the Centre; three: received, appraised, returned there; none: no longer';

create table dossiers.on_site_target (
  valid_from date primary key,
  share numeric not null check (share > 0 and share <= 1),
  strict boolean not null,
  source text not null,
  unsure text
);
comment on table dossiers.on_site_target is 'Share of an agency''s procedures that must be fully on site, by phase';
comment on column dossiers.on_site_target.strict is 'more than the share, not merely as much';
insert into dossiers.on_site_target values
  ('2020-06-01', 0.2, false, 'Kế hoạch «5 tại chỗ» của một tỉnh, giai đoạn 1', 'Chỉ tiêu của một tỉnh năm 2020: thay bằng kế hoạch của địa phương.'),
  ('2021-01-02', 0.3, true, 'Kế hoạch «5 tại chỗ» của một tỉnh, giai đoạn 2', 'Chỉ tiêu của một tỉnh năm 2020: thay bằng kế hoạch của địa phương.');

grant select, insert on dossiers.on_site_class to motcua_app;
grant select on dossiers.on_site_target to motcua_app;
