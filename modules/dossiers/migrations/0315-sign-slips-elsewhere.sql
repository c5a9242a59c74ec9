-- SPDX-License-Identifier: EUPL-1.2
comment on column dossiers.signing.dossier_code is 'Code of the dossier, or number of the hand-over slip, that is signed';
