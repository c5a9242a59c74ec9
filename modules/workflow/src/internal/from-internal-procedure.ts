// SPDX-License-Identifier: EUPL-1.2
import type { InternalProcedure } from './model.ts';

/** Turns an internal procedure into an executable BPMN model with its diagram; `notes` say what the decision leaves open or contradicts. */
export async function fromInternalProcedure(procedure: InternalProcedure): Promise<{ readonly xml: string; readonly notes: readonly string[] }> {
  return Promise.reject(new Error(`not built yet: ${procedure.id}`));
}
