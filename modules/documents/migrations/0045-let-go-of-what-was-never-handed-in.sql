-- SPDX-License-Identifier: EUPL-1.2
-- Hủy khóa tệp của bản nháp, bản quét đã bỏ: the application may destroy the keys of what was never handed in, and of nothing else.
create function documents.let_go(kind text, ref text) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  if kind not in ('draft', 'scan', 'scan-waiting') then raise exception 'documents of % are not let go', kind; end if;
  delete from documents.file_key where owner_kind = kind and owner_ref = ref;
  delete from documents.owner_key where owner_kind = kind and owner_ref = ref;
  update documents.document set name = 'da-bo' where owner_kind = kind and owner_ref = ref;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function documents.let_go(text, text) from public;
grant execute on function documents.let_go(text, text) to motcua_app;
comment on function documents.let_go(text, text) is 'Destroys the keys under which a draft or a scan kept its files, so that nobody opens them any more; a content somebody else keeps stays theirs';
