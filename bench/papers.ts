// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/papers.ts`: what proofs, judging, encryption and reading of papers cost, each against a floor of the same run:
 * a long-term signature against the bare key operation, a verdict against a bare hash, an encrypted part against the plain file, pages read a minute.
 *
 * @see design.md §7: first page of a 100-page file under 200 ms
 */
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, sign as signBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authorityServices, createTestAuthority, documentStore, renderPaper, revocationSource, scanPages, signPdf, type SigningIdentity, timestampAuthority, twoLayers, validatePdf } from '../modules/documents/src/index.ts';
import { readWords } from '../modules/documents/src/digitising/read-words.ts';

async function perSecond(run: () => Promise<unknown>, seconds: number): Promise<number> {
  for (let count = 0; count < 5; count += 1) await run();
  const began = performance.now();
  let done = 0;
  for (; performance.now() - began < seconds * 1000; done += 1) await run();
  return done / ((performance.now() - began) / 1000);
}

const at = Temporal.Instant.from('2026-11-19T15:40:00+07:00');
const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-papers-'));
const authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
const services = await authorityServices(authority, { now: () => at });
const issued = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND', at: at.subtract({ hours: 24 }) });
const key = createPrivateKey({ key: Buffer.from(issued.privateKey), format: 'der', type: 'pkcs8' });
const signer: SigningIdentity = { kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate: issued.certificate, chain: issued.chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) };
const silent = { post: () => Promise.resolve(null), get: () => Promise.resolve(null) };
const proofs = { level: 'B-LTA', timestamps: timestampAuthority(services.stamp), revocation: revocationSource(silent) } as const;
const page = (text: string): Promise<Uint8Array> => renderPaper({ template: '#set page(paper: "a4", margin: 25mm)\n#set text(font: "Tinos", size: 13pt)\n#json(bytes(sys.inputs.data)).text', data: { text }, standard: 'a-2b', at });
const sentence = 'Ủy ban nhân dân phường Tân An chứng nhận bà Nguyễn Thị Ví Dụ, sinh ngày 12 tháng 5 năm 1990, thường trú tại số 8 đường Lê Lợi. ';

const pdf = await page(sentence.repeat(20));
const keyOnly = await perSecond(() => signer.sign(new Uint8Array(300)), 1);
const plain = await perSecond(() => signPdf(pdf, { signer, reason: 'Duyệt', at }), 3);
const provable = await perSecond(() => signPdf(pdf, { signer, reason: 'Duyệt', at, proofs }), 3);
console.log(`signatures/s: key alone ${keyOnly.toFixed(0)}, B-B ${plain.toFixed(0)} (${(plain / keyOnly).toFixed(2)} of the key), B-LTA with its authority in the same process ${provable.toFixed(0)} (${(provable / keyOnly).toFixed(2)})`);

const signed = await signPdf(pdf, { signer, reason: 'Duyệt', at, proofs });
const hashed = await perSecond(() => Promise.resolve(createHash('sha256').update(signed).digest()), 1);
const judged = await perSecond(() => validatePdf(signed, { trust: { roots: [authority.root] } }), 3);
console.log(`verdicts/s on a B-LTA file of ${String(Math.round(signed.length / 1024))} kB: ${judged.toFixed(0)}, bare SHA-256 ${hashed.toFixed(0)} (${(judged / hashed).toFixed(4)})`);

// A byte behind the picture makes each page another one: equal pictures would be kept once.
const picture = scanPicture(200);
const big = await twoLayers(Array.from({ length: 100 }, (_, number) => ({ jpeg: Buffer.concat([picture, Buffer.from([number])]), width: 1654, height: 2339, dpi: 200, turned: 0, words: [] })), { code: 'x', qr: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', title: 'x', agency: 'x', at });
const store = documentStore({ folder, secret: Buffer.alloc(32, 1) });
const staged = await store.stage(big, 1e9);
if (staged.outcome !== 'staged') throw new Error(staged.outcome);
const contentKey = Buffer.alloc(32, 5);
const kept = await store.keep(staged.file, contentKey);
if (kept.outcome !== 'kept') throw new Error(kept.outcome);
const file = { sha256: staged.file.sha256, size: staged.file.size, sealed: { stored: kept.stored, key: contentKey } };
const whole = await perSecond(() => store.read(file), 3);
const part = await perSecond(() => store.readPart(file, { from: 0, to: Math.min(262_144, file.size) }), 2);
const bare = await perSecond(() => Promise.resolve(readFileSync(staged.file.path)), 2);
console.log(`100-page scan of ${(big.length / 1048576).toFixed(1)} MB: whole, decrypted and checked ${(1000 / whole).toFixed(1)} ms; first 256 kB ${(1000 / part).toFixed(2)} ms; plain file ${(1000 / bare).toFixed(1)} ms (${(bare / whole).toFixed(1)} times)`);

const scan = path.join(folder, 'scan.jpg');
writeFileSync(scan, scanPicture(300));
const began = performance.now();
const read = await scanPages([scan, scan, scan, scan]);
const minutes = (performance.now() - began) / 60_000;
if (!read.ok) throw new Error('not read');
const alone = performance.now();
for (let page = 0; page < 2; page += 1) await readWords(readFileSync(scan), 300, folder);
const aloneRate = 2 / ((performance.now() - alone) / 60_000);
const rate = read.value.length / minutes;
console.log(`pages straightened and read a minute, one process: ${rate.toFixed(1)} (${String(read.value[0]?.words.length ?? 0)} words a page, 300 dpi), reading alone ${aloneRate.toFixed(1)} (ratio ${(rate / aloneRate).toFixed(2)})`);
rmSync(folder, { recursive: true, force: true });

/** A page of text as a scanner would give it. */
function scanPicture(dpi: number): Uint8Array {
  const name = path.join(folder, `page-${String(dpi)}`);
  writeFileSync(`${name}.pdf`, pdf);
  execFileSync('pdftoppm', ['-r', String(dpi), '-jpeg', '-singlefile', `${name}.pdf`, name]);
  return new Uint8Array(readFileSync(`${name}.jpg`));
}
