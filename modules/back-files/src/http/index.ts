// SPDX-License-Identifier: EUPL-1.2
export { batchRoutes } from './batches.ts';
export { scanRoutes } from './scans.ts';
export { lineRoutes } from './lines.ts';
export { noticeRoutes } from './notices.ts';
export { cleansingRoutes } from './cleansing.ts';
