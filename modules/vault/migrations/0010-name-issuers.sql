-- SPDX-License-Identifier: EUPL-1.2
alter table vault.entry add column issuer text;
comment on column vault.entry.issuer is 'who issued it, in the words of the paper, when it is no agency of ours; null: an agency, or not known';
