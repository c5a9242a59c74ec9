// SPDX-License-Identifier: EUPL-1.2
import { legalSource } from './legal-source.ts';
import { mustUseResult } from './must-use-result.ts';
import { noRealNationalId } from './no-real-national-id.ts';

/** The rules no one else could have written for us. */
export const local = { rules: { 'must-use-result': mustUseResult, 'no-real-national-id': noRealNationalId, 'legal-source': legalSource } };
