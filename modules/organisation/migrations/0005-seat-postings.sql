-- SPDX-License-Identifier: EUPL-1.2
alter table organisation.posting add column seat_agency_code text references organisation.agency;
comment on column organisation.posting.seat_agency_code is 'where the post is exercised, e.g. at the Centre; null: at its own agency. A step of an on-site dossier is done at the Centre';
