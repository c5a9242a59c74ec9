// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Where a page goes on: an opaque text made from the last row's key. */
export const Keyset = z.string().max(400).optional().describe('value of `next` of the page before');

/** Query of a paged list. */
export const pageQuery = z.object({ after: Keyset });
