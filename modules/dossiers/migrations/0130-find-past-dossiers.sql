-- SPDX-License-Identifier: EUPL-1.2
create index dossier_by_procedure on dossiers.dossier (procedure_code, submitted_at desc);
