-- SPDX-License-Identifier: EUPL-1.2
-- Hủy khóa ảnh quét của lô hồ sơ cũ: beside drafts and scans of dossiers, the files and pages of batches.
create or replace function documents.let_go(kind text, ref text) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  if kind not in ('draft', 'scan', 'scan-waiting', 'back-file-scan', 'back-file-part') then raise exception 'documents of % are not let go', kind; end if;
  delete from documents.file_key where owner_kind = kind and owner_ref = ref;
  delete from documents.owner_key where owner_kind = kind and owner_ref = ref;
  update documents.document set name = 'da-bo' where owner_kind = kind and owner_ref = ref;
  get diagnostics gone = row_count;
  return gone;
end $$;
