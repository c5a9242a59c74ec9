-- SPDX-License-Identifier: EUPL-1.2
create table archive.opening (
  id uuid primary key,
  dossier_id uuid not null,
  code text not null,
  by_id text not null,
  by_name text not null,
  agency text,
  purpose text not null check (purpose in ('handling', 'supervision', 'applicant-asked', 'complaint')),
  reason text not null check (reason <> ''),
  at timestamptz not null
);
comment on table archive.opening is 'Khai thác hồ sơ lưu trữ: who looked at a closed dossier of the archive, why; only added to';
create index opening_by_dossier on archive.opening (dossier_id, at);

create table archive.check_run (
  id uuid primary key,
  agency text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  checked integer not null,
  repaired integer not null,
  broken integer not null
);
comment on table archive.check_run is 'Kiểm tra toàn vẹn: packages read again at once, by whom; only added to';
comment on column archive.check_run.agency is 'whose packages; null: of every agency';

create table archive.package_check (
  run_id uuid references archive.check_run (id),
  dossier_id uuid not null references archive.item (dossier_id),
  at timestamptz not null,
  verdict text not null check (verdict in ('intact', 'repaired', 'broken')),
  text text not null
);
comment on table archive.package_check is 'What reading a package again found; only added to';
comment on column archive.package_check.run_id is 'null: read again when its batch was received';
comment on column archive.package_check.text is 'who signed it, or what is wrong with it';
create index package_check_by_dossier on archive.package_check (dossier_id, at);

create index item_by_end on archive.item (ended_on, code);

grant select, insert on archive.opening, archive.check_run, archive.package_check to motcua_app;
