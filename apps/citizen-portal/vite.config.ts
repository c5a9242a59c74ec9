// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const base = '/assets/cong/';
const manifest = here('dist/client/.vite/manifest.json');

/** Gives the server build the hashed addresses of the client build that went before it. */
const hashedAssets: Plugin = {
  name: 'motcua:assets',
  resolveId: (id) => id === 'virtual:assets' ? '\0virtual:assets' : null,
  load: (id) => id === '\0virtual:assets' ? `export const assets = ${JSON.stringify(addresses())};` : null,
};

const officerPrefixes = ['counter', 'act-effect', 'act-field', 'key', 'sign', 'bulk', 'hand-over', 'judge', 'demo', 'sign-in', 'find', 'pay-way', 'post', 'parcel-stage', 'papers', 'transfers', 'decline-reason', 'check-log'];
const isOfficerWord = (id: string): boolean => officerPrefixes.includes(id.split('.')[0] ?? '');

/** Leaves the words of officers' screens out of what citizens load; a screen here that needs one of them stops the build. */
const citizenWords: Plugin = {
  name: 'motcua:citizen-words',
  enforce: 'pre',
  transform: (code, id) => {
    if (id.endsWith('/i18n/src/vi.json')) {
      const words: Readonly<Record<string, string>> = JSON.parse(code);
      return { code: JSON.stringify(Object.fromEntries(Object.entries(words).filter(([word]) => !isOfficerWord(word)))), map: null };
    }
    const used = /\/(?:citizen-portal|ui|web-kit)\/src\/.*\.tsx?$/u.test(id) ? [...code.matchAll(/['"`](?<word>[a-z-]+\.[a-z$][\w.${}-]*)['"`]/gu)].map(({ groups }) => groups?.['word'] ?? '').filter(isOfficerWord) : [];
    if (used.length > 0) throw new Error(`${id} uses ${used.join(', ')}: these words stay with the officers. Take their prefix out of officerPrefixes in apps/citizen-portal/vite.config.ts.`);
    return null;
  },
};

type Entry = { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] };

function addresses(): Readonly<Record<string, string>> {
  if (!existsSync(manifest)) throw new Error('Build the client before the server: tools/build-web.ts does both.');
  const entries: Readonly<Record<string, Entry>> = JSON.parse(readFileSync(manifest, 'utf8'));
  const at = (file: string | undefined): string => base + (file ?? '');
  const style = entries['src/public/style.ts'];
  return {
    style: at(style?.css?.[0]),
    font: at(style?.assets?.find((file) => file.includes('be-vietnam-pro-400'))),
    mark: at(entries['src/public/mark.svg']?.file),
    publicScript: at(entries['src/public/appearance.ts']?.file),
    appScript: at(entries['src/main.tsx']?.file),
    checkScript: at(entries['src/check/main.tsx']?.file),
    offlineWorker: at(entries['src/public/offline-worker.ts']?.file),
  };
}

/** One configuration, two builds: what the browser loads, and what makes the public pages on the server (`--ssr src/pages/server.ts`). */
export default defineConfig(({ isSsrBuild }) => ({
  root: here('.'),
  base,
  logLevel: 'warn',
  plugins: [react(), hashedAssets, ...(isSsrBuild === true ? [] : [citizenWords])],
  build: isSsrBuild === true
    ? { outDir: here('dist/server'), emptyOutDir: true, minify: false, target: 'node20', ssr: true, rolldownOptions: { input: { render: here('src/pages/server.ts') } } }
    : {
      outDir: here('dist/client'), emptyOutDir: true, chunkSizeWarningLimit: 700, manifest: true, assetsDir: '', assetsInlineLimit: 0, modulePreload: { polyfill: false },
      rolldownOptions: { input: [here('src/public/style.ts'), here('src/public/appearance.ts'), here('src/public/mark.svg'), here('src/main.tsx'), here('src/check/main.tsx'), here('src/public/offline-worker.ts')] },
    },
  ssr: { noExternal: true },
  // Without this the server would carry React's slow development build.
  define: { 'process.env.NODE_ENV': '"production"' },
}));
