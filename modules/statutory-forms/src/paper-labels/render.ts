// SPDX-License-Identifier: EUPL-1.2
import { code128Svg, qrSvg, renderPaper } from '@motcua/documents';
import { cleanText } from '@motcua/kernel';
import { templateNamed } from '../paper/print.ts';

/** Longest name a label has room for. */
const longest = 90;

const short = (name: string): string => (name.length <= longest ? name : `${name.slice(0, longest - 1)}…`);

/**
 * Nhãn mã vạch cho giấy gốc as PDF/A, A4, three labels in a row: one for each paper handed in, with its barcode for the counter and a code anybody can check. The layout is ours.
 *
 * @legal nd-118-2025/d18
 */
export function renderPaperLabels({ madeAt, demonstration, labels }: { readonly madeAt: Temporal.Instant; readonly demonstration: boolean; readonly labels: readonly { readonly label: string; readonly name: string; readonly verifyUrl: string }[] }): Promise<Uint8Array> {
  const data = { demonstration, dossierCode: '', qr: null, labels: labels.map(({ label, name, verifyUrl }) => ({ label, qr: qrSvg(verifyUrl), name: short(cleanText(name)), bars: code128Svg(label) })) };
  return renderPaper({ template: templateNamed('paper-labels'), data, standard: 'a-2b', at: madeAt });
}
