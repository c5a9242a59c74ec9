// SPDX-License-Identifier: EUPL-1.2
import type { Enterprise, EnterpriseAsked } from '@motcua/dossiers';
import { element, everyElement, readXml, xml } from '@motcua/xml-kit';
import type { AskingUnit } from './exchange.ts';
import { compactDay, isoDay, orNull, writing } from './soap.ts';

// Unsure as a whole: no description of the service was found. Written like those of the population register, so that one file is to be mended.
const { message, prefixes, said, textAt } = writing('http://dangkykinhdoanh.gov.vn/tracuu', 'dkkd');

/** The operation, as it is named where nothing else is set. */
export const lookUp = 'TraCuuThongTinDoanhNghiep';

export type EnterpriseQuestion = Pick<EnterpriseAsked, 'requestId' | 'officer' | 'code' | 'purpose'> & AskingUnit;

const purposes = { content: '1', representation: '2' } as const;

/** The question as it travels. */
export const enterpriseQuestionXml = ({ requestId, officer, code, purpose, account, unit, service }: EnterpriseQuestion): Uint8Array => message(xml(`dkkd:${lookUp}`, {},
  ...said('MaYeuCau', requestId), ...said('MaDVC', service), ...said('MaCanBo', officer), ...said('MaDonVi', unit), ...said('TaiKhoan', account), ...said('MucDich', purposes[purpose]), ...said('MaSoDoanhNghiep', code)));

/** A question as the register reads it; null when it is none. */
export function readEnterpriseQuestion(bytes: Uint8Array): EnterpriseQuestion | null {
  const read = readXml(bytes, prefixes);
  const [asked] = read === null ? [] : everyElement(read, `dkkd:${lookUp}`);
  if (asked === undefined) return null;
  return {
    requestId: textAt(asked, 'MaYeuCau'), officer: textAt(asked, 'MaCanBo'), account: textAt(asked, 'TaiKhoan'), unit: textAt(asked, 'MaDonVi'), service: textAt(asked, 'MaDVC'),
    code: textAt(asked, 'MaSoDoanhNghiep'), purpose: textAt(asked, 'MucDich') === purposes.representation ? 'representation' : 'content',
  };
}

function enterpriseXml(e: Enterprise) {
  return xml('dkkd:DoanhNghiep', {},
    ...said('MaSo', e.code), ...said('TenTiengViet', e.name), ...said('TenNuocNgoai', e.foreignName), ...said('TenVietTat', e.shortName), ...said('LoaiHinh', e.kindCode), ...said('TinhTrang', e.statusCode),
    ...said('NgayDangKy', compactDay(e.registeredOn)), ...said('LanThayDoi', e.changes === null ? null : String(e.changes)), ...said('NgayThayDoi', compactDay(e.changedOn)),
    ...(e.headOffice === null ? [] : [xml('dkkd:TruSo', {}, ...said('MaTinhThanh', e.headOffice.province), ...said('MaPhuongXa', e.headOffice.commune), ...said('ChiTiet', e.headOffice.text))]),
    ...e.representatives.map(({ name, role, personalId }) => xml('dkkd:NguoiDaiDien', {}, ...said('HoVaTen', name), ...said('ChucDanh', role), ...said('SoDinhDanh', personalId))),
    ...e.lines.map(({ code, name }) => xml('dkkd:NganhNghe', {}, ...said('Ma', code), ...said('Ten', name))));
}

/** The answer as it travels; no enterprise: an empty one. */
export const enterpriseAnswerXml = (enterprise: Enterprise | null): Uint8Array => message(xml(`dkkd:${lookUp}Response`, {}, ...(enterprise === null ? [] : [enterpriseXml(enterprise)])));

const wholeOrNull = (text: string): number | null => (/^\d{1,4}$/u.test(text) ? Number(text) : null);

/** The enterprise an answer tells of; null: none has the code; undefined: it is no answer. */
export function readEnterpriseAnswer(bytes: Uint8Array): Enterprise | null | undefined {
  const read = readXml(bytes, prefixes);
  const [answer] = read === null ? [] : everyElement(read, `dkkd:${lookUp}Response`);
  if (answer === undefined) return undefined;
  const [found] = everyElement(answer, 'dkkd:DoanhNghiep');
  if (found === undefined) return null;
  const office = element(found, 'dkkd:TruSo');
  return {
    code: textAt(found, 'MaSo'), name: textAt(found, 'TenTiengViet'), foreignName: orNull(textAt(found, 'TenNuocNgoai')), shortName: orNull(textAt(found, 'TenVietTat')), kindCode: textAt(found, 'LoaiHinh'), statusCode: textAt(found, 'TinhTrang'),
    registeredOn: isoDay(textAt(found, 'NgayDangKy')), changes: wholeOrNull(textAt(found, 'LanThayDoi')), changedOn: isoDay(textAt(found, 'NgayThayDoi')),
    headOffice: office === undefined ? null : { province: textAt(office, 'MaTinhThanh'), commune: textAt(office, 'MaPhuongXa'), text: textAt(office, 'ChiTiet') },
    representatives: everyElement(found, 'dkkd:NguoiDaiDien').map((one) => ({ name: textAt(one, 'HoVaTen'), role: textAt(one, 'ChucDanh'), personalId: orNull(textAt(one, 'SoDinhDanh')) })),
    lines: everyElement(found, 'dkkd:NganhNghe').map((one) => ({ code: textAt(one, 'Ma'), name: textAt(one, 'Ten') })),
  };
}
