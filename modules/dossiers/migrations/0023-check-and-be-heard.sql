-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.deemed_consent (
  procedure_code text not null,
  valid_from date not null,
  valid_until date,
  legal text not null,
  primary key (procedure_code, valid_from)
);
comment on table dossiers.deemed_consent is 'Procedures whose law takes the silence of an asked agency for consent, dated, with the article in words. Empty: silence is no consent (Nghị định 118/2025/NĐ-CP Điều 19 khoản 4)';

grant select on dossiers.deemed_consent to motcua_app;
