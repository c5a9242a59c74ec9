// SPDX-License-Identifier: EUPL-1.2
import { type MandatoryPart, type Procedure, mandatoryParts } from '../model.ts';

const present: Readonly<Record<MandatoryPart, (procedure: Procedure) => boolean>> = {
  'name': ({ name }) => name !== '',
  'steps': ({ steps }) => steps.some(({ text }) => text !== ''),
  'methods': ({ methods }) => methods.length > 0,
  'papers': ({ papers }) => papers.some((group) => group.papers.length > 0),
  'paper-names': ({ papers }) => papers.every((group) => group.papers.every(({ name }) => name !== '')),
  'time': ({ methods, circumstances }) => [...methods, ...circumstances].some(({ time }) => time !== null && (time.value !== null || time.unit === 'OTHER')),
  'applicants': ({ applicantKinds }) => applicantKinds.length > 0,
  'agency': ({ executingAgencies, competentAgencies }) => executingAgencies.length + competentAgencies.length > 0,
  'results': ({ results }) => results.length > 0,
  'legal-bases': ({ legalBases }) => legalBases.length > 0,
  'decision': ({ decision }) => decision.number !== null,
};

/**
 * The mandatory parts a published procedure lacks (bộ phận cấu thành bắt buộc), in the order of the decree.
 *
 * @legal nd-63-2010/mandatory-parts
 */
export function missingParts(procedure: Procedure): readonly MandatoryPart[] {
  return mandatoryParts.filter((part) => !present[part](procedure));
}
