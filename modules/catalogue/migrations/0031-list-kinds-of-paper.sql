create table catalogue.paper_kind (
  code text not null,
  version integer not null,
  name text not null,
  aliases text[] not null default '{}',
  issuing_body text,
  held_in text,
  valid_months integer check (valid_months between 1 and 1200),
  procedure_code text,
  retired boolean not null default false,
  source text not null,
  by_name text,
  at timestamptz not null default now(),
  primary key (code, version)
);
comment on table catalogue.paper_kind is 'Danh mục giấy tờ chuẩn: each kind of paper once, in versions that are only added to; the newest counts';
comment on column catalogue.paper_kind.code is 'mã loại giấy tờ: code of the result in the national database where it has one; second half of the code of a digitised paper';
comment on column catalogue.paper_kind.aliases is 'other names it is asked for by';
comment on column catalogue.paper_kind.held_in is 'database of the state that holds it already; null: none known';
comment on column catalogue.paper_kind.valid_months is 'months it is good for; null: no end';
comment on column catalogue.paper_kind.procedure_code is 'procedure that issues it';
comment on column catalogue.paper_kind.by_name is 'null: it came with the program';

create table catalogue.component_kind (
  line integer generated always as identity primary key,
  procedure_code text not null,
  folded_name text not null,
  kind_code text,
  by_name text not null,
  at timestamptz not null
);
comment on table catalogue.component_kind is 'Which kind of paper a component of a procedure is, as a person confirmed it: only added to, the newest line of a name counts';
comment on column catalogue.component_kind.folded_name is 'name of the component without tone marks and case: it keeps its kind over versions while its name stays';
comment on column catalogue.component_kind.kind_code is 'null: a person said it is no kind of the list';
create index component_kind_by_name on catalogue.component_kind (procedure_code, folded_name, line desc);

insert into catalogue.paper_kind (code, version, name, aliases, issuing_body, held_in, valid_months, procedure_code, source) values
  ('KQ.G01.000023', 1, 'Thẻ căn cước', '{căn cước công dân,chứng minh nhân dân,CCCD,giấy tờ tùy thân}', 'Bộ Công an', 'Cơ sở dữ liệu quốc gia về dân cư', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G01.000062', 1, 'Xác nhận thông tin về cư trú (CT07)', '{giấy xác nhận cư trú,giấy tờ chứng minh nơi cư trú,xác nhận nơi cư trú}', 'Công an cấp xã', 'Cơ sở dữ liệu quốc gia về dân cư', 12, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000031', 1, 'Giấy khai sinh', '{trích lục khai sinh,bản sao khai sinh}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', null, '1.001193', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000032', 1, 'Giấy chứng nhận kết hôn', '{trích lục kết hôn,đăng ký kết hôn}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', null, '1.000894', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000038', 1, 'Giấy xác nhận tình trạng hôn nhân', '{xác nhận độc thân}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', 6, '1.004873', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000034', 1, 'Trích lục khai tử', '{giấy chứng tử,giấy báo tử}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', null, '1.000656', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000035', 1, 'Trích lục đăng ký giám hộ', '{quyết định công nhận giám hộ}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G15.000002', 1, 'Giấy chứng nhận nuôi con nuôi trong nước', '{quyết định nuôi con nuôi}', 'Ủy ban nhân dân cấp xã', 'Cơ sở dữ liệu hộ tịch điện tử', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G18.000309', 1, 'Giấy chứng sinh', '{}', 'Cơ sở khám bệnh, chữa bệnh', null, null, '1.014332', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G10.001147', 1, 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', '{giấy chứng nhận quyền sử dụng đất,giấy tờ chứng minh quyền sử dụng đất,giấy tờ về quyền sử dụng đất,sổ đỏ}', 'Văn phòng đăng ký đất đai', 'Cơ sở dữ liệu quốc gia về đất đai', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G17.000311', 1, 'Giấy phép xây dựng', '{giấy phép xây dựng đã được cấp}', 'Cơ quan cấp giấy phép xây dựng', null, 12, '1.013225', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G12.001056', 1, 'Giấy chứng nhận đăng ký doanh nghiệp', '{giấy đăng ký doanh nghiệp,đăng ký kinh doanh}', 'Cơ quan đăng ký kinh doanh', 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G12.001041', 1, 'Giấy chứng nhận đăng ký hộ kinh doanh', '{}', 'Cơ quan đăng ký kinh doanh cấp xã', 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp', null, '1.001612', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G01.000185', 1, 'Giấy phép lái xe', '{bằng lái xe}', 'Bộ Công an', 'Cơ sở dữ liệu giấy phép lái xe', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G01.000014', 1, 'Giấy chứng nhận đăng ký xe', '{đăng ký xe}', 'Bộ Công an', 'Cơ sở dữ liệu đăng ký xe', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G01.000200', 1, 'Phiếu lý lịch tư pháp số 1', '{lý lịch tư pháp}', 'Công an cấp tỉnh', 'Cơ sở dữ liệu lý lịch tư pháp', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G01.000083', 1, 'Hộ chiếu phổ thông', '{hộ chiếu}', 'Bộ Công an', 'Cơ sở dữ liệu quốc gia về xuất nhập cảnh', null, null, 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G09.000488', 1, 'Sổ bảo hiểm xã hội', '{}', 'Cơ quan bảo hiểm xã hội', 'Cơ sở dữ liệu quốc gia về bảo hiểm', null, '1.014160', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G18.000047', 1, 'Thẻ bảo hiểm y tế', '{}', 'Cơ quan bảo hiểm xã hội', 'Cơ sở dữ liệu quốc gia về bảo hiểm', null, '2.000986', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G18.000315', 1, 'Giấy xác nhận khuyết tật', '{giấy xác nhận mức độ khuyết tật}', 'Ủy ban nhân dân cấp xã', null, null, '1.001699', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính'),
  ('KQ.G03.000341', 1, 'Bằng tốt nghiệp trung học phổ thông', '{}', 'Cơ sở giáo dục', null, null, '1.013338', 'Cơ sở dữ liệu quốc gia về thủ tục hành chính');

grant select, insert on catalogue.paper_kind, catalogue.component_kind to motcua_app;
