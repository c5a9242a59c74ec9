// SPDX-License-Identifier: EUPL-1.2
import type { PopulationAsked, PopulationPerson } from '@motcua/dossiers';
import { element, everyElement, readXml, xml } from '@motcua/xml-kit';
import type { AskingUnit } from './exchange.ts';
import { compactDay, isoDay, orNull, writing } from './soap.ts';

const { message, prefixes, said, textAt } = writing('http://dancuquocgia.bca', 'dan');

export type Question = Pick<PopulationAsked, 'requestId' | 'officer' | 'person'> & AskingUnit;

/** The question as it travels. */
export const questionXml = ({ requestId, officer, person, account, unit, service }: Question): Uint8Array => message(xml('dan:TraCuuThongTinCongDan', {},
  ...said('MaYeuCau', requestId), ...said('MaDVC', service), ...said('MaTichHop', '037'), ...said('MaCanBo', officer), ...said('MaDonVi', unit), ...said('TaiKhoan', account),
  ...said('SoDinhDanh', person.personalId), ...said('HoVaTen', person.name.normalize('NFC').toLocaleUpperCase('vi')), ...said('NgayThangNamSinh', compactDay(person.birthDate))));

/** A question as the register reads it; null when it is none. */
export function readQuestion(bytes: Uint8Array): Question | null {
  const read = readXml(bytes, prefixes);
  const [asked] = read === null ? [] : everyElement(read, 'dan:TraCuuThongTinCongDan');
  if (asked === undefined) return null;
  return {
    requestId: textAt(asked, 'MaYeuCau'), officer: textAt(asked, 'MaCanBo'), account: textAt(asked, 'TaiKhoan'), unit: textAt(asked, 'MaDonVi'), service: textAt(asked, 'MaDVC'),
    person: { personalId: textAt(asked, 'SoDinhDanh'), name: textAt(asked, 'HoVaTen'), birthDate: isoDay(textAt(asked, 'NgayThangNamSinh')) },
  };
}

const sexes: Readonly<Record<string, string>> = { '1': 'Nam', '2': 'Nữ' };
const married: Readonly<Record<string, string>> = { '1': 'Chưa kết hôn', '2': 'Đã kết hôn', '3': 'Đã ly hôn' };
const codeIn = (words: Readonly<Record<string, string>>, text: string | null): string | null => Object.entries(words).find(([, word]) => word === text)?.[0] ?? null;

/** The answer as it travels; nobody: an empty collection. */
export const answerXml = (person: PopulationPerson | null): Uint8Array => message(xml('dan:TraCuuThongTinCongDanResponse', {}, xml('dan:CongdanCollection', {}, ...(person === null ? [] : [xml('dan:CongDan', {},
  ...said('SoDinhDanh', person.personalId), ...said('HoVaTen', person.fullName), ...said('NgayThangNamSinh', compactDay(person.birthDate)), ...said('GioiTinh', codeIn(sexes, person.sex)), ...said('DanToc', person.ethnicity),
  ...said('QuocTich', person.nationality), ...said('TinhTrangHonNhan', codeIn(married, person.maritalStatus)), ...said('QueQuan', person.hometown),
  ...(person.residence === null ? [] : [xml('dan:ThuongTru', {}, ...said('MaTinhThanh', person.residence.province), ...said('MaPhuongXa', person.residence.commune), ...said('ChiTiet', person.residence.text))]))]))));

/** The person an answer tells of; null: nobody fits; undefined: it is no answer. */
export function readAnswer(bytes: Uint8Array): PopulationPerson | null | undefined {
  const read = readXml(bytes, prefixes);
  const [answer] = read === null ? [] : everyElement(read, 'dan:TraCuuThongTinCongDanResponse');
  if (answer === undefined) return undefined;
  const [found] = everyElement(answer, 'dan:CongDan');
  if (found === undefined) return null;
  const home = element(found, 'dan:ThuongTru');
  return {
    personalId: textAt(found, 'SoDinhDanh'), fullName: textAt(found, 'HoVaTen'), birthDate: isoDay(textAt(found, 'NgayThangNamSinh')), sex: sexes[textAt(found, 'GioiTinh')] ?? null, ethnicity: orNull(textAt(found, 'DanToc')),
    nationality: orNull(textAt(found, 'QuocTich')), maritalStatus: married[textAt(found, 'TinhTrangHonNhan')] ?? null, hometown: orNull(textAt(found, 'QueQuan')),
    residence: home === undefined ? null : { province: textAt(home, 'MaTinhThanh'), commune: textAt(home, 'MaPhuongXa'), text: textAt(home, 'ChiTiet') },
  };
}
