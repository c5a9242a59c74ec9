// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { createConnection } from 'node:net';
import { Readable } from 'node:stream';

/** What a scanner says of a content: 'unknown' when it could not be asked. */
export type ScanVerdict = { readonly verdict: 'clean' } | { readonly verdict: 'infected'; readonly name: string } | { readonly verdict: 'unknown'; readonly why: string };

/** A scanner of viruses beside us. */
export type Antivirus = { readonly scan: (content: string | AsyncIterable<Uint8Array>) => Promise<ScanVerdict> };

const patience = 30_000;
const found = /: (.+) FOUND$/u;

/** ClamAV's daemon over TCP (clamd, INSTREAM). */
export function clamd({ host, port }: { readonly host: string; readonly port: number }): Antivirus {
  return {
    scan: (content) => new Promise((resolve) => {
      const socket = createConnection({ host, port });
      const answer: Buffer[] = [];
      const unknown = (why: string): void => {
        socket.destroy();
        resolve({ verdict: 'unknown', why });
      };
      socket.setTimeout(patience, () => { unknown('no answer in time'); });
      socket.on('error', (fault) => { unknown(fault.message); });
      socket.on('data', (part: Buffer) => { answer.push(part); });
      socket.on('close', () => {
        const text = Buffer.concat(answer).toString('utf8').replaceAll('\0', '').trim();
        const [, name] = found.exec(text) ?? [];
        resolve(name !== undefined ? { verdict: 'infected', name } : /: OK$/u.test(text) ? { verdict: 'clean' } : { verdict: 'unknown', why: text });
      });
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        const parts = typeof content === 'string' ? createReadStream(content) : Readable.from(content);
        parts.on('data', (part: Uint8Array) => {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.byteLength);
          socket.write(length);
          if (!socket.write(part)) {
            parts.pause();
            socket.once('drain', () => { parts.resume(); });
          }
        });
        parts.on('end', () => { socket.write(Buffer.alloc(4)); });
        parts.on('error', (fault) => { unknown(fault.message); });
      });
    }),
  };
}
