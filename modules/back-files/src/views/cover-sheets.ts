// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { qrSvg, renderPaper } from '@motcua/documents';
import { cleanText, type Officer } from '@motcua/kernel';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import type { OldPaper } from '../rules/line.ts';
import { coverText } from '../rules/split-scan.ts';
import { findBatch, numberOf } from '../store/batches.ts';
import { missingScans, standing, stateOf } from './line-state.ts';

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#for (at, s) in d.sheets.enumerate() {
  if at > 0 { pagebreak() }
  align(center)[
    #text(size: 20pt, weight: "bold")[TỜ ĐẦU, dòng #s.no]
    #if s.kind != "" { linebreak(); text(size: 16pt, weight: "bold", s.kind) }
    #v(1em)
    #image(bytes(s.qr), format: "svg", width: 75mm, alt: "Mã QR của dòng")
    #v(1em)
    #d.number
  ]
  v(1em)
  for fact in s.facts { par[#strong(fact.at(0)): #fact.at(1)] }
  v(1em)
  par[Đặt tờ này trước các trang của giấy rồi quét chung. Tờ này không vào bản số hóa.]
}`;

const mostSheets = 200;

/** Which scan a sheet is for, where a paper has two. */
const kindOf = (scan: 'scan' | 'with-notes', { bearsNotes }: OldPaper): string => (!bearsNotes ? '' : scan === 'scan' ? 'bản che ghi chú' : 'bản có ghi chú');

/** Tờ đầu: a sheet with the code of each scan a line waits for, to be laid before its pages; undefined when there is none. */
export async function coverSheets(ctx: BackFileContext, { officer, id, from = 1, to = 1_000_000 }: { readonly officer: Officer; readonly id: string; readonly from?: number | undefined; readonly to?: number | undefined }): Promise<{ readonly agency: string; readonly owners: readonly string[]; readonly pdf: Uint8Array } | undefined> {
  const batch = await findBatch(ctx.db, id, backFileDesks(officer));
  if (batch === undefined) return undefined;
  const { rows } = await sql<{ no: number; paper: OldPaper; missing: readonly ('scan' | 'with-notes')[] }>`select l.no, l.paper, ${missingScans} as missing from ${standing} where l.batch_id = ${id}::uuid and ${stateOf} = 'waiting' and l.no between ${from} and ${to} order by l.no limit ${mostSheets}`.execute(ctx.db);
  if (rows.length === 0) return undefined;
  const sheets = rows.flatMap(({ no, paper, missing }) => missing.map((scan) => ({
    no, kind: kindOf(scan, paper), qr: qrSvg(coverText(id, { line: no, withNotes: scan === 'with-notes' })),
    facts: [['Loại giấy', paper.kindName], ['Số giấy', paper.number], ['Mã hồ sơ cũ', paper.oldCode], ['Chủ giấy', paper.ownerName]].flatMap(([term, value]) => (term == null || value == null ? [] : [[term, cleanText(value)]])),
  })));
  const pdf = await renderPaper({ template, data: { title: `Tờ đầu của lô ${numberOf(batch)}`, number: numberOf(batch), sheets }, standard: 'a-2b', at: ctx.clock.now() });
  return { agency: batch.agency, owners: [...new Set(rows.map(({ paper }) => paper.owner.ref))], pdf };
}
