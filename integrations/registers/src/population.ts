// SPDX-License-Identifier: EUPL-1.2
import type { PopulationRegister } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { type AskingUnit, authorisation, questionXml, readAnswer } from './messages.ts';

/** How the register knows us. `client`: our name in the data exchange. */
export type RegisterAccount = AskingUnit & { readonly url: string; readonly user: string; readonly secret: string; readonly client: string; readonly apiKey: string };

const patience = 4_000;

/**
 * Cơ sở dữ liệu quốc gia về dân cư over the network. A register that is silent, refuses or answers something else is `unreachable`; nothing is thrown.
 */
export function populationRegister(account: RegisterAccount, clock: Clock): PopulationRegister {
  const { url, user, secret, client, apiKey } = account;
  return async ({ requestId, officer, person }) => {
    const timestamp = clock.now().toString();
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'soapaction': 'TraCuuThongTinCongDan', 'timestamp': timestamp, 'authorization': authorisation({ url, user, secret, timestamp }), 'x-road-client': client, 'apikey': apiKey };
    try {
      const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(questionXml({ ...account, requestId, officer, person })), signal: AbortSignal.timeout(patience) });
      const found = response.ok ? readAnswer(new Uint8Array(await response.arrayBuffer())) : undefined;
      // Told of somebody else is told of nobody.
      if (found === undefined || (found !== null && found.personalId !== person.personalId)) return { outcome: 'unreachable' };
      return found === null ? { outcome: 'no-match' } : { outcome: 'found', person: found };
    } catch {
      return { outcome: 'unreachable' };
    }
  };
}
