// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';

// The same cases on every machine: MOTCUA_PROPERTIES=random looks for new ones.
if (process.env['MOTCUA_PROPERTIES'] !== 'random') fc.configureGlobal({ seed: 20261120 });
