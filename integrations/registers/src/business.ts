// SPDX-License-Identifier: EUPL-1.2
import type { BusinessRegister, Enterprise } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { enterpriseQuestionXml, lookUp, readEnterpriseAnswer } from './business-messages.ts';
import { type RegisterAccount, overExchange } from './exchange.ts';

/** How the business register knows us. `operation`: what the look-up is called there, when not as in our messages. */
export type BusinessAccount = RegisterAccount & { readonly operation?: string | undefined };

/** Numbers of people leave this place only where they were asked for: an answer that says more is not taken whole. */
const withoutNumbers = (enterprise: Enterprise): Enterprise => ({ ...enterprise, representatives: enterprise.representatives.map((one) => ({ ...one, personalId: null })) });

/**
 * Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp over the network. A register that is silent, refuses or answers something else is `unreachable`; nothing is thrown.
 */
export function businessRegister(account: BusinessAccount, clock: Clock): BusinessRegister {
  const send = overExchange(account, clock);
  return async ({ requestId, officer, code, purpose }) => {
    const answer = await send(account.operation ?? lookUp, enterpriseQuestionXml({ ...account, requestId, officer, code, purpose }));
    const found = answer === undefined ? undefined : readEnterpriseAnswer(answer);
    // Told of another enterprise, or of one without a name, is told of none.
    if (found === undefined || (found !== null && (found.code !== code || found.name === ''))) return { outcome: 'unreachable' };
    if (found === null) return { outcome: 'no-match' };
    return { outcome: 'found', enterprise: purpose === 'representation' ? found : withoutNumbers(found) };
  };
}
