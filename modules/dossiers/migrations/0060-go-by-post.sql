-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.postal_enterprise (
  code text not null,
  name text not null,
  valid_from date not null,
  valid_until date,
  slip_days integer check (slip_days > 0),
  sort integer not null,
  legal text not null,
  unsure text,
  primary key (code, valid_from)
);
comment on table dossiers.postal_enterprise is 'Enterprises that carry filings and results, dated';
comment on column dossiers.postal_enterprise.slip_days is 'for so many days a slip number of this enterprise names one parcel only; null: the numbers are not compared (several enterprises under one row)';
comment on column dossiers.postal_enterprise.unsure is 'what an administrator should check before relying on the row';
insert into dossiers.postal_enterprise values
  ('bcci', 'Bưu điện (dịch vụ bưu chính công ích)', '2016-12-16', null, 365, 1, 'qd-45-2016/d7', 'Số hiệu bưu gửi được coi là không lặp lại trong 365 ngày; ngày hiệu lực của quyết định chưa đối chiếu.'),
  ('other', 'Doanh nghiệp bưu chính khác', '2016-12-16', null, null, 2, 'qd-45-2016/d7', 'Nhiều doanh nghiệp chung một dòng nên không so trùng số.');
grant select on dossiers.postal_enterprise to motcua_app;

create table dossiers.postal_return_rule (
  valid_from date primary key,
  counts_when text not null check (counts_when in ('handed-to-post', 'delivered')),
  legal text not null,
  unsure text
);
comment on table dossiers.postal_return_rule is 'Which moment is the day of return of a result sent by post, dated; events keep the moment';
insert into dossiers.postal_return_rule values
  ('2016-12-16', 'delivered', 'qd-45-2016/d8', 'Quyết định không nói rõ ngày trả là lúc giao cho bưu chính hay lúc phát đến người nhận; lấy lúc phát. Việc đúng hạn hay trễ hạn vẫn tính lúc có kết quả.');
grant select on dossiers.postal_return_rule to motcua_app;

alter table dossiers.dossier add column parcel_stage text check (parcel_stage in ('to-pack', 'packed', 'taken', 'on-the-way', 'not-delivered', 'back', 'lost'));
comment on column dossiers.dossier.parcel_stage is 'where a result returned by post is; null: it does not go by post, or it has been delivered or handed out';
update dossiers.dossier d set parcel_stage = 'to-pack' where d.status = 'decided' and d.parent_id is null
  and (select e.data ->> 'returnWay' from dossiers.event e where e.dossier_id = d.id and e.seq = 1) = 'post'
  and (not exists (select from dossiers.task t where t.dossier_id = d.id) or exists (select from dossiers.task t where t.dossier_id = d.id and t.act = 'return'));
create index dossier_parcels on dossiers.dossier (returning_agency, parcel_stage, code) where parcel_stage is not null;
create index event_of_postal_filing on dossiers.event ((data -> 'post' ->> 'slip')) where type = 'submitted' and data ? 'post';
create index event_of_parcel on dossiers.event ((data ->> 'slip')) where type = 'post-packed';
create index event_of_postal_note on dossiers.event ((data -> 'note' ->> 'id')) where type = 'post-taken';
