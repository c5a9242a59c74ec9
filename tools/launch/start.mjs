// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { handOver, installed, root } from './runtime.mjs';

installed();
handOver(path.join(root, 'apps/server/src/main.ts'), process.argv.slice(2));
