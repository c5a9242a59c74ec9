// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { SealedEvent } from '@motcua/dossiers';
import { strToU8, zipSync } from 'fflate';
import type { FileListLine } from '../rules/file-list.ts';
import { type Retention, retentionWords } from '../rules/retention.ts';
import { type Xml, xml, xmlBytes } from '@motcua/xml-kit';
import { packageSchemas } from './schemas.ts';

/** What an archived dossier is made of. `at`: when it is handed in, ISO 8601 with the office's offset. */
export type PackageContent = {
  readonly code: string; readonly title: string; readonly agency: { readonly code: string; readonly name: string }; readonly begunOn: string; readonly endedOn: string; readonly retention: Retention; readonly at: string; readonly by: string;
  readonly lines: readonly FileListLine[]; readonly events: readonly SealedEvent[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
};

export type PackageFile = { readonly path: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly sha256: string };

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const packageFile = (path: string, mediaType: string, bytes: Uint8Array): PackageFile => ({ path, mediaType, bytes, sha256: digestOf(bytes) });

/** Of the way packages are written. */
const layout = '2';

/** The identifier of a package, and the folder it lies in: colons have no place in file names. */
export const objectId = (code: string): string => `urn:motcua:ho-so:${code}`;
export const folderOf = (id: string): string => id.replaceAll(':', '_');

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };
const dataPath = (no: number, { mediaType, name }: { readonly mediaType: string; readonly name: string }): string => `data/${String(no).padStart(4, '0')}.${extensions[mediaType] ?? (/\.([a-z0-9]{1,5})$/u.exec(name.toLowerCase())?.[1] ?? 'bin')}`;

const said = (text: string): string => (text.trim() === '' ? 'Không ghi' : text);

/** EAD: what the dossier is, for how long it is kept, what documents it has. */
function ead({ code, title, agency, begunOn, endedOn, retention, at, lines }: PackageContent): Xml {
  const item = ({ no, number, day, author, abstract, pages, form, carrier, sha256 }: FileListLine): Xml => xml('c', { level: 'item' }, xml('did', {},
    xml('unitid', {}, String(no)), xml('unittitle', {}, said(abstract)), xml('unitdate', { normal: day }, day), xml('origination', {}, xml('name', {}, xml('part', {}, said(author)))),
    ...(number === '' ? [] : [xml('unitid', { localtype: 'number' }, number)]), ...(pages === null ? [] : [xml('physdesc', {}, `${pages} trang`)]),
    xml('physdesc', { localtype: 'form' }, form), xml('physdesc', { localtype: 'carrier' }, carrier), ...(sha256 === null ? [] : [xml('unitid', { localtype: 'sha256' }, sha256)])));
  return xml('ead', { xmlns: 'http://ead3.archivists.org/schema/' },
    xml('control', {}, xml('recordid', {}, objectId(code)), xml('filedesc', {}, xml('titlestmt', {}, xml('titleproper', {}, said(title)))), xml('maintenancestatus', { value: 'new' }), xml('maintenanceagency', {}, xml('agencyname', {}, agency.name)),
      xml('maintenancehistory', {}, xml('maintenanceevent', {}, xml('eventtype', { value: 'created' }), xml('eventdatetime', {}, at), xml('agenttype', { value: 'machine' }), xml('agent', {}, 'Một Cửa')))),
    xml('archdesc', { level: 'file' },
      xml('did', {}, xml('unitid', {}, code), xml('unittitle', {}, said(title)), xml('unitdate', { normal: `${begunOn}/${endedOn}` }, `${begunOn} – ${endedOn}`), xml('repository', {}, xml('corpname', { identifier: agency.code }, xml('part', {}, agency.name)))),
      xml('appraisal', {}, xml('p', {}, `Thời hạn bảo quản: ${retentionWords(retention)}${retention.keptUntil === null ? '' : `, đến hết ${retention.keptUntil}`}. Căn cứ: ${retention.source}.`)),
      xml('dsc', {}, ...lines.map(item))));
}

