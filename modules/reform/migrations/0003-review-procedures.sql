create table reform.review (
  id uuid primary key,
  year integer not null check (year between 2000 and 2100),
  procedure_code text not null,
  procedure_name text not null,
  agency text not null,
  person text not null,
  due date not null,
  ground text not null check (ground in ('government', 'own-choice', 'petition')),
  basis text not null,
  product text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table reform.review is 'Kế hoạch rà soát, one procedure of one year: who, by when, on what ground, with what product; only added to';
comment on column reform.review.id is 'key of the press that planned it, and key of its bản soạn';

create index review_by_year on reform.review (year, procedure_code);

create table reform.review_removal (
  review uuid primary key references reform.review (id),
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table reform.review_removal is 'Reviews taken out of the plan, with the reason: only added to';

create table reform.plan_sending (
  id uuid primary key,
  year integer not null,
  number text not null,
  sent_on date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table reform.plan_sending is 'When the yearly plan was sent, by which paper: only added to; the first of a year counts for its clock';

create table reform.review_result (
  review uuid not null references reform.review (id),
  version integer not null,
  content jsonb not null,
  decision_number text not null,
  decision_date date not null,
  valid_from date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (review, version)
);
comment on table reform.review_result is 'Phương án đơn giản hóa as approved: only added to';

create table reform.review_carrier (
  review uuid not null references reform.review (id),
  proposal uuid not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (review, proposal)
);
comment on table reform.review_carrier is 'Bản soạn that carry a review out: only added to';

grant select, insert on reform.review, reform.review_removal, reform.plan_sending, reform.review_result, reform.review_carrier to motcua_app;
