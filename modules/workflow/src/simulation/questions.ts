// SPDX-License-Identifier: EUPL-1.2
import type { DecisionTable } from '@motcua/decisions/contract';
import { parseExpression } from 'feelin';
import type { ProcessDefinition } from '../model.ts';

/** What a person must answer so that the branchings behind a step can be decided. `choices`: the values the conditions compare with. */
export type Question = { readonly variable: string; readonly kind: 'yes-no' | 'choice' | 'number' | 'text' | 'list'; readonly choices: readonly string[] };

type Seen = { readonly name: string; readonly from: number; readonly to: number };

function nodesOf(expression: string): readonly Seen[] {
  const seen: Seen[] = [];
  parseExpression(expression, {}, undefined).iterate({ enter: ({ name, from, to }) => { seen.push({ name, from, to }); } });
  return seen;
}

/** Variables a condition reads, with the literals each is compared with. */
function readsOf(condition: string): readonly { readonly variable: string; readonly literals: readonly { readonly kind: string; readonly text: string }[] }[] {
  const nodes = nodesOf(condition);
  const textOf = ({ from, to }: Seen): string => condition.slice(from, to);
  const variables = [...new Set(nodes.filter(({ name }) => name === 'VariableName').map(textOf))];
  const literals = nodes.filter(({ name }) => name.endsWith('Literal'));
  const comparisons = nodes.filter(({ name }) => name === 'Comparison');
  const inside = (outer: Seen, inner: Seen): boolean => inner.from >= outer.from && inner.to <= outer.to;
  return variables.map((variable) => {
    const own = comparisons.filter((each) => nodes.some((node) => node.name === 'VariableName' && textOf(node) === variable && inside(each, node)));
    return { variable, literals: literals.filter((literal) => own.some((each) => inside(each, literal))).map((literal) => ({ kind: literal.name, text: textOf(literal) })) };
  });
}

function questionOf(variable: string, literals: readonly { readonly kind: string; readonly text: string }[]): Question {
  const kinds = new Set(literals.map(({ kind }) => kind));
  const texts = [...new Set(literals.filter(({ kind }) => kind === 'StringLiteral').map(({ text }) => text.slice(1, -1)))];
  if (texts.length > 0) return { variable, kind: 'choice', choices: texts };
  if (kinds.has('NumericLiteral')) return { variable, kind: 'number', choices: [] };
  return { variable, kind: kinds.size === 0 || kinds.has('BooleanLiteral') ? 'yes-no' : 'text', choices: [] };
}

const questionOfInput = ({ id, type, choices }: DecisionTable['inputs'][number]): Question =>
  ({ variable: id, kind: type === 'boolean' ? 'yes-no' : type === 'number' ? 'number' : choices.length > 0 ? 'choice' : 'text', choices: choices.map(({ value }) => value) });

type Behind = { readonly conditions: readonly string[]; readonly lists: readonly string[]; readonly tables: readonly DecisionTable[] };

/** The branchings and repetitions that are come to when a node is left, before anybody is asked again. */
function behind({ nodes: drawn, opened: nodes = drawn }: ProcessDefinition, from: string): Behind {
  const seen = new Set<string>();
  const open = [from];
  const [conditions, lists, tables] = [new Array<string>(), new Array<string>(), new Array<DecisionTable>()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (id !== from && node.more?.loop?.kind === 'many' && node.more.loop.each !== undefined) lists.push(node.more.loop.each.list);
    if (id !== from && node.kind === 'user-task') continue;
    if (node.more?.decision !== undefined) tables.push(node.more.decision);
    conditions.push(...node.out.flatMap(({ condition }) => condition ?? []));
    open.push(...node.out.map(({ to }) => to));
  }
  return { conditions, lists, tables };
}

/** What must be answered when a step is finished; nothing where no branching follows. */
export function questionsBehind(definition: ProcessDefinition, node: string): readonly Question[] {
  const { conditions, lists, tables } = behind(definition, node);
  const answered = new Set(tables.flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  const reads = conditions.flatMap(readsOf).filter(({ variable }) => !answered.has(variable));
  const asked = [...new Set(reads.map(({ variable }) => variable))].map((variable) => questionOf(variable, reads.filter((each) => each.variable === variable).flatMap(({ literals }) => literals)));
  const listed = [...new Set(lists.flatMap(readsOf).map(({ variable }) => variable))].map((variable): Question => ({ variable, kind: 'list', choices: [] }));
  const looked = tables.flatMap(({ inputs }) => inputs).filter(({ id }) => !answered.has(id)).map(questionOfInput);
  const all = [...asked, ...listed, ...looked];
  return all.filter(({ variable }, at) => all.findIndex((each) => each.variable === variable) === at);
}
