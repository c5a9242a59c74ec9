// SPDX-License-Identifier: EUPL-1.2
import { officeDay, ok, refuse } from '@motcua/kernel';
import { stepOverdueSince } from '../clock/step-due.ts';
import type { LateCauseGiven } from '../contract.ts';
import type { LateCause, OpenTask } from '../model.ts';
import { lateCausesOn } from '../store/late-causes.ts';
import type { Outcome, Situation } from './perform.ts';

const unknown = { code: 'fields-to-mend', fields: [{ path: 'lateCause', label: 'Nguyên nhân trễ', text: 'Chọn một nguyên nhân trong danh sách.' }] } as const;
const noteMissing = { code: 'fields-to-mend', fields: [{ path: 'lateCause', label: 'Nguyên nhân trễ', text: 'Ghi rõ nguyên nhân: mục đã chọn chưa nói đủ.' }] } as const;

/**
 * Why a step is done past its due time, as its event keeps it; empty when it is in time, whatever was given.
 *
 * @error late-cause-missing - the step is late and no cause was picked
 */
export async function lateCauseOf({ tx, at, dossier }: Pick<Situation, 'tx' | 'at' | 'dossier'>, task: OpenTask, given: LateCauseGiven): Promise<Outcome<{ readonly lateCause?: LateCause }>> {
  const due = stepOverdueSince(task, dossier.clock, at);
  if (due === null) return ok({});
  if (given === null || given === undefined) return refuse({ code: 'late-cause-missing', step: task.name, due: due.toString() });
  const cause = (await lateCausesOn(tx, officeDay(at).toString())).find(({ code }) => code === given.code);
  if (cause === undefined) return refuse(unknown);
  const note = given.note === '' ? null : given.note;
  if (cause.needsNote && note === null) return refuse(noteMissing);
  return ok({ lateCause: { code: cause.code, words: cause.words, note, dueAt: due.toString() } });
}
