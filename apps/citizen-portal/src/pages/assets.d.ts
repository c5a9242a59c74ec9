// SPDX-License-Identifier: EUPL-1.2
declare module 'virtual:assets' {
  export const assets: import('./frame.tsx').Assets;
}
declare module '*.css';
