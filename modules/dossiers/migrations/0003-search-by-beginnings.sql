-- SPDX-License-Identifier: EUPL-1.2
-- What people type begins a name, a part of a name, a number or a code: «van an» of «nguyen van an», «0975» of «y99.21-261117-0975».
-- One prefix of one lexeme answers it, however common its letters are; the trigram index stays for words from the middle.
create function dossiers.beginnings(folded text, personal_id text, code text) returns tsvector
language sql immutable strict parallel safe cost 200 as $$
  select array_to_tsvector(array(
    select distinct left(array_to_string(words[at:], ' '), 500) from generate_subscripts(words, 1) as at
    union select personal_id
    union select array_to_string(parts[at:], '-') from generate_subscripts(parts, 1) as at))
  from (select string_to_array(split_part(folded, ' ' || personal_id, 1), ' ', '') as words, string_to_array(lower(code), '-', '') as parts) split
$$;
comment on function dossiers.beginnings is 'every tail of the applicant''s folded name, the identity number, every tail of the dossier code: a search is a prefix of one of them';

create index dossier_by_beginning on dossiers.dossier using gin (dossiers.beginnings(folded, personal_id, code));
