// SPDX-License-Identifier: EUPL-1.2
import { scanToMend } from '@motcua/documents';
import { officeDay, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import type { WorkingPaperDigitised } from '../contract/working-papers.ts';
import { isAbout, workingCode, workingTitles } from '../lifecycle/working-papers.ts';
import { findScan } from '../store/scans.ts';
import { digitisedFile } from './digitised-file.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';

type Body = Omit<z.infer<typeof WorkingPaperDigitised>, 'clientKey' | 'version'>;

/**
 * Số hóa ý kiến, kết quả xác minh trên giấy: compared with the paper like any other, one signed PDF/A of two layers, with who signed the paper, when, its number and what it says.
 *
 * @error scan-unknown, fields-to-mend, no-certificate
 * @legal nd-118-2025/d19k3
 */
export const digitiseWorking = (ctx: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> => signingOutside(ctx, digitisingWorking(asked));

/** The same, for who signs with a key that is not kept here. */
export function digitisingWorking(asked: Asked & { readonly body: Body }): SigningAct<ActDone> {
  return { act: (ctx) => perform(ctx, asked, 'digitise', async (situation) => {
    const { tx, to, dossier, at } = situation;
    const { scan: id, pagesOnPaper, ...said } = asked.body;
    const scan = await findScan(tx, dossier.id, id);
    if (scan === undefined || scan.working === null || !isAbout(dossier, scan.working)) return refuse({ code: 'scan-unknown' });
    const fields = [
      ...scanToMend({ pagesOnPaper, bearsNotes: false, withNotes: null }, scan, undefined),
      ...(said.signedOn > officeDay(at).toString() ? [{ path: 'signedOn', label: 'Ngày ký', text: 'Ngày ký ở sau hôm nay. Xem lại trên giấy.' }] : []),
    ];
    if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
    const { kind, about } = scan.working;
    const { no, code } = workingCode(dossier);
    const made = await digitisedFile(ctx, situation, { scan, code, title: workingTitles[kind], suffix: '' });
    return made.ok ? ok([{ type: 'working-paper-digitised', data: { to, kind, workingPaper: { ...said, no, code, about, pages: scan.pages.length, file: made.value } } }]) : made;
  }) };
}
