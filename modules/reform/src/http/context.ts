// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Clock } from '@motcua/kernel';

/** What the routes of control work with. `province`: code of the province's own agency. */
export type ReformContext = { readonly db: Db; readonly clock: Clock; readonly province: string; readonly demonstration: boolean };
