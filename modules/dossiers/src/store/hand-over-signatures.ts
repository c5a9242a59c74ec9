// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '@motcua/documents';
import { type Db, sql } from '@motcua/db-kit';

export type HandOverSide = 'giver' | 'receiver';
/** Where on the slip each side signs. */
export type SlipPlaces = Readonly<Partial<Record<HandOverSide, Place>>>;
/** A side's signature on a slip. `documentId`: the file with it and with what was signed before. */
export type HandOverSignature = { readonly noteId: string; readonly side: HandOverSide; readonly documentId: string; readonly places: SlipPlaces; readonly officer: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant };

type Row = Omit<HandOverSignature, 'officer'> & { readonly officerId: string; readonly officerName: string };

/** The signatures on some slips, the giver's before the receiver's. */
export async function signaturesOn(db: Db, noteIds: readonly string[]): Promise<readonly HandOverSignature[]> {
  if (noteIds.length === 0) return [];
  const { rows } = await sql<Row>`select note_id as "noteId", side, document_id as "documentId", places, officer_id as "officerId", officer_name as "officerName", at from dossiers.hand_over_signature where note_id = any(${[...noteIds]}::uuid[]) order by note_id, side`.execute(db);
  return rows.map(({ officerId, officerName, ...row }) => ({ ...row, officer: { id: officerId, name: officerName } }));
}

/** Writes a signature down. @throws when this side has signed before: the caller holds the lock of the note and has looked */
export async function addSignature(tx: Db, { noteId, side, documentId, places, officer, at }: HandOverSignature): Promise<void> {
  await sql`insert into dossiers.hand_over_signature (note_id, side, document_id, places, officer_id, officer_name, at)
    values (${noteId}, ${side}, ${documentId}, ${JSON.stringify(places)}::jsonb, ${officer.id}, ${officer.name}, ${at.toString()})`.execute(tx);
}

/** A dossier on a note: who gave its papers, and what the receiver answered; `answer` null: not yet. */
export type NoteLine = {
  readonly dossierId: string; readonly count: number; readonly stay: number; readonly at: Temporal.Instant; readonly by: string; readonly byId: string;
  readonly answer: { readonly received: boolean; readonly at: Temporal.Instant; readonly by: string; readonly byId: string } | null;
};

type LineRow = Omit<NoteLine, 'answer'> & { readonly answer: string | null; readonly answeredAt: Temporal.Instant | null; readonly answeredBy: string | null; readonly answeredById: string | null };

/** The dossiers of a note in the order they were put on it, with what came of each. */
export async function noteLines(db: Db, id: string): Promise<readonly NoteLine[]> {
  const { rows } = await sql<LineRow>`select s.dossier_id as "dossierId", (s.data ->> 'count')::int as count, coalesce(jsonb_array_length(s.data -> 'stay'), 0) as stay, s.at, s.actor ->> 'name' as by, s.actor ->> 'id' as "byId",
      a.type as answer, a.at as "answeredAt", a.actor ->> 'name' as "answeredBy", a.actor ->> 'id' as "answeredById"
    from dossiers.event s left join lateral (select e.type, e.at, e.actor from dossiers.event e where e.dossier_id = s.dossier_id and e.seq > s.seq and e.type in ('papers-received', 'papers-sent-back') order by e.seq limit 1) a on true
    where s.type = 'papers-sent' and s.data -> 'note' ->> 'id' = ${id} order by s.at, s.dossier_id`.execute(db);
  return rows.map(({ answer, answeredAt, answeredBy, answeredById, ...row }) => ({ ...row, answer: answer === null || answeredAt === null ? null : { received: answer === 'papers-received', at: answeredAt, by: answeredBy ?? '', byId: answeredById ?? '' } }));
}

/** Whose papers a note is about: the codes of its dossiers. */
export async function dossiersOnNote(db: Db, id: string): Promise<readonly { readonly code: string }[]> {
  return (await sql<{ code: string }>`select d.code from dossiers.event s join dossiers.dossier d on d.id = s.dossier_id where s.type = 'papers-sent' and s.data -> 'note' ->> 'id' = ${id}`.execute(db)).rows;
}

/** A note in the list of those of the last weeks. */
export type NoteRow = { readonly id: string; readonly number: string; readonly from: string; readonly to: string; readonly at: Temporal.Instant; readonly dossiers: number; readonly answered: number; readonly givers: readonly string[]; readonly receivers: readonly string[]; readonly giver: string; readonly receiver: string | null };

/** The notes between some agencies and others since an instant, newest first. Served by event_hand_over_recent. */
export async function notesSince(db: Db, { from, to, since, limit }: { readonly from: readonly string[]; readonly to: readonly string[]; readonly since: Temporal.Instant; readonly limit: number }): Promise<readonly NoteRow[]> {
  const { rows } = await sql<NoteRow>`select s.data -> 'note' ->> 'id' as id, min(s.data -> 'note' ->> 'number') as number, min(s.data -> 'note' ->> 'from') as from, min(s.data -> 'note' ->> 'to') as to, min(s.at) as at,
      count(*)::int as dossiers, count(a.type)::int as answered, array_agg(distinct s.actor ->> 'id') as givers, coalesce(array_agg(distinct a.actor ->> 'id') filter (where a.type is not null), '{}') as receivers, min(s.actor ->> 'name') as giver, max(a.actor ->> 'name') as receiver
    from dossiers.event s left join lateral (select e.type, e.actor from dossiers.event e where e.dossier_id = s.dossier_id and e.seq > s.seq and e.type in ('papers-received', 'papers-sent-back') order by e.seq limit 1) a on true
    where s.type = 'papers-sent' and s.at >= ${since.toString()} and (s.data -> 'note' ->> 'from' = any(${[...from]}::text[]) or s.data -> 'note' ->> 'to' = any(${[...to]}::text[]))
    group by 1 order by min(s.at) desc, 1 limit ${limit}`.execute(db);
  return rows;
}
