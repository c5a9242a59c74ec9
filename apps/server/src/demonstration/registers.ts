// SPDX-License-Identifier: EUPL-1.2
import type { PopulationPerson, PopulationRegister } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { populationRegister, startPopulationStandIn } from '@motcua/registers';
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

/** The stand-in for the population register, asked over the network like the real one. */
export async function demonstrateRegisters(clock: Clock, key: string): Promise<{ readonly population: PopulationRegister; readonly stop: () => Promise<void> }> {
  const account = { user: 'motcua', secret: key, client: 'VN/GOV/DEMO/MOTCUA', apiKey: key.slice(0, 24), account: 'motcua.trinhdien', unit: 'H15', service: 'MOTCUA' };
  const running = await startPopulationStandIn({ account, people: registeredPeople, clock });
  return { population: populationRegister({ ...account, url: running.url }, clock), stop: running.stop };
}
