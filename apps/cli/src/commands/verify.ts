// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type DocumentReport, type SignatureReport, validatePdf, type ValidationQuestion } from '@motcua/documents';
import { Command } from 'commander';
import { eachFile, filesIn } from '../each-file.ts';

type Options = { readonly json?: boolean; readonly trust?: string };

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/gu;

/** The parts of a file: each block of a PEM file with its label, or the file itself when it is DER. */
function partsOf(bytes: Buffer): readonly { readonly label: string | null; readonly der: Buffer }[] {
  const blocks = [...bytes.toString('latin1').matchAll(pemBlock)].map(([, label = '', base64 = '']) => ({ label, der: Buffer.from(base64, 'base64') }));
  return blocks.length > 0 ? blocks : [{ label: null, der: bytes }];
}

function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}

/** Reads a folder of certificates that are believed (PEM or DER), revocation lists (.crl) and OCSP answers (.ors, .ocsp); files of other kinds are left alone. */
export function readTrust(folder: string | undefined): ValidationQuestion {
  const files = folder === undefined ? [] : filesIn(folder);
  const parts = files.flatMap((name) => partsOf(fs.readFileSync(path.join(folder ?? '', name))).map((part) => ({ ...part, extension: path.extname(name).toLowerCase() })));
  const of = (label: string, extensions: readonly string[]) => parts.filter((part) => part.label === label || (part.label === null && extensions.includes(part.extension))).map(({ der }) => der);
  return {
    trust: { roots: parts.filter(({ label, der }) => (label === null || label.endsWith('CERTIFICATE')) && isCertificate(der)).map(({ der }) => der) },
    revocation: { crls: of('X509 CRL', ['.crl']), ocsps: of('OCSP RESPONSE', ['.ors', '.ocsp']) },
  };
}

const standings: Readonly<Record<DocumentReport['document'], string>> = { valid: 'hợp lệ', invalid: 'không hợp lệ', indeterminate: 'chưa kết luận được', unsigned: 'chưa ký số' };
const integrities: Readonly<Record<SignatureReport['integrity'], string>> = { intact: 'Tệp còn đúng như đã ký', broken: 'Tệp không còn đúng như đã ký' };
const changes: Readonly<Record<SignatureReport['changesAfter'], string>> = {
  'none': 'không có gì thêm sau khi ký', 'signatures-only': 'sau đó chỉ thêm chữ ký', 'form-filling': 'sau đó biểu mẫu được điền thêm', 'other': 'sau đó nội dung bị thêm hoặc thay',
};
const kinds: Readonly<Record<SignatureReport['kind'], string>> = { signature: 'Chữ ký số', timestamp: 'Dấu thời gian' };
const proofs: Readonly<Record<SignatureReport['timeProof'], string>> = { timestamp: 'có dấu thời gian', claimed: 'theo giờ người ký khai', none: 'không rõ giờ' };
const timeOf = (at: Temporal.Instant | null): string => at?.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toLocaleString('vi-VN') ?? '';

function inWords(file: string, { document, reason, signatures }: DocumentReport): string {
  const lines = signatures.map((each) => [
    `  ${kinds[each.kind]}: ${standings[each.verdict]}. ${each.reason}`.trimEnd(),
    `    Người ký: ${each.path.length === 0 ? each.signer : each.path.join(' ← ')}`,
    `    Lúc ký: ${timeOf(each.signedAt)} (${proofs[each.timeProof]}${each.stampUntil === null || each.timeProof !== 'timestamp' ? '' : `, chứng thư của máy chủ dấu thời gian dùng đến ${timeOf(each.stampUntil)}`})`,
    `    ${integrities[each.integrity]}. ${each.coversWholeFile ? 'Phủ cả tệp' : 'Không phủ cả tệp'}; ${changes[each.changesAfter]}`,
  ].join('\n'));
  return [`${file}: ${standings[document]}. ${reason}`.trimEnd(), ...lines].join('\n');
}

/** One line of JSON a file; `reason` says why a verdict is not valid. */
function asJson(file: string, { document, reason, signatures }: DocumentReport): string {
  return JSON.stringify({ file, document, reason, signatures: signatures.map((each) => ({ ...each, signedAt: each.signedAt?.toString() ?? null, stampUntil: each.stampUntil?.toString() ?? null })) });
}

/** motcua verify FILE…: judges the signatures of PDF files. Needs no database and no network; ends with 1 when a file is not valid. */
export function verifyCommand(): Command {
  return new Command('verify').description('Kiểm tra chữ ký số của tệp PDF: người ký, giờ ký, toàn vẹn, tổ chức cấp, điều đã thêm sau khi ký')
    .argument('<tệp...>', 'các tệp PDF').option('--trust <thư mục>', 'chứng thư số gốc được tin (PEM, DER), danh sách thu hồi').option('--json', 'mỗi tệp một dòng JSON')
    .action(async (files: readonly string[], { json, trust }: Options) => {
      const question = readTrust(trust);
      await eachFile(files, async (file, bytes) => {
        const report = await validatePdf(bytes, question);
        process.stdout.write(`${json === true ? asJson(file, report) : inWords(file, report)}\n`);
        return report.document === 'valid';
      });
    });
}