const premisId = (path: string): Xml => xml('premis:objectIdentifier', {}, xml('premis:objectIdentifierType', {}, 'path'), xml('premis:objectIdentifierValue', {}, path));

/** PREMIS: every file with its fixity, what was done to it, who did it. */
function premis({ at, by }: PackageContent, files: readonly PackageFile[]): Xml {
  const object = ({ path, mediaType, bytes, sha256 }: PackageFile): Xml => xml('premis:object', { 'xsi:type': 'premis:file' }, premisId(path), xml('premis:objectCharacteristics', {},
    xml('premis:fixity', {}, xml('premis:messageDigestAlgorithm', {}, 'SHA-256'), xml('premis:messageDigest', {}, sha256)), xml('premis:size', {}, String(bytes.length)),
    xml('premis:format', {}, xml('premis:formatDesignation', {}, xml('premis:formatName', {}, mediaType)))));
  const event = (type: string, no: number, detail: string): Xml => xml('premis:event', {},
    xml('premis:eventIdentifier', {}, xml('premis:eventIdentifierType', {}, 'local'), xml('premis:eventIdentifierValue', {}, `event-${String(no)}`)), xml('premis:eventType', {}, type), xml('premis:eventDateTime', {}, at),
    xml('premis:eventDetailInformation', {}, xml('premis:eventDetail', {}, detail)), xml('premis:linkingAgentIdentifier', {}, xml('premis:linkingAgentIdentifierType', {}, 'local'), xml('premis:linkingAgentIdentifierValue', {}, 'agent-1')));
  return xml('premis:premis', { 'xmlns:premis': 'http://www.loc.gov/premis/v3', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'version': '3.0' },
    ...files.map(object), event('ingestion', 1, 'Lập gói nộp lưu từ hồ sơ đã kết thúc'), event('message digest calculation', 2, 'SHA-256 của từng tệp'), event('validation', 3, 'Đọc lại gói sau khi ghi'),
    xml('premis:agent', {}, xml('premis:agentIdentifier', {}, xml('premis:agentIdentifierType', {}, 'local'), xml('premis:agentIdentifierValue', {}, 'agent-1')), xml('premis:agentName', {}, said(by)), xml('premis:agentType', {}, 'person')));
}

const loose = { LOCTYPE: 'URL', 'xlink:type': 'simple' } as const;
/** Files of a package under one use of CSIP; `id` names the group and starts the names of its files. */
type Group = { readonly id: string; readonly use: string; readonly files: readonly PackageFile[] };
type About = { readonly id: string; readonly label: string; readonly at: string; readonly agency: string };

const fixity = ({ mediaType, bytes, sha256 }: PackageFile, at: string): Readonly<Record<string, string | number>> => ({ MIMETYPE: mediaType, SIZE: bytes.length, CREATED: at, CHECKSUM: sha256, CHECKSUMTYPE: 'SHA-256' });
const filesIn = ({ id, files }: Group): readonly (readonly [string, PackageFile])[] => files.map((file, at) => [`${id}-${String(at + 1)}`, file]);

