// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { startIdentityStandIn } from './stand-in.ts';

const Options = z.object({
  port: z.number(), redirectUris: z.array(z.string()), people: z.array(z.object({ id: z.string(), name: z.string(), personalId: z.string() })), clientSecret: z.string(), cookieKey: z.string(),
});

process.once('message', (message) => {
  void startIdentityStandIn(Options.parse(message)).then(({ issuer, clientId, clientSecret }) => { process.send?.({ issuer, clientId, clientSecret }); });
});
process.on('disconnect', () => { process.exit(0); });
// Ctrl-C reaches the whole group: the program that started us says when to end.
process.on('SIGINT', () => undefined);
