// SPDX-License-Identifier: EUPL-1.2
import { type DmnElement, DmnModdle } from 'dmn-moddle';
import type { DecisionTable, Input } from '../contract.ts';

/** Our own words beside the standard: the label of a choice, how to find out. Other tools keep or ignore them. */
const ownNamespace = 'urn:motcua:decision:1';

const quoted = (text: string): string => `"${text.replace(/[\\"]/gu, '\\$&')}"`;

/** A value as a FEEL literal. */
const literal = (value: string, type: 'string' | 'number' | 'boolean'): string => (type === 'string' ? quoted(value) : value);

/** Writes decision tables as one DMN 1.3 file, one decision each. */
export async function writeDmn(tables: readonly DecisionTable[], { id, name }: { readonly id: string; readonly name: string }): Promise<string> {
  const moddle = new DmnModdle();
  const make = (type: string, attributes: Readonly<Record<string, unknown>>): DmnElement => moddle.create(`dmn:${type}`, attributes);
  const input = ({ id: key, label, type, choices, hint }: Input, table: string): DmnElement => make('InputClause', {
    id: `${table}_${key}`, label, inputExpression: make('LiteralExpression', { typeRef: type, text: key }),
    ...(choices.length === 0 ? {} : { inputValues: make('UnaryTests', { text: choices.map(({ value }) => quoted(value)).join(',') }) }),
    extensionElements: make('ExtensionElements', { values: [
      ...choices.map(({ value, label: said }) => moddle.createAny('motcua:choice', ownNamespace, { value, label: said })), ...(hint === null ? [] : [moddle.createAny('motcua:hint', ownNamespace, { text: hint })]),
    ] }),
  });
  const decision = ({ id: key, name: title, hitPolicy, inputs, outputs, rules }: DecisionTable): DmnElement => make('Decision', {
    id: key, name: title, variable: make('InformationItem', { id: `${key}_variable`, name: key }),
    decisionLogic: make('DecisionTable', {
      id: `${key}_table`, hitPolicy, input: inputs.map((one) => input(one, key)), output: outputs.map(({ id: out, label, type }) => make('OutputClause', { id: `${key}_${out}`, name: out, label, typeRef: type })),
      rule: rules.map(({ id: row, when, then, note }) => make('DecisionRule', {
        id: `${key}_${row}`, ...(note === null ? {} : { description: note }),
        inputEntry: when.map((text) => make('UnaryTests', { text })), outputEntry: then.map((value, column) => make('LiteralExpression', { text: literal(value, outputs[column]?.type ?? 'string') })),
      })),
    }),
  });
  const { xml } = await moddle.toXML(make('Definitions', { id, name, namespace: 'urn:motcua', drgElement: tables.map(decision) }), { format: true });
  return xml;
}
