// SPDX-License-Identifier: EUPL-1.2
/** The press: a process of its own that lays out papers. Started by `render.ts`; ends when its parent does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Places, type PressAnswer, PressJob } from './job.ts';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const fontOf = (face: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));
// A place that is nowhere on the disk: what a template names must have been handed in with it.
const folder = '/khong-co-tren-dia';
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: faces.map(fontOf) }] });

// Typst remembers layouts between papers and never forgets by itself.
const papersBetweenForgetting = 20;
let printed = 0;

/** The engine's errors carry what it has to say in `code`. */
const saidBy = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : String(fault);

function print({ id, template, data, standard, seconds, withPlaces, files }: PressJob): PressAnswer {
  const source = { mainFileContent: template, inputs: { data } };
  const names = Object.keys(files).map((name) => path.join(folder, name));
  try {
    for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(path.join(folder, name), Buffer.from(bytes));
    const pdf = new Uint8Array(compiler.pdf(source, { pdfStandard: standard, creationTimestamp: seconds }));
    const places = withPlaces ? Places.parse(compiler.query(source, { selector: '<place>', field: 'value' })) : [];
    return { id, pdf, places };
  } catch (fault) {
    return { id, fault: saidBy(fault) };
  } finally {
    for (const name of names) compiler.unmapShadow(name);
  }
}

process.on('message', (message) => {
  const answer = print(PressJob.parse(message));
  printed += 1;
  if (printed % papersBetweenForgetting === 0) compiler.evictCache(0);
  process.send?.(answer);
});
