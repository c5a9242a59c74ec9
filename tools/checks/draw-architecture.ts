// SPDX-License-Identifier: EUPL-1.2
/** `node tools/checks/draw-architecture.ts --write`: draws the picture of docs/architecture.md from architecture.mjs. The checks compare the two. */
import fs from 'node:fs';
import path from 'node:path';
import { layers, mayImport } from '../../architecture.mjs';
import { type Check, fixture, read, root } from './check.ts';

const names = ['packages: không biết ai dùng mình', 'bản soạn: không biết soạn gì', 'nền: không biết nhau', 'kỹ năng', 'danh mục', 'trung tâm', 'integrations: hệ thống ngoài', 'apps: chương trình chạy được'];
const begin = '<!-- picture: drawn by tools/checks/draw-architecture.ts -->';
const end = '<!-- end of picture -->';

/** The picture as mermaid and as a table: arrows point to what a module may import. */
export function picture(): string {
  const boxes = layers.map((layer, at) => [`  subgraph L${at}["${names[at] ?? ''}"]`, ...layer.map((name) => `    ${name}`), '  end'].join('\n')).toReversed();
  const arrows = Object.entries(mayImport).flatMap(([module, others]) => others.map((other) => `  ${module} --> ${other}`));
  const rows = Object.entries(mayImport).map(([module, others]) => `| \`${module}\` | ${others.length === 0 ? '–' : others.map((other) => `\`${other}\``).join(', ')} |`);
  return [begin, '', '```mermaid', 'flowchart TB', ...boxes, ...arrows, '```', '', '| Module | Được dùng |', '|---|---|', ...rows, '', end].join('\n');
}

/** Faults of a page whose picture is not the table's. */
export function differs(page: string): readonly string[] {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to === -1) return ['docs/architecture.md: no picture between its two marks'];
  return page.slice(from, to + end.length) === picture() ? [] : ['docs/architecture.md: the picture is not the one of architecture.mjs. Run: node tools/checks/draw-architecture.ts --write'];
}

export const pictureCheck: Check = {
  name: 'the picture of the architecture is drawn from the table',
  faults: () => differs(read('docs/architecture.md')),
  onBroken: () => differs(fixture('architecture.md')),
};

if (process.argv.includes('--write')) {
  const file = path.join(root, 'docs/architecture.md');
  const page = fs.readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  fs.writeFileSync(file, page.slice(0, from) + picture() + page.slice(to + end.length));
}
