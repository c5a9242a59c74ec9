// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from '@motcua/db-kit';
import type { LineState } from '../contract.ts';

/** Lines with everything that says where they stand; `l` is the line, `p` its scan, `q` the second one with the notes. */
export const standing: RawBuilder<unknown> = sql`back_files.line l left join back_files.line_end e on e.batch_id = l.batch_id and e.no = l.no
  left join back_files.part p on p.batch_id = l.batch_id and p.line_no = l.no and not p.with_notes and p.aside_reason is null
  left join back_files.part q on q.batch_id = l.batch_id and q.line_no = l.no and q.with_notes and q.aside_reason is null`;

const bearsNotes = sql`coalesce((l.paper ->> 'bearsNotes')::boolean, false)`;

/** Which scans a line waits for. */
export const missingScans: RawBuilder<readonly ('scan' | 'with-notes')[]> = sql`array_remove(array[case when p.id is null then 'scan' end, case when ${bearsNotes} and q.id is null then 'with-notes' end], null)`;

/** Whether a comparison is of the line and its scans as they stand; `c` is the comparison. */
export const isOfNow: RawBuilder<boolean> = sql`(c.batch_id = l.batch_id and c.no = l.no and c.version = l.version and c.part_id = p.id and c.notes_part_id is not distinct from q.id)`;

/** Where a line stands. */
export const stateOf: RawBuilder<LineState> = sql`case when e.way is not null then e.way when l.paper is null then 'bad' when p.id is null or (${bearsNotes} and q.id is null) then 'waiting'
  when exists (select from back_files.comparison c where ${isOfNow}) then 'compared' else 'scanned' end`;
