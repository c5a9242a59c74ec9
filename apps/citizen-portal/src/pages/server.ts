// SPDX-License-Identifier: EUPL-1.2
import { assets } from 'virtual:assets';
import { pageRenderer } from './render.tsx';

/** What the server calls for a public page; built into `dist/server/render.js`. */
export const renderPage = pageRenderer(assets);
