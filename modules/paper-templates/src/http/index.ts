// SPDX-License-Identifier: EUPL-1.2
/** Routes of forms on paper and of paper templates. */
export { eformRoutes } from './eforms.ts';
export { templateRoutes } from './templates.ts';
