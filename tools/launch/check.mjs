// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { handOver, installed, root } from './runtime.mjs';

installed();
process.chdir(root);
handOver(path.join(root, 'tools/test/run.ts'), ['--checks-only', ...process.argv.slice(2)]);
