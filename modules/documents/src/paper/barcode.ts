// SPDX-License-Identifier: EUPL-1.2
import { toSVG } from 'bwip-js/node';
import encodeQR from 'qr';

// Rows that only touch show hairlines on screens: each reaches a little into the next.
const rowHeight = '1.03';

/** The dark runs of a row as closed figures. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const end = row.indexOf(false, x);
    const width = (end === -1 ? row.length : end) - x;
    path += `M${String(x)} ${String(y)}h${String(width)}v${rowHeight}h-${String(width)}z`;
    x += width;
  }
  return path;
}

/** A QR code as SVG, without a quiet zone: whoever places it leaves four modules free around it. Error correction M (15 %). */
export function qrSvg(text: string): string {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const modules = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  const side = String(modules.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${modules.map(runsOf).join('')}"/></svg>`;
}

/** A Code 128 bar code as SVG, bars only: the text below it is set by the paper's own type. */
export function code128Svg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, scale: 1, includetext: false });
}
