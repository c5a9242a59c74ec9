-- SPDX-License-Identifier: EUPL-1.2
create table archive.batch_withdrawal (
  batch_id uuid primary key references archive.batch (id),
  reason text not null check (reason <> ''),
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table archive.batch_withdrawal is 'Rút biên bản nộp lưu: batches taken back by who gave them before anybody received them, why; only added to';

create table archive.withdrawn_item (
  batch_id uuid not null references archive.batch_withdrawal (batch_id),
  dossier_id uuid not null,
  code text not null,
  procedure_name text not null,
  ended_on date not null,
  kept_until date,
  retention text not null,
  documents integer not null,
  document_id uuid not null,
  sha256 text not null,
  size bigint not null,
  primary key (batch_id, dossier_id)
);
comment on table archive.withdrawn_item is 'What stood in a batch that was taken back; its dossiers are due again; only added to';

create function archive.keep_item() returns trigger language plpgsql as $$
begin
  if exists (select from archive.batch_receipt where batch_id = old.batch_id) or not exists (select from archive.withdrawn_item where batch_id = old.batch_id and dossier_id = old.dossier_id) then
    raise exception 'archive.item: a line leaves only a batch that was taken back before it was received';
  end if;
  return old;
end
$$;
create trigger item_is_kept before delete on archive.item for each row execute function archive.keep_item();

-- A package is checked as that of its dossier, in whichever batch it stands.
alter table archive.package_check drop constraint package_check_dossier_id_fkey;
grant select, insert on archive.batch_withdrawal, archive.withdrawn_item to motcua_app;
grant delete on archive.item to motcua_app;
