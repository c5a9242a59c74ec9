// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import { X509Certificate } from 'node:crypto';
import type { KeysElsewhere } from '@motcua/dossiers';
import { cscIdentity, phoneIdentity, tokenIdentity } from '@motcua/trust-services';
import { z } from 'zod';

/** Where keys lie that this installation does not keep (`MOTCUA_KEYS`: a file of this shape). `chain`: files of the certificates above those on tokens; `environment`: what the library of the token wants to find, such as the file of its settings. */
export const KeySettings = z.object({
  csc: z.object({ url: z.url(), version: z.enum(['v1', 'v2']), clientId: z.string(), clientSecret: z.string() }).optional(),
  phone: z.object({ url: z.url(), serviceId: z.string(), serviceSecret: z.string() }).optional(),
  token: z.object({ library: z.string(), label: z.string(), chain: z.array(z.string()), environment: z.record(z.string(), z.string()).optional() }).optional(),
});
export type KeySettings = z.infer<typeof KeySettings>;

/** How often a service is asked whether the signer confirmed; milliseconds. */
const interval = 1500;

/** The ways to the keys of officers that were set. */
export function keysElsewhere({ csc, phone, token }: KeySettings): KeysElsewhere {
  const chain = (token?.chain ?? []).map((file) => new Uint8Array(new X509Certificate(fs.readFileSync(file)).raw));
  const missing = (): Promise<never> => Promise.reject(new Error('this place of keys was not set'));
  return {
    kinds: [...csc === undefined ? [] : ['csc' as const], ...phone === undefined ? [] : ['phone' as const], ...token === undefined ? [] : ['token' as const]],
    identity: ({ kind, account, owner, name }, { pin, patience }) => {
      const who = { kind: owner, name };
      switch (kind) {
        case 'csc': return csc === undefined ? missing() : cscIdentity({ ...csc, userId: account, authorise: () => Promise.resolve(pin === null ? {} : { pin }) }, who);
        case 'phone': return phone === undefined ? missing() : phoneIdentity({ ...phone, userId: account, patience, interval }, who);
        case 'token': return token === undefined ? missing() : tokenIdentity({ library: token.library, token: token.label, id: account, pin: () => Promise.resolve(pin ?? ''), ...(token.environment === undefined ? {} : { environment: token.environment }) }, { ...who, chain });
      }
    },
  };
}
