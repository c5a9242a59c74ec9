// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Checklist, type ProcedureChecklist } from '../checklist-model.ts';
import { paperNamed } from '../rules/lint-guide.ts';
import { companionOn } from '../store/companions.ts';
import { procedureOn } from './procedures.ts';

/** What is looked at and which reasons are offered for a procedure on a day; nothing when no list is published. */
export async function checklistOn(db: Db, code: string, day: string): Promise<ProcedureChecklist> {
  const found = await companionOn(db, { kind: 'checklist', code, day });
  if (found === undefined) return { checks: [], supplementReasons: [], refusalReasons: [] };
  const { checks, supplementReasons, refusalReasons } = Checklist.parse(found.content);
  const procedure = (await procedureOn(db, code, day))?.procedure;
  const paperName = (paper: string | null): string | null => (paper === null ? null : procedure === undefined ? paper : paperNamed(procedure, paper)?.name ?? paper);
  return {
    checks: checks.map(({ paper, ...check }) => ({ ...check, paperName: paperName(paper) })), supplementReasons: supplementReasons.map(({ paper, ...reason }) => ({ ...reason, paperName: paperName(paper) })),
    refusalReasons: refusalReasons.map(({ paper, ...reason }) => ({ ...reason, paperName: paperName(paper) })),
  };
}
