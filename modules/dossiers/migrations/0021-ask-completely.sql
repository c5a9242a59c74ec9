-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.period drop constraint period_unit_check;
alter table dossiers.period add constraint period_unit_check check (unit in ('hour', 'working-hour', 'working-day', 'calendar-day', 'share'));
comment on column dossiers.period.unit is 'share: part of the whole working time that remains when a dossier counts as due soon; hour: an hour of the clock; working-day: 8 working hours';

insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('return-after-appraisal', '2025-07-01', 3, 'working-day', 'nd-118-2025/d19k5', 'Văn bản ghi «03 ngày làm việc kể từ ngày tiếp nhận»; pháp luật chuyên ngành có thể định thời hạn khác: ghi một dòng riêng cho thủ tục.'),
  ('alert-intake', '2025-07-01', 2, 'hour', 'nd-118-2025/d17k2', 'Văn bản ghi «02 giờ», không ghi «giờ làm việc»; tính theo giờ đồng hồ. Đổi đơn vị thành working-hour nếu địa phương tính theo giờ làm việc.');

create table dossiers.supplement_reason (
  id integer generated always as identity primary key,
  procedure_code text,
  what text not null,
  how_to_mend text not null,
  basis text,
  sort integer not null,
  valid_from date not null,
  valid_until date
);
comment on table dossiers.supplement_reason is 'Common things that are missing, in plain words with how to mend them; offered to officers, who may write their own. Without a procedure: for all';
create index supplement_reason_by_procedure on dossiers.supplement_reason (procedure_code, sort);
insert into dossiers.supplement_reason (procedure_code, what, how_to_mend, sort, valid_from) values
  (null, 'Giấy tờ chụp bị mờ, chưa đọc được', 'Chụp lại ở chỗ sáng, giấy phẳng, thấy đủ bốn góc; mỗi trang một ảnh rõ chữ.', 10, '2018-01-01'),
  (null, 'Thiếu trang của giấy tờ', 'Chụp hoặc nộp đủ các trang, kể cả trang sau và trang có dấu.', 20, '2018-01-01'),
  (null, 'Thiếu giấy tờ bắt buộc', 'Nộp giấy này: chụp gửi qua mạng, hoặc mang bản chính đến bộ phận một cửa.', 30, '2018-01-01'),
  (null, 'Tờ khai còn chỗ trống', 'Điền đủ các ô còn trống rồi gửi lại.', 40, '2018-01-01'),
  (null, 'Thông tin trên tờ khai khác giấy tờ nộp kèm', 'Sửa tờ khai cho đúng với giấy tờ; nếu giấy tờ sai, nộp giấy đã được sửa.', 50, '2018-01-01'),
  (null, 'Tờ khai chưa có chữ ký của người đề nghị', 'Ký và ghi rõ họ tên vào tờ khai, chụp lại rồi gửi; hoặc đến bộ phận một cửa để ký.', 60, '2018-01-01'),
  (null, 'Giấy ủy quyền chưa có hoặc chưa hợp lệ', 'Nộp giấy ủy quyền ghi rõ người ủy quyền, người được ủy quyền và việc được làm, có chữ ký hai bên.', 70, '2018-01-01'),
  (null, 'Giấy tờ đã hết hiệu lực', 'Nộp giấy còn hiệu lực vào ngày nộp hồ sơ.', 80, '2018-01-01'),
  (null, 'Bản sao chưa được chứng thực hoặc chưa có bản chính để đối chiếu', 'Nộp bản sao có chứng thực, hoặc mang bản chính đến bộ phận một cửa để đối chiếu.', 90, '2018-01-01'),
  (null, 'Giấy tờ của nước ngoài chưa dịch hoặc chưa hợp pháp hóa lãnh sự', 'Nộp bản dịch tiếng Việt có chứng thực chữ ký người dịch và giấy đã hợp pháp hóa lãnh sự (trừ giấy được miễn).', 100, '2018-01-01'),
  (null, 'Sai mẫu đơn', 'Dùng mẫu đơn đang có hiệu lực trên trang của thủ tục này rồi nộp lại.', 110, '2018-01-01'),
  (null, 'Chữ ký số của tệp chưa hợp lệ', 'Ký lại bằng chứng thư số còn hiệu lực, không sửa tệp sau khi ký.', 120, '2018-01-01'),
  ('1.001193', 'Thiếu Giấy chứng sinh', 'Nộp Giấy chứng sinh do nơi sinh cấp; nếu không có, nộp văn bản của người làm chứng hoặc giấy cam đoan về việc sinh.', 10, '2018-01-01'),
  ('1.001193', 'Họ, tên của con chưa rõ cách viết', 'Ghi lại họ, chữ đệm, tên của con bằng chữ in hoa có dấu.', 20, '2018-01-01'),
  ('1.013227', 'Bản vẽ chưa đủ hoặc chưa ghi kích thước', 'Nộp bản vẽ có mặt bằng, mặt đứng, mặt cắt, ghi đủ kích thước và tỷ lệ.', 10, '2018-01-01'),
  ('1.013227', 'Giấy tờ về quyền sử dụng đất chưa rõ', 'Chụp lại đủ các trang của giấy chứng nhận, kể cả trang ghi thay đổi.', 20, '2018-01-01');

grant select on dossiers.supplement_reason to motcua_app;
