-- SPDX-License-Identifier: EUPL-1.2
alter table documents.opening add column shown_sha256 text check (shown_sha256 ~ '^[0-9a-f]{64}$');
comment on column documents.opening.shown_sha256 is 'SHA-256 of the marked copy that was shown instead of the original; null: the original was';
