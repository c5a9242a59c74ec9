// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, SecretPaper } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

type Body = Omit<z.infer<typeof SecretPaper>, 'clientKey' | 'version'>;

/**
 * Ghi tài liệu mật: a component that holds a state secret stays outside the system. Its number, day and level, who keeps it where, and the way it travels are written; no file is.
 *
 * @error fields-to-mend - no such component, or a day to come; secret-has-files - somebody sent a file of it before
 * @legal nd-118-2025/d18
 */
export function recordSecret(ctx: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'record-secret', ({ at, to, dossier }) => {
    const { paperNo, number, issuedOn, level, keeper, venue, way } = asked.body;
    const paper = dossier.papers.find(({ no }) => no === paperNo);
    const fields = [
      ...(paperNo !== null && paper === undefined ? [{ path: 'paperNo', label: 'Giấy tờ', text: 'Hồ sơ không có giấy với số này. Chọn giấy trong danh sách.' }] : []),
      ...(issuedOn > officeDay(at).toString() ? [{ path: 'issuedOn', label: 'Ngày của tài liệu', text: 'Ngày chưa đến. Ghi ngày trên tài liệu.' }] : []),
    ];
    if (fields.length > 0) return Promise.resolve(refuse({ code: 'fields-to-mend', fields }));
    if (paper !== undefined && paper.documents.length > 0) return Promise.resolve(refuse({ code: 'secret-has-files', name: paper.name }));
    const no = paperNo ?? Math.max(0, ...dossier.papers.map((one) => one.no)) + 1;
    return Promise.resolve(ok([{ type: 'secret-recorded', data: { to, secret: { no, number, issuedOn, level, keeper, venue, way } } }]));
  });
}
