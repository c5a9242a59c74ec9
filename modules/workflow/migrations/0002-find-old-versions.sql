-- SPDX-License-Identifier: EUPL-1.2
create index instance_running_by_version on workflow.instance (definition_key, definition_version) where not (state ->> 'ended')::boolean;
comment on table workflow.instance is 'A running or finished process; it stays on the version it began under until it is moved to another on purpose';
