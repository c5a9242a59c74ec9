-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.digitising_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  kind_code text not null check (kind_code <> ''),
  procedure_code text,
  class text not null check (class in ('earlier-result', 'participating-output', 'sector-law', 'agency-need', 'on-request')),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.digitising_rule is 'Giấy bắt buộc số hóa: the province''s own word on which kinds of paper must be digitised, dated, over what is worked out of the standard list; a procedure''s own row goes before the one for all';
comment on column dossiers.digitising_rule.kind_code is 'kind of the standard list of papers';
comment on column dossiers.digitising_rule.class is 'on-request: need not be digitised unless its owner asks';
comment on column dossiers.digitising_rule.valid_until is 'last day, inclusive; null while it lasts. A dossier keeps what was in force when it was accepted';
grant select, insert, update (valid_until) on dossiers.digitising_rule to motcua_app;

create table dossiers.digitising_fee (
  entry_id uuid not null default gen_random_uuid() unique,
  page_vnd bigint not null check (page_vnd between 0 and 1000000),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.digitising_fee is 'Phí số hóa theo yêu cầu: what a page costs that its owner asks to have digitised though nobody must, dated; no row: nothing is taken';
comment on column dossiers.digitising_fee.page_vnd is 'đồng for one page';
grant select, insert, update (valid_until) on dossiers.digitising_fee to motcua_app;

create index event_to_digitise on dossiers.event (at) where type = 'accepted' and (data -> 'toDigitise') is not null;
comment on index dossiers.event_to_digitise is 'Acceptances with papers that must be digitised: what the count of those still on paper reads';
