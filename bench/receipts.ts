// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/receipts.ts`: receipts (mẫu 01, two pages, two codes) and results printed per second on one core,
 * against the bare compiling of a plain document of as many pages and words in the same run; and what signing a result costs beyond the key's work.
 *
 * @see design.md §7: 100 receipts a second is the floor to approach; under 50 ms to sign
 */
import { createPrivateKey, sign as signBytes } from 'node:crypto';
import { createTestAuthority, renderPaper, signPdf, type SigningIdentity } from '../modules/documents/src/index.ts';
import { renderIntakeReceipt, renderResult } from '../modules/statutory-forms/src/index.ts';
import { anIntakeReceipt, aResult } from '../modules/statutory-forms/src/testing.ts';

async function perSecond(run: (count: number) => Promise<unknown>, seconds: number): Promise<number> {
  for (let count = 0; count < 20; count += 1) await run(count);
  const began = performance.now();
  let done = 0;
  for (; performance.now() - began < seconds * 1000; done += 1) await run(1000 + done);
  return done / ((performance.now() - began) / 1000);
}

const at = Temporal.Instant.from('2026-11-19T15:40:00+07:00');
// Every receipt has its own code and person, as at a counter: nothing may come from the press's memory.
const receipt = (count: number) => anIntakeReceipt({
  dossierCode: `H15.50.05.13-261119-${String(count).padStart(4, '0')}`, submitterName: `Nguyễn Thị Trình Diễn ${String(count)}`,
});
const words = 'Tiếp nhận hồ sơ của ông bà và hẹn trả kết quả tại Trung tâm Phục vụ hành chính công phường Tân An. '.repeat(12);
const plain = `#let d = json(bytes(sys.inputs.data))\n#set page(width: 148mm, height: 210mm, margin: 12mm)\n#set text(font: "Tinos", size: 11pt, lang: "vi")\n#d.text\n#pagebreak()\n#d.text`;

const receipts = await perSecond((count) => renderIntakeReceipt(receipt(count)), 5);
const floor = await perSecond((count) => renderPaper({ template: plain, data: { text: `${words} ${String(count)}` }, standard: 'a-2b', at }), 5);
const results = await perSecond((count) => renderResult('result-decision', { ...aResult(), dossierCode: receipt(count).dossierCode }), 5);
const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
console.log(`receipts: ${receipts.toFixed(0)}/s, results: ${results.toFixed(0)}/s, plain document: ${floor.toFixed(0)}/s; ratios ${(receipts / floor).toFixed(2)} and ${(results / floor).toFixed(2)}, memory ${String(memory)} MB`);

const authority = await createTestAuthority({ at });
const issued = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND phường Tân An', at });
const key = createPrivateKey({ key: Buffer.from(issued.privateKey), format: 'der', type: 'pkcs8' });
const signer: SigningIdentity = {
  kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate: issued.certificate, chain: issued.chain,
  sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))),
};
const { pdf, places } = await renderResult('result-decision', aResult());
const keyOnly = await perSecond(() => signer.sign(new Uint8Array(300)), 1);
const unseen = await perSecond(() => signPdf(pdf, { signer, reason: 'Phê duyệt', at }), 3);
const seen = await perSecond((count) => signPdf(pdf, { signer, reason: 'Phê duyệt', at: at.add({ seconds: count }), appearance: places.officer }), 3);
const beyond = (rate: number): string => (1000 / rate - 1000 / keyOnly).toFixed(1);
console.log(`signing beyond the key's ${(1000 / keyOnly).toFixed(2)} ms: unseen ${beyond(unseen)} ms, with appearance ${beyond(seen)} ms`);
