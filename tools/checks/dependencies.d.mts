// SPDX-License-Identifier: EUPL-1.2
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

declare const dependencies: { readonly forbidden: (IForbiddenRuleType & { readonly name: string })[]; readonly options: ICruiseOptions };
export default dependencies;
