// SPDX-License-Identifier: EUPL-1.2
import type { PopulationRegister } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { type RegisterAccount, overExchange } from './exchange.ts';
import { questionXml, readAnswer } from './population-messages.ts';

/**
 * Cơ sở dữ liệu quốc gia về dân cư over the network. A register that is silent, refuses or answers something else is `unreachable`; nothing is thrown.
 */
export function populationRegister(account: RegisterAccount, clock: Clock): PopulationRegister {
  const send = overExchange(account, clock);
  return async ({ requestId, officer, person }) => {
    const answer = await send('TraCuuThongTinCongDan', questionXml({ ...account, requestId, officer, person }));
    const found = answer === undefined ? undefined : readAnswer(answer);
    // Told of somebody else is told of nobody.
    if (found === undefined || (found !== null && found.personalId !== person.personalId)) return { outcome: 'unreachable' };
    return found === null ? { outcome: 'no-match' } : { outcome: 'found', person: found };
  };
}
