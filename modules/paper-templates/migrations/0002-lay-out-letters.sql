-- SPDX-License-Identifier: EUPL-1.2
alter table paper_templates.template
  add column paper text not null default 'result' check (paper in ('result', 'receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'control-slip', 'forwarding-slip', 'hand-over-note')),
  add column every_procedure boolean not null default false;
comment on column paper_templates.template.paper is 'which paper the file lays out: the result, or a letter or slip of the one-stop shop';
comment on column paper_templates.template.every_procedure is 'used for every procedure; then procedures is empty';
