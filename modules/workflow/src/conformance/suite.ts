// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Verdict } from './judge.ts';

const suite = z.object({
  tests: z.array(z.object({
    id: z.string(), file: z.string(), group: z.string(), feature: z.string(),
    cases: z.array(z.object({ input: z.string().nullable(), integer_variable: z.number(), start_second_process: z.boolean(), expected_trace: z.array(z.string()) })),
  })),
});

/**
 * Reads the list of tests of the public engine suite (bộ thử công khai).
 *
 * @error SyntaxError or a list of faults, when the text is not such a list
 */
export function readSuite(text: string): z.infer<typeof suite>['tests'] {
  return suite.parse(JSON.parse(text)).tests;
}

/** A verdict with the feature it is about; `mustRun`: the model has to run, else it has to be refused. */
export type Judged = Verdict & { readonly group: string; readonly feature: string; readonly mustRun: boolean };

/** How many tests came out how. */
export function countVerdicts(judged: readonly Judged[]): Readonly<Record<Verdict['verdict'] | 'total', number>> {
  const of = (verdict: Verdict['verdict']): number => judged.filter((each) => each.verdict === verdict).length;
  return { right: of('right'), wrong: of('wrong'), unsupported: of('unsupported'), total: judged.length };
}

const words: Readonly<Record<Verdict['verdict'], string>> = { right: 'đúng', wrong: 'sai', unsupported: 'từ chối vì chưa hỗ trợ' };
const cell = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').slice(0, 240);

/** The table per feature as a page of documentation. */
export function conformancePage(judged: readonly Judged[]): string {
  const { right, wrong, unsupported, total } = countVerdicts(judged);
  const rows = (some: readonly Judged[]): readonly string[] => some.map(({ id, feature, verdict, what }) => `| ${cell(feature === id ? id : `${feature}: ${id}`)} | ${words[verdict]} | ${cell(what)} |`);
  const groups = [...new Set(judged.filter(({ mustRun }) => mustRun).map(({ group }) => group))];
  const head = ['| Tính năng | Kết quả | Lý do |', '|---|---|---|'];
  return [
    '# Bộ máy quy trình trước bộ thử BPMN 2.0 công khai', '',
    'Trang này do `motcua conformance bpmn` viết ra; không sửa tay. Bộ thử: uniba-dsg/betsy (LGPL 3), không nằm trong kho mã này.', '',
    `Đúng ${right}, sai ${wrong}, từ chối vì chưa hỗ trợ ${unsupported}, tổng ${total}.`, '',
    ...groups.flatMap((group) => [`## Phải chạy: ${group}`, '', ...head, ...rows(judged.filter((each) => each.mustRun && each.group === group)), '']),
    '## Phải từ chối', '', ...head, ...rows(judged.filter(({ mustRun }) => !mustRun)), '',
  ].join('\n');
}
