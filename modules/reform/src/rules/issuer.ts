// SPDX-License-Identifier: EUPL-1.2

/**
 * Who published by a decision: the province, or a body it delegated to. The symbol of the paper says so: «40/QĐ-UBND» is the province's own, «12/QĐ-SNV» is not.
 *
 * @legal nd-63-2010/d15
 */
export const issuerOf = (decision: string | null): 'province' | 'delegated' => (decision === null || !/QĐ/u.test(decision) || /QĐ-UBND/u.test(decision) ? 'province' : 'delegated');
