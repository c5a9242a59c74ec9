// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import { getDefinition, loadForUpdate, moveInstance, moveVersion, progress } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

/** To which version, and by which paper. */
type Move = { readonly to: number; readonly reason: string; readonly documentNumber: string };

/**
 * Chuyển hồ sơ đang giải quyết sang bản quy trình khác: the open steps stay where they are and with whom; the promise to the citizen does not move.
 * Whoever does it sees codes and steps, not the dossier.
 *
 * @error move-unsafe - a waiting step is gone, is another's, or a new step stands before it: the dossier stays under its version
 */
export function moveToVersion(ctx: DossierContext, asked: Asked & { readonly body: Move }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'move-version', async ({ tx, to, dossier }) => {
    const instance = dossier.process === null ? null : await loadForUpdate(tx, dossier.process.instance);
    const target = instance === null ? null : await getDefinition(tx, instance.key, asked.body.to);
    if (instance === null || target === null) return refuse({ code: 'process-refused', detail: 'no-such-version' });
    if (target.version === instance.version) return refuse({ code: 'process-refused', detail: 'same-version' });
    const steps = moveVersion({ from: instance.definition, to: target.definition }, instance.state);
    if (!steps.ok) return refuse({ code: 'move-unsafe', faults: steps.error });
    const moved = await moveInstance(tx, instance, target);
    if (!moved.ok) return refuse({ code: 'process-refused', detail: moved.error.code });
    const { done, total } = progress(target.definition, instance.state);
    return ok([{
      type: 'version-moved', data: {
        to, process: { instance: instance.id, key: instance.key, version: target.version }, fromVersion: instance.version, steps: steps.value.map(({ taskId, to: name }) => ({ taskId, name })),
        stepNo: done, stepCount: total, reason: asked.body.reason, documentNumber: asked.body.documentNumber,
      },
    }]);
  });
}
