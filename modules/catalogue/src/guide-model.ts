// SPDX-License-Identifier: EUPL-1.2
import { type DecisionTable, Input, Rule, most } from '@motcua/decisions/contract';
import { z } from 'zod';


/** The procedure something goes with, as its title says. */
export const Subject = z.object({ code: z.string().max(60), name: z.string().max(4000) });

/**
 * Tôi cần giấy gì: the questions of a procedure and three tables over them. Conditions: the first rule that holds says why it cannot be done and the way out.
 * Cases: the one rule that holds names the circumstance, and the office when it differs. Papers: every rule that holds asks for a paper and says why.
 */
export const Guide = z.object({
  subject: Subject, questions: z.array(Input).max(most.inputs),
  conditions: z.array(Rule).max(most.rules), cases: z.array(Rule).max(most.rules), papers: z.array(Rule).max(most.rules),
});
export type Guide = z.infer<typeof Guide>;

/** The most questions a person is asked. */
export const mostQuestions = 7;

const text = (id: string, label: string): DecisionTable['outputs'][number] => ({ id, label, type: 'string' });

/** The outputs of each table; a rule has one value for each. */
export const guideOutputs = {
  conditions: [text('condition', 'Điều kiện chưa đạt'), text('way_out', 'Làm gì tiếp'), text('basis', 'Căn cứ')],
  cases: [text('circumstance', 'Trường hợp'), text('office', 'Nơi nộp, nếu khác')],
  papers: [text('paper', 'Mã hoặc tên giấy tờ'), text('why', 'Vì sao cần')],
} as const;

export const guideTableNames = ['conditions', 'cases', 'papers'] as const;
export type GuideTableName = (typeof guideTableNames)[number];

const titles = { conditions: 'Điều kiện', cases: 'Trường hợp', papers: 'Giấy tờ phải nộp' } as const;
const policies = { conditions: 'FIRST', cases: 'UNIQUE', papers: 'COLLECT' } as const;
const dmnIds = { conditions: 'dieu_kien', cases: 'truong_hop', papers: 'giay_to' } as const;

/** One of the three tables, with the questions as its inputs. */
export function guideTable(guide: Guide, name: GuideTableName): DecisionTable {
  return { id: dmnIds[name], name: titles[name], hitPolicy: policies[name], inputs: guide.questions, outputs: [...guideOutputs[name]], rules: guide[name] };
}

/** The guide of tables read from a file; a table of another name is left out, the questions are those of the first. */
export function guideOfTables(subject: z.infer<typeof Subject>, tables: readonly DecisionTable[]): Guide {
  const found = (name: GuideTableName): DecisionTable | undefined => tables.find(({ id }) => id === dmnIds[name]);
  const questions = guideTableNames.map((name) => found(name)?.inputs ?? []).toSorted((a, b) => b.length - a.length)[0] ?? [];
  return { subject, questions, conditions: found('conditions')?.rules ?? [], cases: found('cases')?.rules ?? [], papers: found('papers')?.rules ?? [] };
}
