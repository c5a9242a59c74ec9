-- SPDX-License-Identifier: EUPL-1.2
create table documents.signature_picture (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('officer', 'seal')),
  owner_ref text not null,
  document_id uuid not null references documents.document,
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  width_mm numeric(4, 1) check (width_mm > 0),
  entered_by text not null,
  entered_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check ((owner_kind = 'seal') = (width_mm is not null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table documents.signature_picture is 'Pictures of hand-written signatures and of seals as they are seen on signed papers; the PNG lies encrypted in the store of files. A line is never removed: who entered and who ended it stays';
comment on column documents.signature_picture.owner_ref is 'the officer, or the seal in the register of seals';
comment on column documents.signature_picture.width_mm is 'real width of a seal, millimetres; null for a signature, which takes the place it is given';
comment on column documents.signature_picture.entered_by is 'name of the officer who entered it';
create unique index signature_picture_in_use on documents.signature_picture (owner_kind, owner_ref) where ended_at is null;
create index signature_picture_by_owner on documents.signature_picture (owner_kind, owner_ref, entered_at desc);

revoke all on documents.signature_picture from motcua_app;
grant select, insert, update (ended_by, ended_at) on documents.signature_picture to motcua_app;
