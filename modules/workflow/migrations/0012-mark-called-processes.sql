-- SPDX-License-Identifier: EUPL-1.2
alter table workflow.definition add column called_only boolean not null default false;
comment on column workflow.definition.called_only is 'only other processes call it: no procedure is handled by it';
