-- SPDX-License-Identifier: EUPL-1.2
alter table workflow.definition add column decision_number text, add column decision_date date;
comment on column workflow.definition.decision_number is 'decision that publishes the version (quyết định phê duyệt quy trình nội bộ); null when none was named';
create index definition_by_key_newest on workflow.definition (key, version desc) include (name, sha256, valid_from);
