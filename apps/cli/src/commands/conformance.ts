// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { judgeSchemaSuite } from '@motcua/eforms';
import { conformancePage, countVerdicts, type Judged, judgeSuiteTest, readSuite } from '@motcua/workflow';
import { Command } from 'commander';
import { output } from '../output.ts';
import { suiteFiles, suiteTexts } from '../suite-files.ts';

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

/** motcua conformance json-schema DIR: the reader of form schemas before the public suite, draft 2020-12. Needs no database. */
function jsonSchemaCommand(): Command {
  return new Command('json-schema').description('Chạy bộ thử JSON Schema công khai, phương ngữ 2020-12').argument('<thư mục>', 'thư mục hoặc tệp nén của bộ thử').option('--json', 'một dòng JSON')
    .action((folder: string, { json }: Pick<Options, 'json'>) => {
      const out = output({ json });
      const judged = judgeSchemaSuite(suiteTexts(folder));
      if (judged.length === 0) throw new Error(`Không thấy tests/draft2020-12 trong ${folder}.`);
      for (const { id, verdict, what } of judged) if (verdict === 'wrong') out.say(`wrong ${id}: ${what}`);
      for (const [why, some] of Map.groupBy(judged.filter(({ verdict }) => verdict === 'unsupported'), ({ what }) => what)) out.say(`unsupported ${some.length}: ${why}`);
      const of = (wanted: string): number => judged.filter(({ verdict }) => verdict === wanted).length;
      const counts = { right: of('right'), wrong: of('wrong'), unsupported: of('unsupported'), total: judged.length };
      out.end(counts, `Đúng ${counts.right}, sai ${counts.wrong}, không nhận ${counts.unsupported}, tổng ${counts.total}.`);
      if (counts.wrong > 0) process.exitCode = 1;
    });
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
  return new Command('conformance').description('So với các bộ thử công khai').addCommand(bpmn).addCommand(jsonSchemaCommand());
}
