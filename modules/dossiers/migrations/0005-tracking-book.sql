-- SPDX-License-Identifier: EUPL-1.2
-- The book (sổ theo dõi hồ sơ) is read from the dossiers themselves; only its yearly closing is written.
create index dossier_by_book on dossiers.dossier (receiving_agency, accepted_at, code) where accepted_at is not null;

create table dossiers.book_closing (
  shop text not null,
  year integer not null,
  entries integer not null,
  last_number integer not null,
  digest bytea not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (shop, year)
);
comment on table dossiers.book_closing is 'A year of a shop''s book, closed (khóa sổ): how many entries it had and what they were';
comment on column dossiers.book_closing.digest is 'SHA-256 over number and code of every entry in order';
grant select, insert on dossiers.book_closing to motcua_app;

-- An index over an expression has no figures of its own until the table is looked at again: without them the planner walks the whole table.
analyze dossiers.dossier;
