// SPDX-License-Identifier: EUPL-1.2
import type { BusinessRegister, Enterprise, PopulationPerson, PopulationRegister } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { businessRegister, populationRegister, startBusinessStandIn, startPopulationStandIn } from '@motcua/registers';
import { citizens } from './citizens.ts';

const told: Readonly<Record<string, Pick<PopulationPerson, 'birthDate' | 'sex' | 'ethnicity' | 'maritalStatus'>>> = {
  mau: { birthDate: '1995-03-02', sex: 'Nam', ethnicity: 'Kinh', maritalStatus: 'Chưa kết hôn' },
  an: { birthDate: '1988-02-29', sex: 'Nữ', ethnicity: 'Kinh', maritalStatus: 'Đã kết hôn' },
  dai: { birthDate: '1995-03-02', sex: 'Nữ', ethnicity: 'Ê Đê', maritalStatus: 'Chưa kết hôn' },
};

/** What the stand-in for the population register knows of the people who can sign in. */
const registeredPeople: readonly PopulationPerson[] = citizens.map(({ id, name, personalId }) => ({
  personalId, fullName: name, birthDate: null, sex: null, ethnicity: null, maritalStatus: null, nationality: 'Việt Nam', hometown: 'Tỉnh Đắk Lắk', residence: { province: '66', commune: '24121', text: 'Số 12 đường Lê Duẩn' }, ...told[id],
}));

const home = { province: '66', commune: '24121' };

/** What the stand-in for the business register knows; the codes begin with 000 and are nobody's. */
const registeredEnterprises: readonly Enterprise[] = [
  {
    code: '0000012345', name: 'CÔNG TY TNHH XÂY DỰNG MẪU', foreignName: 'MAU CONSTRUCTION COMPANY LIMITED', shortName: 'XÂY DỰNG MẪU', kindCode: '01', statusCode: '1', headOffice: { ...home, text: 'Số 45 đường Nguyễn Tất Thành' },
    representatives: [{ name: 'Nguyễn Văn Mẫu', role: 'Giám đốc', personalId: '000095012345' }], lines: [{ code: '4101', name: 'Xây dựng nhà để ở' }, { code: '4663', name: 'Bán buôn vật liệu, thiết bị lắp đặt khác trong xây dựng' }], registeredOn: '2019-05-06', changes: 3, changedOn: '2025-01-20',
  },
  {
    code: '0000012345-001', name: 'CHI NHÁNH CÔNG TY TNHH XÂY DỰNG MẪU', foreignName: null, shortName: null, kindCode: '06', statusCode: '2', headOffice: { ...home, text: 'Số 3 đường Quang Trung' },
    representatives: [{ name: 'Đặng Thị Ẩn', role: 'Người đứng đầu chi nhánh', personalId: '000188067890' }], lines: [{ code: '4101', name: 'Xây dựng nhà để ở' }], registeredOn: '2021-10-11', changes: 1, changedOn: '2026-08-01',
  },
  {
    code: '0000067890', name: 'CÔNG TY CỔ PHẦN CÀ PHÊ THỬ NGHIỆM', foreignName: null, shortName: null, kindCode: '03', statusCode: '7', headOffice: { ...home, text: 'Số 9 đường Phan Chu Trinh' },
    representatives: [{ name: 'Trần Thị Thử', role: 'Chủ tịch Hội đồng quản trị', personalId: '000170011122' }], lines: [{ code: '1077', name: 'Sản xuất cà phê' }], registeredOn: '2015-03-19', changes: 6, changedOn: '2026-02-27',
  },
];

/** The stand-ins for the registers, asked over the network like the real ones. @param keyOf - the secret of one of them */
export async function demonstrateRegisters(clock: Clock, keyOf: (register: string) => string): Promise<{ readonly population: PopulationRegister; readonly business: BusinessRegister; readonly stop: () => Promise<void> }> {
  const account = (register: string) => ({ user: 'motcua', secret: keyOf(register), client: 'VN/GOV/DEMO/MOTCUA', apiKey: keyOf(register).slice(0, 24), account: 'motcua.trinhdien', unit: 'H15', service: 'MOTCUA' });
  const people = await startPopulationStandIn({ account: account('population'), people: registeredPeople, clock });
  const enterprises = await startBusinessStandIn({ account: account('business'), enterprises: registeredEnterprises, clock });
  return {
    population: populationRegister({ ...account('population'), url: people.url }, clock), business: businessRegister({ ...account('business'), url: enterprises.url }, clock),
    stop: async () => { await people.stop(); await enterprises.stop(); },
  };
}
