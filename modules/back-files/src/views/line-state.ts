// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from '@motcua/db-kit';
import type { LineState } from '../contract.ts';

/** Lines with everything that says where they stand; `l` is the line. */
export const standing: RawBuilder<unknown> = sql`back_files.line l left join back_files.line_end e on e.batch_id = l.batch_id and e.no = l.no
  left join back_files.part p on p.batch_id = l.batch_id and p.line_no = l.no and p.aside_reason is null`;

/** Where a line stands. */
export const stateOf: RawBuilder<LineState> = sql`case when e.way is not null then e.way when l.paper is null then 'bad' when p.id is null then 'waiting'
  when exists (select from back_files.comparison c where c.batch_id = l.batch_id and c.no = l.no and c.version = l.version and c.part_id = p.id) then 'compared' else 'scanned' end`;
