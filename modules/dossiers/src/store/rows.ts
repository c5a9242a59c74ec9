// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';
import type { WishKind } from '../contract.ts';
import { endedWithoutResult } from '../lifecycle/linked.ts';
import { parcelStageOf } from '../lifecycle/parcel.ts';
import { isAwaited, isEnded, openWish } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { originalsText } from './originals.ts';

/** A dossier as the projection for lists keeps it. Instants are ISO 8601 texts here. */
export type DossierRowColumns = {
  id: string; code: string; version: number; status: string; channel: string; procedure_code: string; procedure_version: number; procedure_name: string;
  receiving_agency: string; solving_agency: string; returning_agency: string; applicant_name: string; personal_id: string; owner_id: string | null; folded: string; parent_id: string | null;
  submitted_at: string; accepted_at: string | null; owed_at: string | null; due_soon_at: string | null; stopped_since: string | null; decided_at: string | null; ended_at: string | null;
  outcome: 'early' | 'on-time' | 'late' | null; step_name: string | null; step_no: number; step_count: number;
  extension: 'proposed' | 'granted' | null; answer_due_at: string | null; opinion_due_at: string | null; wish: WishKind | null; asked_at: string | null; papers_stage: 'to-send' | 'sent' | null; papers_due_at: string | null; parcel_stage: string | null; deemed: 'approval' | 'refusal' | null; transfer_stage: 'sent' | 'sent-back' | null; transfer_answer_by: string | null; escalated_to: string | null; escalated_by: string | null; originals: string | null; revoked: boolean;
};

export type TaskRowColumns = {
  dossier_id: string; task_id: string; name: string; act: string | null; role: string; agency: string; unit: string | null; assignee: string | null; assignee_name: string | null; created_at: string; due_at: string | null;
};

export type SealUseColumns = { dossier_id: string; seq: number; seal_id: string; seal_name: string; agency: string; code: string; number: string; document_id: string; officer_id: string; officer_name: string; used_at: string };

const extensionOf = ({ extension, proposedExtension }: Dossier): DossierRowColumns['extension'] => {
  if (extension !== null) return 'granted';
  return proposedExtension === null ? null : 'proposed';
};

const answerDueAt = ({ status, answerBy, supplement }: Dossier): string | null => {
  if (status === 'submitted') return answerBy;
  return status === 'awaiting-supplement' || status === 'awaiting-intake-supplement' ? supplement?.answerBy ?? supplement?.closeFrom ?? null : null;
};

const papersOf = ({ status, paperTrip }: Dossier): Pick<DossierRowColumns, 'papers_stage' | 'papers_due_at'> => {
  if (paperTrip === undefined || paperTrip.stage === 'received' || isEnded(status)) return { papers_stage: null, papers_due_at: null };
  return { papers_stage: paperTrip.stage, papers_due_at: paperTrip.stage === 'to-send' ? paperTrip.dueAt : null };
};

const transferOf = ({ status, transfer }: Dossier): Pick<DossierRowColumns, 'transfer_stage' | 'transfer_answer_by'> => {
  if (transfer === undefined || transfer.stage === 'received' || isEnded(status)) return { transfer_stage: null, transfer_answer_by: null };
  return { transfer_stage: transfer.stage, transfer_answer_by: transfer.stage === 'sent' ? transfer.answerBy : null };
};

/** Since when the applicant waits for an answer: the first message after the last one of the office. */
const askedAt = ({ messages }: Dossier): string | null => messages[messages.findLastIndex(({ by }) => by.kind !== 'citizen') + 1]?.at ?? null;

const opinionDueAt = ({ status, consultations }: Dossier): string | null => (status === 'consulting'
  ? consultations.filter(isAwaited).map(({ dueAt }) => dueAt).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
  : null);

const escalatedOf = ({ escalations = [], clock, decidedAt, endedAt }: Dossier): Pick<DossierRowColumns, 'escalated_by' | 'escalated_to'> => {
  const open = decidedAt === null && endedAt === null ? escalations.filter(({ owedAt }) => owedAt === clock?.owedAt) : [];
  return open.length === 0 ? { escalated_to: null, escalated_by: null } : { escalated_to: [...new Set(open.map(({ receiver }) => receiver))].join(' '), escalated_by: open.map(({ rule }) => rule).join(' ') };
};

const clockOf = ({ clock, deemed }: Dossier): Pick<DossierRowColumns, 'owed_at' | 'due_soon_at' | 'stopped_since' | 'deemed'> => (
  { owed_at: clock?.owedAt ?? null, due_soon_at: clock?.dueSoonAt ?? null, stopped_since: clock?.stoppedSince ?? null, deemed: deemed?.outcome ?? null });

/**
 * What the projections keep of a dossier. The live acts and replay both write exactly this,
 * so that a projection can be rebuilt from the ledger and compared line by line.
 */
export function rowsOf(dossier: Dossier): { readonly dossier: DossierRowColumns; readonly tasks: readonly TaskRowColumns[]; readonly sealUses: readonly SealUseColumns[] } {
  return {
    dossier: {
      id: dossier.id, code: dossier.code, version: dossier.version, status: dossier.status, channel: dossier.channel,
      procedure_code: dossier.procedure.code, procedure_version: dossier.procedure.version, procedure_name: dossier.procedure.name,
      receiving_agency: dossier.agencies.receiving, solving_agency: dossier.agencies.solving, returning_agency: dossier.agencies.returning,
      applicant_name: dossier.applicant.name, personal_id: dossier.applicant.personalId, owner_id: dossier.ownerId,
      folded: fold([dossier.applicant.name, dossier.applicant.personalId, dossier.code, dossier.procedure.name].join(' ')),
      parent_id: dossier.parent?.id ?? null,
      submitted_at: dossier.submittedAt, accepted_at: dossier.acceptedAt, ...clockOf(dossier), decided_at: dossier.decidedAt, ended_at: dossier.endedAt, outcome: dossier.outcome,
      step_name: dossier.tasks[0]?.name ?? null, step_no: dossier.stepNo, step_count: dossier.stepCount,
      extension: extensionOf(dossier), answer_due_at: answerDueAt(dossier), opinion_due_at: opinionDueAt(dossier), wish: isEnded(dossier.status) ? null : openWish(dossier)?.kind ?? null, asked_at: isEnded(dossier.status) ? null : askedAt(dossier), ...papersOf(dossier), parcel_stage: parcelStageOf(dossier), ...transferOf(dossier), ...escalatedOf(dossier), originals: originalsText(dossier), revoked: dossier.revoked !== undefined,
    },
    // A linked task is another dossier's to finish; it waits for a person only when that dossier ended without a result.
    tasks: dossier.tasks.filter((task) => task.act !== 'linked' || endedWithoutResult(dossier, task.taskId)).map((task) => ({
      dossier_id: dossier.id, task_id: task.taskId, name: task.name, act: task.act, role: task.role, agency: task.agency, unit: task.unit,
      assignee: task.assignee?.id ?? null, assignee_name: task.assignee?.name ?? null, created_at: task.createdAt, due_at: task.dueAt,
    })),
    sealUses: dossier.sealUses.map(({ seq, seal, agency, number, documentId, by, at }) => ({
      dossier_id: dossier.id, seq, seal_id: seal.id, seal_name: seal.name, agency, code: dossier.code, number, document_id: documentId, officer_id: by.id, officer_name: by.name, used_at: at,
    })),
  };
}
