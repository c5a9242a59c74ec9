// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { handOver, installed, root } from './runtime.mjs';
import { systemPackages } from './system-packages.mjs';

installed();
systemPackages();
process.chdir(root);
handOver(path.join(root, 'tools/test/run.ts'), process.argv.slice(2));
