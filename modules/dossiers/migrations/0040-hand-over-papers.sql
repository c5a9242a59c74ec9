-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.paper_hand_over_rule (
  kind text not null check (kind in ('ordinary', 'elsewhere')),
  valid_from date not null,
  cutoff time,
  opening_minutes integer check (opening_minutes > 0),
  working_minutes integer check (working_minutes > 0),
  legal text not null,
  unsure text,
  primary key (kind, valid_from),
  check ((kind = 'ordinary') = (cutoff is not null and opening_minutes is not null) and (kind = 'elsewhere') = (working_minutes is not null))
);
comment on table dossiers.paper_hand_over_rule is 'By when papers handed in at one agency go to the agency that solves, dated; events keep the instants computed';
comment on column dossiers.paper_hand_over_rule.kind is 'ordinary: from the shop that serves the solving agency; elsewhere: filed outside its place (phi địa giới)';
comment on column dossiers.paper_hand_over_rule.cutoff is 'received after this time of day: the start of the next working day; else the same working day';
comment on column dossiers.paper_hand_over_rule.opening_minutes is 'how long the start of a working day lasts';
comment on column dossiers.paper_hand_over_rule.unsure is 'what an administrator should check before relying on the row';
insert into dossiers.paper_hand_over_rule values
  ('ordinary', '2025-07-01', '15:00', 60, null, 'nd-118-2025/d18', 'Nghị định ghi «đầu giờ ngày làm việc tiếp theo», không ghi phút; 60 phút là lựa chọn của nơi cài đặt.'),
  ('elsewhere', '2025-07-01', null, null, 480, 'nd-118-2025/d20', 'Một ngày làm việc tính là 8 giờ làm việc kể từ lúc tiếp nhận.');
grant select on dossiers.paper_hand_over_rule to motcua_app;

alter table dossiers.dossier add column papers_stage text check (papers_stage in ('to-send', 'sent')), add column papers_due_at timestamptz;
comment on column dossiers.dossier.papers_stage is 'where the papers handed in are: waiting to go to the solving agency, or on their way; null: they need not travel, have arrived, or the dossier has ended';
comment on column dossiers.dossier.papers_due_at is 'by when the papers must have gone; null once they need not';
create index dossier_papers_to_send on dossiers.dossier (receiving_agency, papers_due_at) where papers_stage = 'to-send';
create index dossier_papers_to_receive on dossiers.dossier (solving_agency, code) where papers_stage = 'sent';
create index event_of_hand_over_note on dossiers.event ((data -> 'note' ->> 'id')) where type = 'papers-sent';
