// SPDX-License-Identifier: EUPL-1.2
import { toSVG } from 'bwip-js/node';

/** A QR code as SVG, without a quiet zone: whoever places it leaves four modules free around it. Error correction M. */
export function qrSvg(text: string): string {
  return toSVG({ bcid: 'qrcode', text, scale: 1 });
}

/** A Code 128 bar code as SVG, bars only: the text below it is set by the paper's own type. */
export function code128Svg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, scale: 1, includetext: false });
}
