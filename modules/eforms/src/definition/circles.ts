// SPDX-License-Identifier: EUPL-1.2
import { namesIn, readFormula } from '../answers/formula.ts';
import type { Condition, EformDefinition, Field } from '../model.ts';
import { allFields } from './figures.ts';

/** The fields a condition asks about, with the answers it waits for. */
export function asked(condition: Condition): readonly { readonly field: string; readonly values: readonly (string | number | boolean)[] }[] {
  if ('all' in condition) return condition.all.flatMap(asked);
  if ('any' in condition) return condition.any.flatMap(asked);
  if ('not' in condition) return asked(condition.not);
  if ('is' in condition) return [{ field: condition.field, values: [condition.is] }];
  return [{ field: condition.field, values: 'in' in condition ? condition.in : [] }];
}

/** The fields a formula works with; none when it cannot be read. */
export function formulaNames(text: string | undefined): readonly string[] {
  const read = text === undefined ? undefined : readFormula(text);
  return read?.ok === true ? [...new Set(namesIn(read.formula))] : [];
}

const needsOf = ({ visibleWhen, computed }: Field): readonly string[] => [...(visibleWhen === undefined ? [] : asked(visibleWhen).map(({ field }) => field)), ...formulaNames(computed)];

/** Fields that wait for each other (vòng lặp), each circle once, in the order they ask: ['a', 'b'] when a asks b and b asks a. */
export function circlesIn({ display }: EformDefinition): readonly (readonly string[])[] {
  const fields = allFields(display.sections.flatMap((section) => section.fields.map((field): Field => {
    const outer = section.visibleWhen;
    return outer === undefined ? field : { ...field, visibleWhen: field.visibleWhen === undefined ? outer : { all: [outer, field.visibleWhen] } };
  })));
  const needs = new Map(fields.map((field) => [field.name, needsOf(field)]));
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  const walk = (name: string, way: readonly string[]): void => {
    const at = way.indexOf(name);
    if (at >= 0) circles.push(way.slice(at));
    if (at >= 0 || done.has(name)) return;
    for (const next of needs.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of needs.keys()) walk(name, []);
  return circles;
}
