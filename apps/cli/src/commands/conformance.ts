// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { conformancePage, countVerdicts, type Judged, judgeSuiteTest, readSuite } from '@motcua/workflow';
import { Command } from 'commander';
import { output } from '../output.ts';
import { suiteFiles } from '../suite-files.ts';

const page = path.resolve(import.meta.dirname, '../../../../docs/bpmn-conformance.md');

type Options = { readonly json?: boolean; readonly table: string };

async function judgeAll(folder: string, progress: (done: number, of?: number) => void): Promise<readonly Judged[]> {
  const tests = readSuite(fs.readFileSync(path.join(folder, 'tests.json'), 'utf8'));
  const files = suiteFiles(folder);
  const judged: Judged[] = [];
  for (const test of tests) {
    const mustRun = !test.cases.every(({ expected_trace: expected }) => expected.includes('ERROR_deployment'));
    judged.push({ ...await judgeSuiteTest(test, files(test.file)), group: test.group, feature: test.feature, mustRun });
    progress(judged.length, tests.length);
  }
  return judged;
}

/** motcua conformance bpmn DIR: the process engine before the public BPMN suite. Needs no database. */
export function conformanceCommand(): Command {
  const bpmn = new Command('bpmn').description('Chạy bộ thử BPMN công khai: mô hình phải chạy đúng dấu vết, hoặc bị từ chối kèm tên phần tử')
    .argument('<thư mục>', 'có tests.json và files.tar.gz (hoặc thư mục files)').option('--json', 'một dòng JSON').option('--table <tệp>', 'ghi bảng từng tính năng vào tệp này', page)
    .action(async (folder: string, { json, table }: Options) => {
      const out = output({ json });
      const judged = await judgeAll(folder, out.progress);
      for (const { id, verdict, what } of judged) if (verdict !== 'right') out.say(`${verdict} ${id}: ${what}`);
      fs.writeFileSync(table, conformancePage(judged));
      const counts = countVerdicts(judged);
      out.end(counts, `Đúng ${counts.right}, sai ${counts.wrong}, chưa hỗ trợ ${counts.unsupported}, tổng ${counts.total}. Bảng: ${table}`);
      if (counts.wrong > 0) process.exitCode = 1;
    });
  return new Command('conformance').description('So với các bộ thử công khai').addCommand(bpmn);
}
