-- SPDX-License-Identifier: EUPL-1.2
-- What the state holds already, what a form must not ask, which words are vague or hard: dated rows for the check of forms.
create table eforms.asking_rule (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('held', 'forbidden', 'vague', 'plain')),
  words text[] not null check (cardinality(words) > 0),
  says text not null,
  source text,
  blocks boolean not null,
  basis text not null,
  unsure text,
  valid_from date not null,
  valid_until date check (valid_until > valid_from)
);
comment on table eforms.asking_rule is 'Quy tắc soát biểu mẫu: read by the day a form is checked';
comment on column eforms.asking_rule.kind is 'held: a register has it; forbidden: not to be asked without a rule of the procedure; vague: a label that says nothing; plain: a word people do not use';
comment on column eforms.asking_rule.words is 'looked for in labels and hints without tone marks; of vague labels the whole label';
comment on column eforms.asking_rule.source is 'what a form may be filled from instead, by the name of a source';
comment on column eforms.asking_rule.blocks is 'publication is refused until mended';
comment on column eforms.asking_rule.basis is 'the text the row relies on, in words';
grant select on eforms.asking_rule to motcua_app;

insert into eforms.asking_rule (kind, words, says, source, blocks, basis, unsure, valid_from) values
  ('held', '{số định danh cá nhân của người nộp,số định danh người nộp,số căn cước của người nộp}', 'Tài khoản người nộp đã có số định danh. Lấy từ tài khoản, đừng hỏi lại.', 'account.personalId', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('held', '{ngày sinh của người nộp,ngày tháng năm sinh của người nộp}', 'Dân cư đã có ngày sinh của người nộp. Lấy từ dân cư, đừng hỏi lại.', 'population.birthDate', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('held', '{nơi thường trú,nơi đăng ký thường trú,hộ khẩu thường trú,nơi cư trú của người nộp}', 'Dân cư đã có nơi cư trú. Lấy từ dân cư, đừng hỏi lại.', 'population.residence', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('held', '{quê quán,nguyên quán}', 'Dân cư đã có quê quán. Lấy từ dân cư, hoặc bỏ nếu thủ tục không cần.', 'population.hometown', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('held', '{tên doanh nghiệp,tên công ty}', 'Đăng ký doanh nghiệp đã có tên. Chỉ hỏi mã số rồi lấy tên.', 'business.name', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('held', '{địa chỉ trụ sở chính,trụ sở doanh nghiệp}', 'Đăng ký doanh nghiệp đã có trụ sở. Lấy từ mã số doanh nghiệp.', 'business.headOffice', false, 'Không yêu cầu khai lại dữ liệu cơ quan nhà nước đang giữ', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('forbidden', '{tôn giáo}', 'Tôn giáo là dữ liệu nhạy cảm. Bỏ ô này.', null, true, 'Dữ liệu cá nhân nhạy cảm chỉ được hỏi khi luật của thủ tục quy định', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('forbidden', '{quan điểm chính trị,thành phần gia đình,thành phần bản thân}', 'Điều này không được hỏi để giải quyết thủ tục. Bỏ ô này.', null, true, 'Dữ liệu cá nhân nhạy cảm chỉ được hỏi khi luật của thủ tục quy định', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('forbidden', '{dân tộc}', 'Chỉ hỏi dân tộc khi văn bản của thủ tục có ô này (như hộ tịch). Không có thì bỏ.', 'population.ethnicity', false, 'Dữ liệu cá nhân nhạy cảm chỉ được hỏi khi luật của thủ tục quy định', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('forbidden', '{tình trạng sức khỏe,nhóm máu,đời sống tình dục,tiền án,tiền sự}', 'Dữ liệu nhạy cảm: chỉ hỏi khi văn bản của thủ tục quy định.', null, false, 'Dữ liệu cá nhân nhạy cảm chỉ được hỏi khi luật của thủ tục quy định', 'Điều khoản cụ thể chưa đọc nguyên văn', '2025-07-01'),
  ('forbidden', '{sổ hộ khẩu,sổ tạm trú,số hộ khẩu}', 'Sổ hộ khẩu, sổ tạm trú giấy không còn giá trị. Lấy nơi cư trú từ dân cư.', 'population.residence', true, 'Luật Cư trú 2020, Điều 38 khoản 3', null, '2023-01-01'),
  ('forbidden', '{chứng minh nhân dân,số cmnd}', 'Chứng minh nhân dân không còn giá trị. Hỏi số định danh cá nhân.', 'account.personalId', true, 'Luật Căn cước 2023, Điều 46', null, '2025-01-01'),
  ('vague', '{khác,thông tin,thông tin khác,nội dung khác,ghi chú,giấy tờ khác,giấy tờ liên quan,các giấy tờ liên quan,yêu cầu khác}', 'Nhãn không nói cần ghi gì. Viết thành câu hỏi rõ, ví dụ «Lý do xin gia hạn».', null, true, 'Mẫu đơn, tờ khai phải rõ nội dung (Nghị định 63/2010/NĐ-CP, Điều 8)', null, '2010-10-14'),
  ('plain', '{chủ thể,đương sự,thể nhân}', 'Dùng chữ thường ngày: «ông/bà», «người nộp», «người được cấp».', null, false, 'Cách viết cho người đọc của sản phẩm', null, '2025-01-01'),
  ('plain', '{thành phần hồ sơ,tối đa không quá,tiến hành thực hiện,nghiêm chỉnh chấp hành}', 'Viết gọn hơn: «giấy phải nộp», «không quá», «làm», «làm theo».', null, false, 'Cách viết cho người đọc của sản phẩm', null, '2025-01-01'),
  ('plain', '{upload,submit,click,file đính kèm}', 'Dùng tiếng Việt: «tải lên», «nộp», «bấm», «tệp».', null, false, 'Cách viết cho người đọc của sản phẩm', null, '2025-01-01');
