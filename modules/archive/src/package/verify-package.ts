// SPDX-License-Identifier: EUPL-1.2
import { type Trust, validateContent } from '@motcua/documents';
import { type SealedEvent, chainBreak } from '@motcua/dossiers';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { type Judge, packageSchemas, schemaJudge } from './schemas.ts';
import { digestOf, folderOf } from './write-package.ts';
import { type Xml, everyElement, readXml, textIn } from '@motcua/xml-kit';

/** What is wrong with a package and where. */
export type PackageFault = { readonly code: 'unreadable' | 'structure' | 'file-missing' | 'file-extra' | 'file-altered' | 'metadata' | 'schema' | 'ledger' | 'signature'; readonly path: string; readonly text: string };
/** What a package says and whether it may be believed. `signer` null: nobody signed it. */
export type PackageReport = { readonly verdict: 'intact' | 'broken'; readonly code: string | null; readonly files: number; readonly bytes: number; readonly signer: string | null; readonly trusted: boolean; readonly faults: readonly PackageFault[] };

type Files = ReadonlyMap<string, Uint8Array>;

const mostFiles = 20_000;
const mostBytes = 4 * 1024 * 1024 * 1024;
const fault = (code: PackageFault['code'], path: string, text: string): PackageFault => ({ code, path, text });

/** The files of the one folder a package is; sizes are looked at before anything is unpacked. */
function opened(zip: Uint8Array): { readonly folder: string; readonly files: Files } | PackageFault {
  const seen = { files: 0, bytes: 0 };
  let found: Readonly<Record<string, Uint8Array>>;
  try {
    found = unzipSync(zip, { filter: ({ originalSize }) => { seen.files += 1; seen.bytes += originalSize; return seen.files <= mostFiles && seen.bytes <= mostBytes; } });
  } catch {
    return fault('unreadable', '', 'Không mở được: đây không phải tệp ZIP, hoặc tệp hỏng.');
  }
  if (seen.files > mostFiles || seen.bytes > mostBytes) return fault('unreadable', '', 'Gói lớn quá mức mở được.');
  const paths = Object.keys(found).filter((path) => !path.endsWith('/'));
  const folders = new Set(paths.map((path) => path.split('/', 1)[0] ?? ''));
  const [folder] = folders;
  if (folder === undefined || folders.size !== 1 || paths.some((path) => !path.includes('/') || path.split('/').includes('..'))) return fault('structure', '', 'Gói phải là một thư mục duy nhất.');
  return { folder, files: new Map(paths.map((path) => [path.slice(folder.length + 1), found[path] ?? new Uint8Array()])) };
}

type Listed = { readonly path: string; readonly sha256: string; readonly size: number };

/** What a METS lists: files and metadata, each with size and hash. */
function listedIn(root: Xml, base: string): readonly Listed[] {
  const entry = (of: Xml, href: string | undefined): Listed => ({ path: `${base}${href ?? ''}`, sha256: of.attributes['CHECKSUM'] ?? '', size: Number(of.attributes['SIZE'] ?? NaN) });
  return [...everyElement(root, 'file').map((file) => entry(file, everyElement(file, 'FLocat')[0]?.attributes['xlink:href'])), ...everyElement(root, 'mdRef').map((one) => entry(one, one.attributes['xlink:href']))];
}

const altered = (files: Files, { path, sha256, size }: Listed): readonly PackageFault[] => {
  const bytes = files.get(path);
  if (bytes === undefined) return [fault('file-missing', path, 'METS nêu tệp này nhưng gói không có.')];
  return digestOf(bytes) === sha256 && bytes.length === size ? [] : [fault('file-altered', path, 'Nội dung khác với mã băm ghi trong METS.')];
};

/** PREMIS must say the same of every file of the representation as the bytes do. */
function premisFaults(files: Files): readonly PackageFault[] {
  const path = 'metadata/preservation/PREMIS.xml';
  const root = readXml(files.get(path) ?? new Uint8Array());
  if (root === null) return [fault('metadata', path, 'Không đọc được PREMIS.')];
  const said = new Map(everyElement(root, 'premis:object').map((one) => [textIn(everyElement(one, 'premis:objectIdentifierValue')[0]), textIn(everyElement(one, 'premis:messageDigest')[0])]));
  return [...files].filter(([name]) => name.startsWith('representations/rep1/data/')).flatMap(([name, bytes]) => (said.get(name) === digestOf(bytes) ? [] : [fault('metadata', name, 'PREMIS không ghi, hoặc ghi mã băm khác, cho tệp này.')]));
}

const Line = z.looseObject({ dossierId: z.string(), seq: z.number(), at: z.string(), type: z.string(), previousHash: z.string().nullable(), hash: z.string(), data: z.looseObject({ code: z.unknown().optional() }) });
const isLedger = (value: unknown): value is readonly SealedEvent[] => z.array(Line).min(1).safeParse(value).success;

function ledgerOf(files: Files): readonly SealedEvent[] | null {
  try {
    const value: unknown = JSON.parse(strFromU8(files.get('representations/rep1/data/ledger.json') ?? new Uint8Array()));
    return isLedger(value) ? value : null;
  } catch {
    return null;
  }
}

