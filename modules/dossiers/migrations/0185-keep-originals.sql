-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.dossier add column originals text;
comment on column dossiers.dossier.originals is 'Giấy gốc đang ở đâu: JSON list of the papers handed in, each in exactly one place (no, name, place, agency, detail, since, who, and where it was before); null: none was taken into custody';
create index dossier_originals on dossiers.dossier using gin ((originals::jsonb) jsonb_path_ops) where originals is not null;