/** METS after E-ARK CSIP: every file of a folder with size and SHA-256, in groups by use. `base`: the folder the paths count from. */
function mets(about: About, { described, groups, base }: { readonly described: { readonly ead: PackageFile; readonly premis: PackageFile } | null; readonly groups: readonly Group[]; readonly base: string }): Xml {
  const href = ({ path }: PackageFile): string => path.slice(base.length);
  const reference = (file: PackageFile, type: string): Xml => xml('mdRef', { ...loose, 'MDTYPE': type, 'xlink:href': href(file), ...fixity(file, about.at) });
  const listed = (file: readonly [string, PackageFile]): Xml => xml('file', { ID: file[0], ...fixity(file[1], about.at) }, xml('FLocat', { ...loose, 'xlink:href': href(file[1]) }));
  const part = (group: Group): Xml => xml('div', { ID: `div-${group.id}`, LABEL: group.use }, ...group.files.filter(({ path }) => path !== 'METS.xml' && path.endsWith('/METS.xml')).map((file) => xml('mptr', { ...loose, 'xlink:href': href(file) })), ...filesIn(group).map(([id]) => xml('fptr', { FILEID: id })));
  return xml('mets', { 'xmlns': 'http://www.loc.gov/METS/', 'xmlns:xlink': 'http://www.w3.org/1999/xlink', 'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS', 'OBJID': about.id, 'LABEL': said(about.label), 'TYPE': 'Mixed', 'PROFILE': 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml', 'csip:CONTENTINFORMATIONTYPE': 'MIXED' },
    xml('metsHdr', { 'CREATEDATE': about.at, 'csip:OAISPACKAGETYPE': 'AIP' }, xml('agent', { ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, xml('name', {}, about.agency)), xml('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, xml('name', {}, 'Một Cửa'), xml('note', { 'csip:NOTETYPE': 'SOFTWARE VERSION' }, layout))),
    ...(described === null ? [] : [xml('dmdSec', { ID: 'dmd-1', CREATED: about.at, STATUS: 'CURRENT' }, reference(described.ead, 'EAD')), xml('amdSec', {}, xml('digiprovMD', { ID: 'digiprov-1', STATUS: 'CURRENT' }, reference(described.premis, 'PREMIS')))]),
    xml('fileSec', { ID: 'files' }, ...groups.map((group) => xml('fileGrp', { ID: group.id, USE: group.use }, ...filesIn(group).map(listed)))),
    xml('structMap', { ID: 'structure', TYPE: 'PHYSICAL', LABEL: 'CSIP' }, xml('div', { ID: 'div-package', LABEL: about.id }, ...(described === null ? [] : [xml('div', { ID: 'div-metadata', LABEL: 'Metadata', DMDID: 'dmd-1', ADMID: 'digiprov-1' })]), ...groups.map(part))));
}

/**
 * Writes the archive package of one dossier (gói lưu trữ): METS over everything, EAD, PREMIS, their schemas, the files as they are, the ledger. The same dossier at the same moment gives the same bytes but for the signature.
 *
 * @param sign - signs the bytes of METS.xml; null: nobody here can sign
 */
export async function writePackage(content: PackageContent, sign: ((mets: Uint8Array) => Promise<Uint8Array>) | null): Promise<Uint8Array> {
  const id = objectId(content.code);
  const rep = 'representations/rep1/';
  const about = { id, label: content.title, at: content.at, agency: content.agency.name };
  const byDocument = new Map(content.lines.map(({ document, no }) => [document, no]));
  const data = content.files.map((file) => packageFile(`${rep}${dataPath(byDocument.get(file.id) ?? 0, file)}`, file.mediaType, file.bytes));
  const kept = [...data, packageFile(`${rep}data/ledger.json`, 'application/json', strToU8(`${JSON.stringify(content.events, null, 1)}\n`))];
  const schemas = Object.entries(packageSchemas).map(([name, bytes]) => packageFile(`schemas/${name}`, 'application/xml', bytes));
  const described = { ead: packageFile('metadata/descriptive/EAD.xml', 'application/xml', xmlBytes(ead(content))), premis: packageFile('metadata/preservation/PREMIS.xml', 'application/xml', xmlBytes(premis(content, kept))) };
  const repMets = packageFile(`${rep}METS.xml`, 'application/xml', xmlBytes(mets({ ...about, id: `${id}:rep1` }, { described: null, groups: [{ id: 'data', use: 'Data', files: kept }], base: rep })));
  const root = xmlBytes(mets(about, { described, groups: [{ id: 'schemas', use: 'Schemas', files: schemas }, { id: 'rep1', use: 'Representations/rep1', files: [repMets, ...kept] }], base: '' }));
  const folder = folderOf(id);
  const signature = sign === null ? {} : { [`${folder}/METS.xml.p7s`]: await sign(root) };
  const files = [described.ead, described.premis, ...schemas, repMets, ...kept];
  return zipSync({ [`${folder}/METS.xml`]: root, ...signature, ...Object.fromEntries(files.map(({ path, bytes }) => [`${folder}/${path}`, bytes])) }, { level: 6, mtime: content.at });
}
