// SPDX-License-Identifier: EUPL-1.2
import { type Xml, xml, xmlBytes } from '@motcua/xml-kit';
import type { BatchView } from '../contract.ts';
import { objectId } from './write-package.ts';

/** EAD of a whole batch (EAD của đợt nộp lưu): one series, a file for every dossier with its days, retention and the hash of its package; names nobody. */
export function batchEad({ number, agency, agencyName, given, received, items }: BatchView): Uint8Array {
  const file = ({ code, procedure, endedOn, documents, bytes, sha256, retention, keptUntil }: BatchView['items'][number]): Xml => xml('c', { level: 'file' },
    xml('did', {}, xml('unitid', {}, code), xml('unittitle', {}, procedure), xml('unitdate', { normal: endedOn }, endedOn), xml('physdesc', {}, `${String(documents)} văn bản`), xml('unitid', { localtype: 'package' }, objectId(code)), xml('unitid', { localtype: 'sha256' }, sha256), xml('physdesc', { localtype: 'bytes' }, String(bytes))),
    xml('appraisal', {}, xml('p', {}, `Thời hạn bảo quản: ${retention}${keptUntil === null ? '' : `, đến hết ${keptUntil}`}.`)));
  const days = items.map(({ endedOn }) => endedOn).toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return xmlBytes(xml('ead', { xmlns: 'http://ead3.archivists.org/schema/' },
    xml('control', {}, xml('recordid', {}, `urn:motcua:nop-luu:${agency}:${number}`), xml('filedesc', {}, xml('titlestmt', {}, xml('titleproper', {}, `Mục lục hồ sơ nộp lưu số ${number}`))), xml('maintenancestatus', { value: 'new' }), xml('maintenanceagency', {}, xml('agencyname', {}, agencyName)),
      xml('maintenancehistory', {}, xml('maintenanceevent', {}, xml('eventtype', { value: 'created' }), xml('eventdatetime', {}, given.at), xml('agenttype', { value: 'human' }), xml('agent', {}, given.by)),
        ...(received === null ? [] : [xml('maintenanceevent', {}, xml('eventtype', { value: 'updated' }), xml('eventdatetime', {}, received.at), xml('agenttype', { value: 'human' }), xml('agent', {}, received.by))]))),
    xml('archdesc', { level: 'series' },
      xml('did', {}, xml('unitid', {}, number), xml('unittitle', {}, `Hồ sơ thủ tục hành chính của ${agencyName}, nộp lưu số ${number}`), xml('unitdate', { normal: `${first}/${last}` }, `${first} – ${last}`), xml('repository', {}, xml('corpname', { identifier: agency }, xml('part', {}, agencyName))), xml('physdesc', {}, `${String(items.length)} hồ sơ`)),
      xml('dsc', {}, ...items.map(file)))));
}
