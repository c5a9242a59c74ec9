// SPDX-License-Identifier: EUPL-1.2
export { archivedRoutes } from './archived.ts';
export { batchRoutes } from './batches.ts';
export { destructionRoutes } from './destructions.ts';
