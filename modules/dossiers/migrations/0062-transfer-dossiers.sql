-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.dossier add column transfer_stage text check (transfer_stage in ('sent', 'sent-back')), add column transfer_answer_by timestamptz;
comment on column dossiers.dossier.transfer_stage is 'a dossier received outside its place: waits for the solving agency to confirm it has it, or came back to the receiving office; null: neither, or ended';
comment on column dossiers.dossier.transfer_answer_by is 'by when the solving agency must confirm; null: not waited for, or no rule';
create index dossier_transfers_to_receive on dossiers.dossier (solving_agency, transfer_answer_by, code) where transfer_stage = 'sent';
create index dossier_transfers_back on dossiers.dossier (receiving_agency, code) where transfer_stage = 'sent-back';

insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('acknowledge-transfer', '2025-07-01', 2, 'working-hour', null, 'Nghị định chung không ghi bao lâu phải xác nhận; 02 giờ làm việc theo quy định của nhóm thủ tục liên thông, dùng cho mọi hồ sơ chuyển đến là lựa chọn của nơi cài đặt.');
