// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { renderPaper } from './paper/render.ts';

/** How a picture of a paper came out. `turned`: degrees; `blurred`: sigma in pixels; `noise`: sigma of grey levels; `light`: 1 as it is, less is darker. */
export type Photograph = { readonly dpi: number; readonly turned?: number; readonly blurred?: number; readonly noise?: number; readonly light?: number; readonly quality?: number };

const run = promisify(execFile);
const at = Temporal.Instant.from('2026-01-05T00:00:00Z');

/** A paper as a scanner or a telephone gives it, JPEG: lines of text on A4, the first in bold at the middle. */
export async function photographOf(lines: readonly string[], { dpi, turned = 0, blurred = 0, noise = 0, light = 1, quality = 80 }: Photograph): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-photograph-'));
  try {
    const pdf = await renderPaper({ template: '#set page(paper: "a4", margin: 25mm)\n#set text(font: "Tinos", lang: "vi", size: 15pt)\n#let lines = json(bytes(sys.inputs.data)).lines\n#align(center)[*#lines.at(0)*]\n#for line in lines.slice(1) [#line #parbreak()]', data: { lines }, standard: 'a-2b', at });
    await writeFile(path.join(folder, 'p.pdf'), pdf);
    await run('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', path.join(folder, 'p.pdf'), path.join(folder, 'p')]);
    const page = sharp(await readFile(path.join(folder, 'p.png'))).rotate(turned, { background: '#d8d4cc' }).linear(light, 0);
    const seen = blurred === 0 ? page : page.blur(blurred);
    const { info, data } = await seen.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const picture = sharp(data, { raw: info });
    const spoilt = noise === 0 ? picture : picture.composite([{ input: { create: { width: info.width, height: info.height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: noise } } }, blend: 'soft-light' }]);
    return new Uint8Array(await spoilt.jpeg({ quality }).withMetadata({ density: dpi }).toBuffer());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
