-- SPDX-License-Identifier: EUPL-1.2
create table organisation.headship (
  id uuid primary key,
  agency_code text not null references organisation.agency,
  officer_id uuid not null references organisation.officer,
  title text not null,
  collective text,
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until > valid_from)
);
comment on table organisation.headship is 'Who heads an agency from–until (exclusive): signs in the own right of the post, and is the only source of delegations';
comment on column organisation.headship.title is 'title of the post as papers print it: «Chủ tịch», «Giám đốc»';
comment on column organisation.headship.collective is 'the body the head signs for (TM.): «Ủy ban nhân dân»; null where the head decides alone';
create index headship_by_agency on organisation.headship (agency_code, valid_from);

create table organisation.delegation (
  id uuid primary key,
  kind text not null check (kind in ('TM', 'KT', 'TL', 'TUQ')),
  agency_code text not null references organisation.agency,
  delegator_id uuid not null references organisation.officer,
  delegate_id uuid not null references organisation.officer,
  delegate_title text not null,
  number text not null,
  issued_on date not null,
  legal_basis text not null,
  procedures text[],
  valid_from date not null,
  valid_through date,
  appraised_by text,
  appraised_on date,
  appraisal_number text,
  entered_by uuid not null references organisation.officer,
  entered_at timestamptz not null,
  check (delegator_id <> delegate_id),
  check (valid_through is null or valid_through >= valid_from),
  check (procedures is null or cardinality(procedures) > 0),
  check (kind <> 'TUQ' or (valid_through is not null and procedures is not null))
);
comment on table organisation.delegation is 'Sổ ủy quyền, phân công ký: who may sign in whose stead. Takes INSERT and SELECT only; an end before its day is a row of delegation_revocation';
comment on column organisation.delegation.kind is 'TM. thay mặt tập thể, KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền';
comment on column organisation.delegation.agency_code is 'the agency whose papers are signed: its head delegates, its form and seal are on the paper';
comment on column organisation.delegation.procedures is 'codes of procedures; null: every procedure. Thừa ủy quyền always names them and always ends';
comment on column organisation.delegation.valid_through is 'last day, inclusive; null while it lasts';
create index delegation_by_agency on organisation.delegation (agency_code, delegate_id);
create index delegation_by_delegate on organisation.delegation (delegate_id);
create unique index delegation_by_number on organisation.delegation (agency_code, number, issued_on, delegate_id, kind);

create table organisation.delegation_revocation (
  delegation_id uuid primary key references organisation.delegation,
  revoked_from date not null,
  number text not null,
  reason text not null,
  competence_moved boolean not null,
  entered_by uuid not null references organisation.officer,
  entered_at timestamptz not null
);
comment on table organisation.delegation_revocation is 'A delegation taken back: from that day on nothing is signed under it';
comment on column organisation.delegation_revocation.competence_moved is 'the matter is now the own competence of the agency that held it by delegation: its head signs in the own right again';

revoke all on organisation.delegation, organisation.delegation_revocation from motcua_app;
grant select, insert on organisation.delegation, organisation.delegation_revocation to motcua_app;
grant select, insert, update on organisation.headship to motcua_app;