/** The ledger must follow from itself, and METS, EAD and ledger must speak of one dossier. */
function identityFaults(files: Files, objectCode: string): readonly PackageFault[] {
  const events = ledgerOf(files);
  const path = 'representations/rep1/data/ledger.json';
  if (events === null) return [fault('ledger', path, 'Không đọc được sổ sự kiện.')];
  const broken = chainBreak(events);
  const [first] = events;
  const founding = first?.type === 'submitted' ? first.data.code : '';
  const described = readXml(files.get('metadata/descriptive/EAD.xml') ?? new Uint8Array());
  const unit = described === null ? '' : textIn(everyElement(described, 'archdesc').flatMap((one) => everyElement(one, 'unitid'))[0]);
  return [
    ...(broken === null ? [] : [fault('ledger', path, `Chuỗi băm của sổ sự kiện đứt ở dòng ${broken}.`)]),
    ...(founding === objectCode ? [] : [fault('metadata', path, 'Sổ sự kiện là của hồ sơ khác.')]), ...(unit === objectCode ? [] : [fault('metadata', 'metadata/descriptive/EAD.xml', 'EAD mô tả hồ sơ khác.')]),
  ];
}

const described = [['mets', 'METS.xml'], ['mets', 'representations/rep1/METS.xml'], ['ead', 'metadata/descriptive/EAD.xml'], ['premis', 'metadata/preservation/PREMIS.xml']] as const;

/** Metadata held against the schema of its standard; what is no XML at all is said elsewhere. */
const schemaFaults = (files: Files, judge: Judge): readonly PackageFault[] => described.flatMap(([standard, path]) => {
  const bytes = files.get(path);
  return bytes === undefined || readXml(bytes) === null ? [] : judge(standard, bytes).map((text) => fault('schema', path, `Không theo lược đồ, ${text}`));
});
const ownSchemas = schemaJudge(packageSchemas);

type Asked = { readonly trust: Trust; readonly at: Temporal.Instant; readonly judge?: Judge };

function signatureOf(files: Files, { trust, at }: Asked): { readonly signer: string | null; readonly trusted: boolean; readonly faults: readonly PackageFault[] } {
  const [mets, signature] = [files.get('METS.xml'), files.get('METS.xml.p7s')];
  if (mets === undefined || signature === undefined) return { signer: null, trusted: false, faults: [fault('signature', 'METS.xml.p7s', 'Gói chưa được ký số.')] };
  const { verdict, reason, signer } = validateContent(mets, { signature, trust, at });
  return { signer, trusted: verdict === 'valid', faults: verdict === 'invalid' ? [fault('signature', 'METS.xml.p7s', reason)] : [] };
}

/**
 * Reads a package back and believes nothing but what is in it: every file against METS, METS against what is there, metadata against its schemas, PREMIS, the chain of the ledger, the signature over METS.
 * A signature by nobody we trust breaks nothing but is said: `trusted` is false.
 *
 * @param asked.trust - roots whose signatures are believed
 * @param asked.judge - more schemas to hold the metadata against, beside our own
 */
export function verifyPackage(zip: Uint8Array, asked: Asked): PackageReport {
  const found = opened(zip);
  if ('code' in found) return { verdict: 'broken', code: null, files: 0, bytes: zip.length, signer: null, trusted: false, faults: [found] };
  const { folder, files } = found;
  const root = readXml(files.get('METS.xml') ?? new Uint8Array());
  const id = root?.attributes['OBJID'] ?? '';
  const objectCode = id.split(':').at(-1) ?? '';
  const about = { code: objectCode === '' ? null : objectCode, files: files.size, bytes: zip.length };
  if (root?.name !== 'mets') return { ...about, verdict: 'broken', signer: null, trusted: false, faults: [fault('structure', 'METS.xml', 'Không đọc được METS.')] };
  const listed = listedIn(root, '');
  const named = new Set(listed.map(({ path }) => path));
  const rep = readXml(files.get('representations/rep1/METS.xml') ?? new Uint8Array());
  const signature = signatureOf(files, asked);
  const faults = [
    ...(folderOf(id) === folder ? [] : [fault('structure', folder, 'Tên thư mục khác với mã của gói trong METS.')]),
    ...listed.flatMap((one) => altered(files, one)), ...(rep === null ? [fault('structure', 'representations/rep1/METS.xml', 'Không đọc được METS của bản thể hiện.')] : listedIn(rep, 'representations/rep1/').flatMap((one) => altered(files, one))),
    ...[...files.keys()].filter((path) => !named.has(path) && path !== 'METS.xml' && path !== 'METS.xml.p7s').map((path) => fault('file-extra', path, 'METS không nêu tệp này.')),
    ...schemaFaults(files, ownSchemas), ...(asked.judge === undefined ? [] : schemaFaults(files, asked.judge)), ...premisFaults(files), ...identityFaults(files, objectCode), ...signature.faults,
  ];
  const unique = [...new Map(faults.map((one) => [`${one.code} ${one.path} ${one.text}`, one])).values()];
  return { ...about, verdict: unique.length === 0 ? 'intact' : 'broken', signer: signature.signer, trusted: signature.trusted, faults: unique };
}
