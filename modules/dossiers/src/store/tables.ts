// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { PeriodKey, PeriodUnit } from '../clock/periods.ts';
import type { ActDone, DraftContent } from '../contract.ts';
import type { Doer } from '../model.ts';
import type { MemberAnswers } from './linked-members.ts';
import type { DraftApplicantColumns } from './joint-drafts.ts';
import type { NumberSeriesColumns } from './number-series.ts';
import type { DossierRowColumns, SealUseColumns, TaskRowColumns } from './rows.ts';

type Instants<Row, Keys extends keyof Row> = Omit<Row, Keys> & { [Key in Keys]: null extends Row[Key] ? Instant | null : Instant };

export type DossierTables = {
  'dossiers.event': { dossier_id: string; seq: number; at: Instant; type: string; actor: Json<Doer>; data: Json<unknown>; previous_hash: Buffer | null; hash: Buffer };
  'dossiers.dossier': Instants<DossierRowColumns, 'submitted_at' | 'accepted_at' | 'owed_at' | 'due_soon_at' | 'stopped_since' | 'decided_at' | 'ended_at' | 'answer_due_at' | 'opinion_due_at' | 'asked_at' | 'papers_due_at' | 'transfer_answer_by'>;
  'dossiers.task': Instants<TaskRowColumns, 'created_at' | 'due_at'>;
  'dossiers.seal_use': Instants<SealUseColumns, 'used_at'>;
  'dossiers.act_key': { key: string; dossier_id: string; answer: Json<ActDone>; at: Instant };
  'dossiers.counter': { agency: string; series: string; period: string; last: number };
  'dossiers.number_series': NumberSeriesColumns;
  'dossiers.code_mask': { valid_from: string; mask: string; legal: string };
  'dossiers.period': { key: PeriodKey; procedure_code: string | null; valid_from: string; valid_until: string | null; value: string; unit: PeriodUnit };
  'dossiers.linked_member': { group_code: string; node: string; valid_from: string; procedure_code: string; circumstance: string | null; agency: string; answers: Json<MemberAnswers>; own: boolean; legal: string };
  'dossiers.book_closing': { shop: string; year: number; entries: number; last_number: number; digest: Buffer; closed_by: string; closed_at: Instant };
  'dossiers.deemed_consent': { procedure_code: string; valid_from: string; valid_until: string | null; legal: string };
  'dossiers.supplement_reason': { id: number; procedure_code: string | null; what: string; how_to_mend: string; basis: string | null; sort: number; valid_from: string; valid_until: string | null };
  'dossiers.late_cause': { code: string; words: string; needs_note: boolean; sort: number; valid_from: string; valid_until: string | null };
  'dossiers.message_draft': { id: string; dossier_id: string; kind: 'promise-moved'; recipient: Json<{ readonly name: string; readonly phone: string | null; readonly email: string | null }>; body: string; drafted_at: Instant; sent_at: Instant | null };
  'dossiers.draft': { id: string; owner_id: string; procedure_code: string; procedure_name: string; revision: number; content: Json<DraftContent>; saved_at: Instant; kept_until: Instant; owner_name: string | null; joint_number: bigint | null };
  'dossiers.draft_applicant': DraftApplicantColumns;
  'dossiers.draft_file': { draft_id: string; document_id: string; paper_no: number };
};

export const dossierDb = (db: Db) => db.$extendTables<DossierTables>();
