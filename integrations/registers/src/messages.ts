// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { PopulationAsked, PopulationPerson } from '@motcua/dossiers';
import { type Xml, element, everyElement, readXml, textIn, xml, xmlBytes } from '@motcua/xml-kit';

const envelope = 'http://schemas.xmlsoap.org/soap/envelope/';
const register = 'http://dancuquocgia.bca';
const prefixes = { [envelope]: 'soap', [register]: 'dan' };

/** Who of the agency asks: the account, unit and service the register gave us. */
export type AskingUnit = { readonly account: string; readonly unit: string; readonly service: string };
export type Question = Pick<PopulationAsked, 'requestId' | 'officer' | 'person'> & AskingUnit;

const soap = (body: Xml): Uint8Array => xmlBytes(xml('soap:Envelope', { 'xmlns:soap': envelope, 'xmlns:dan': register }, xml('soap:Body', {}, body)));
const said = (name: string, value: string | null): readonly Xml[] => (value === null || value === '' ? [] : [xml(`dan:${name}`, {}, value)]);
const compact = (day: string): string => day.replaceAll('-', '');
const iso = (day: string): string | null => (/^\d{8}$/u.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null);

/** What the authorisation header says: the secret itself never travels. */
export const authorisation = (of: { readonly url: string; readonly user: string; readonly secret: string; readonly timestamp: string }): string =>
  `Basic ${Buffer.from(`${of.user}:${createHash('sha256').update(of.url + of.user + of.timestamp + of.secret).digest('hex')}`).toString('base64')}`;

/** The question as it travels. */
export const questionXml = ({ requestId, officer, person, account, unit, service }: Question): Uint8Array => soap(xml('dan:TraCuuThongTinCongDan', {},
  ...said('MaYeuCau', requestId), ...said('MaDVC', service), ...said('MaTichHop', '037'), ...said('MaCanBo', officer), ...said('MaDonVi', unit), ...said('TaiKhoan', account),
  ...said('SoDinhDanh', person.personalId), ...said('HoVaTen', person.name.normalize('NFC').toLocaleUpperCase('vi')), ...said('NgayThangNamSinh', person.birthDate === null ? null : compact(person.birthDate))));

const textAt = (of: Xml | undefined, name: string): string => textIn(element(of, `dan:${name}`)).trim();

/** A question as the register reads it; null when it is none. */
export function readQuestion(bytes: Uint8Array): Question | null {
  const read = readXml(bytes, prefixes);
  const [asked] = read === null ? [] : everyElement(read, 'dan:TraCuuThongTinCongDan');
  if (asked === undefined) return null;
  return {
    requestId: textAt(asked, 'MaYeuCau'), officer: textAt(asked, 'MaCanBo'), account: textAt(asked, 'TaiKhoan'), unit: textAt(asked, 'MaDonVi'), service: textAt(asked, 'MaDVC'),
    person: { personalId: textAt(asked, 'SoDinhDanh'), name: textAt(asked, 'HoVaTen'), birthDate: iso(textAt(asked, 'NgayThangNamSinh')) },
  };
}

const sexes: Readonly<Record<string, string>> = { '1': 'Nam', '2': 'Nữ' };
const married: Readonly<Record<string, string>> = { '1': 'Chưa kết hôn', '2': 'Đã kết hôn', '3': 'Đã ly hôn' };
const codeIn = (words: Readonly<Record<string, string>>, text: string | null): string | null => Object.entries(words).find(([, word]) => word === text)?.[0] ?? null;

/** The answer as it travels; nobody: an empty collection. */
export const answerXml = (person: PopulationPerson | null): Uint8Array => soap(xml('dan:TraCuuThongTinCongDanResponse', {}, xml('dan:CongdanCollection', {}, ...(person === null ? [] : [xml('dan:CongDan', {},
  ...said('SoDinhDanh', person.personalId), ...said('HoVaTen', person.fullName), ...said('NgayThangNamSinh', person.birthDate === null ? null : compact(person.birthDate)), ...said('GioiTinh', codeIn(sexes, person.sex)), ...said('DanToc', person.ethnicity),
  ...said('QuocTich', person.nationality), ...said('TinhTrangHonNhan', codeIn(married, person.maritalStatus)), ...said('QueQuan', person.hometown),
  ...(person.residence === null ? [] : [xml('dan:ThuongTru', {}, ...said('MaTinhThanh', person.residence.province), ...said('MaPhuongXa', person.residence.commune), ...said('ChiTiet', person.residence.text))]))]))));

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The person an answer tells of; null: nobody fits; undefined: it is no answer. */
export function readAnswer(bytes: Uint8Array): PopulationPerson | null | undefined {
  const read = readXml(bytes, prefixes);
  const [answer] = read === null ? [] : everyElement(read, 'dan:TraCuuThongTinCongDanResponse');
  if (answer === undefined) return undefined;
  const [found] = everyElement(answer, 'dan:CongDan');
  if (found === undefined) return null;
  const home = element(found, 'dan:ThuongTru');
  return {
    personalId: textAt(found, 'SoDinhDanh'), fullName: textAt(found, 'HoVaTen'), birthDate: iso(textAt(found, 'NgayThangNamSinh')), sex: sexes[textAt(found, 'GioiTinh')] ?? null, ethnicity: orNull(textAt(found, 'DanToc')),
    nationality: orNull(textAt(found, 'QuocTich')), maritalStatus: married[textAt(found, 'TinhTrangHonNhan')] ?? null, hometown: orNull(textAt(found, 'QueQuan')),
    residence: home === undefined ? null : { province: textAt(home, 'MaTinhThanh'), commune: textAt(home, 'MaPhuongXa'), text: textAt(home, 'ChiTiet') },
  };
}
