-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.dossier add column revoked boolean not null default false;
comment on column dossiers.dossier.revoked is 'The result was revoked: it is handed to nobody, the decision that revoked it is';
update dossiers.dossier set revoked = true where id in (select dossier_id from dossiers.event where type = 'result-revoked');
