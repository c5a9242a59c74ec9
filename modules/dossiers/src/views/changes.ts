// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { getEform } from '@motcua/eforms';
import type { OfficerDossier } from '../contract.ts';
import type { AskedChange, Dossier } from '../model.ts';

const partyWords: Readonly<Record<string, string>> = { kind: 'Loại chủ hồ sơ', name: 'Họ tên', personalId: 'Số định danh', birthDate: 'Ngày sinh', address: 'Địa chỉ', phone: 'Điện thoại', email: 'Thư điện tử' };

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'để trống';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value.text;
  return JSON.stringify(value);
}

const valueOf = (from: object, name: string): unknown => Object.entries(from).find(([key]) => key === name)?.[1];

/** What each named thing was and would be; of a change that was decided only what it asked for, since the dossier has moved on. */
function linesOf(dossier: Dossier, change: AskedChange, titleOf: (name: string) => string): OfficerDossier['changes'][number]['lines'] {
  return change.changed.map((name) => {
    const own = name.startsWith('applicant.') ? name.slice('applicant.'.length) : null;
    const [before, after] = own === null ? [dossier.answers[name], change.answers[name]] : [valueOf(dossier.applicant, own), valueOf(change.applicant, own)];
    return { name: own === null ? titleOf(name) : partyWords[own] ?? own, before: change.decision === null ? shown(before) : '', after: shown(after) };
  });
}

/** Changes after acceptance that were put to a second officer, newest first, in the words of the form. */
export async function changesView(db: Db, dossier: Dossier): Promise<OfficerDossier['changes']> {
  const { changes = [] } = dossier;
  if (changes.length === 0) return [];
  const properties: unknown = (await getEform(db, dossier.eform.key, dossier.eform.version))?.schema['properties'];
  const titleOf = (name: string): string => {
    const field: unknown = typeof properties === 'object' && properties !== null ? valueOf(properties, name) : undefined;
    const title: unknown = typeof field === 'object' && field !== null ? valueOf(field, 'title') : undefined;
    return typeof title === 'string' ? title : name;
  };
  return changes.map((change) => ({
    id: change.id, reason: change.reason, at: change.at, who: change.by.name, lines: linesOf(dossier, change, titleOf),
    decision: change.decision === null ? null : { granted: change.decision.granted, reason: change.decision.reason, at: change.decision.at, who: change.decision.by.name },
  })).toReversed();
}
