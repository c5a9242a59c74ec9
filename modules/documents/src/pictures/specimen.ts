// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureKind } from './model.ts';

/** Numbers from 0 to 1 that are the same for the same name. */
function numbersOf(name: string): () => number {
  const digest = createHash('sha256').update(name).digest();
  let at = 0;
  return () => (digest[(at++) % digest.length] ?? 0) / 255;
}

/** Loops and a stroke under them: nobody's hand. */
function signature(name: string): string {
  const next = numbersOf(name);
  const loops = Array.from({ length: 5 }, (_, no) => {
    const x = 60 + no * 105;
    return `C ${String(x + 20)} ${String(40 + next() * 50)}, ${String(x + 95 + next() * 30)} ${String(30 + next() * 60)}, ${String(x + 60)} ${String(150 + next() * 30)} S ${String(x + 40)} ${String(210 - next() * 40)}, ${String(x + 105)} ${String(120 + next() * 40)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="260"><rect width="660" height="260" fill="#fdfdfb"/><g fill="none" stroke="#1c1c2e" stroke-linecap="round">
    <path stroke-width="${String(6 + next() * 4)}" d="M 60 150 ${loops.join(' ')}"/><path stroke-width="5" d="M 120 ${String(215 + next() * 15)} Q 340 ${String(180 + next() * 20)}, 620 ${String(205 + next() * 25)}"/></g></svg>`;
}

/** Two rings, a star and the word «MẪU», drawn by strokes so that no font of the machine counts. */
function seal(): string {
  const star = Array.from({ length: 10 }, (_, no) => {
    const [angle, far] = [Math.PI * (no / 5 - 0.5), no % 2 === 0 ? 105 : 42];
    return `${String(360 + far * Math.cos(angle))},${String(250 + far * Math.sin(angle))}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="720"><rect width="720" height="720" fill="#fff"/><g fill="none" stroke="#d2202f" stroke-linejoin="round" stroke-linecap="round">
    <circle cx="360" cy="360" r="338" stroke-width="14"/><circle cx="360" cy="360" r="240" stroke-width="7"/><circle cx="360" cy="360" r="318" stroke-width="4"/>
    <polygon points="${star.join(' ')}" fill="#d2202f" stroke-width="1"/>
    <g stroke-width="15"><path d="M 215 520 L 215 420 L 255 480 L 295 420 L 295 520"/><path d="M 325 520 L 365 420 L 405 520 M 340 485 L 390 485"/><path stroke-width="8" d="M 345 404 L 365 390 L 385 404 M 343 380 Q 354 366, 365 376 T 387 372"/><path d="M 437 420 L 437 485 Q 440 520, 471 520 T 505 485 L 505 420"/></g>
  </g></svg>`;
}

/**
 * A made-up picture for demonstrations and tests, on white like a scan: strokes that are nobody's signature, the same for the same name; or a seal that says «MẪU».
 */
export async function specimenPicture(kind: PictureKind, name: string): Promise<Uint8Array> {
  return new Uint8Array(await sharp(Buffer.from(kind === 'seal' ? seal() : signature(name))).flatten({ background: '#fff' }).removeAlpha().png().toBuffer());
}
