-- SPDX-License-Identifier: EUPL-1.2
alter table documents.signing_means add column agency text;
comment on column documents.signing_means.agency is 'The agency whose key it is, for the seal; then the officer is who entered it. Null: the officer''s own';
create unique index signing_means_of_agency on documents.signing_means (agency, kind, account) where ended_at is null and agency is not null;
