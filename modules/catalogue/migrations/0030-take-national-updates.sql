-- What a file of national records would change here, kept until a second person has decided on each procedure.
create table catalogue.national_update (
  id uuid primary key,
  file_name text not null,
  file_digest text not null,
  is_whole boolean not null,
  line_count integer not null,
  same_count integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table catalogue.national_update is 'Một lần cập nhật từ dữ liệu quốc gia: a file handed in and compared with the catalogue';
comment on column catalogue.national_update.is_whole is 'who uploaded said that the file is the whole list: what is not in it is gone';
grant select, insert, update on catalogue.national_update to motcua_app;

create table catalogue.national_update_item (
  update_id uuid not null references catalogue.national_update,
  code text not null,
  kind text not null check (kind in ('new', 'changed', 'gone')),
  name text not null,
  content json,
  line integer,
  base_version integer,
  state text not null default 'open' check (state in ('open', 'approved', 'rejected')),
  note text,
  version integer,
  decided_by text,
  decided_at timestamptz,
  primary key (update_id, code),
  constraint content_unless_gone check ((kind = 'gone') = (content is null))
);
comment on column catalogue.national_update_item.content is 'as json, not jsonb: the order of its fields is part of the digest a later file is compared by';
comment on column catalogue.national_update_item.base_version is 'newest version here when the file was compared; null: the procedure was unknown';
comment on column catalogue.national_update_item.note is 'why it was rejected, or why an approval did not go through';
grant select, insert, update on catalogue.national_update_item to motcua_app;

create table catalogue.national_update_fault (
  update_id uuid not null references catalogue.national_update,
  line integer not null,
  code text,
  reasons text[] not null,
  record text not null,
  primary key (update_id, line)
);
comment on table catalogue.national_update_fault is 'Lines that could not be read, kept as they came';
grant select, insert on catalogue.national_update_fault to motcua_app;

create table catalogue.national_update_press (
  id uuid primary key,
  update_id uuid not null references catalogue.national_update,
  kind text not null check (kind in ('approval', 'rejection')),
  results jsonb not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table catalogue.national_update_press is 'Each approval or rejection with what became of each procedure: the same press again answers the same; only added to';
grant select, insert on catalogue.national_update_press to motcua_app;
