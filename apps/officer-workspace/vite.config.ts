// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/assets/lam-viec/',
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: here('dist/client'), emptyOutDir: true, chunkSizeWarningLimit: 700, assetsDir: '', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
