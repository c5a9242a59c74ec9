-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.file_advice add column asked text not null default '';
comment on column dossiers.file_advice.asked is 'hash of what the file was compared with: who applies, which paper. Another question is another look';
grant update on dossiers.file_advice to motcua_app;
