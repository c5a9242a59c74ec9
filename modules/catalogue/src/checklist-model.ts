// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Subject } from './guide-model.ts';

const Key = z.string().min(1).max(60);
const Text = z.string().max(2000);

/** What is looked at: at intake or at appraisal; `paper` is the paper's code or name, null: the dossier as a whole. */
const Check = z.object({ id: Key, stage: z.enum(['intake', 'appraisal']), text: Text, paper: z.string().max(4000).nullable(), basis: Text });

/** A reason that is offered when a supplement is asked for or a dossier is refused. */
const Reason = z.object({ id: Key, text: Text, detail: Text.describe('what the applicant should do, filled in beforehand'), paper: z.string().max(4000).nullable(), basis: Text });

/** Danh sách kiểm tra, lý do yêu cầu bổ sung, lý do từ chối của một thủ tục. */
export const Checklist = z.object({ subject: Subject, checks: z.array(Check).max(300), supplementReasons: z.array(Reason).max(200), refusalReasons: z.array(Reason).max(200) });
export type Checklist = z.infer<typeof Checklist>;

const named = { paperName: z.string().nullable().describe('the paper it is about; null: the dossier as a whole') };

/** GET /api/procedures/:code/checklist */
export const ProcedureChecklist = z.object({
  checks: z.array(Check.omit({ paper: true }).extend(named)), supplementReasons: z.array(Reason.omit({ paper: true }).extend(named)), refusalReasons: z.array(Reason.omit({ paper: true }).extend(named)),
});
export type ProcedureChecklist = z.infer<typeof ProcedureChecklist>;
