// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BpmnModdle, type ModdleElement, type ModdleProperty } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import descriptor from '../../resources/motcua.json' with { type: 'json' };
import { readTree } from './read-model.ts';
import { standardFaults } from './standard-rules.ts';
import { unsupportedFaults } from './supported.ts';

const folder = path.join(import.meta.dirname, '../../test/interchange');
const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

/** What the standard lets an element say; foreign elements have no such list. */
const propertiesOf = (element: ModdleElement): readonly ModdleProperty[] => (Array.isArray(Reflect.get(element.$descriptor, 'properties')) ? element.$descriptor.properties : []);
const named = (one: unknown): unknown => (isElement(one) && 'id' in one ? one.id : one);

/** An element with all it says, defaults too, references by id; names of namespaces left out. Foreign elements and attributes are part of it. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (!isElement(value)) return value;
  const properties = propertiesOf(value);
  const known = properties.map(({ name, isReference }) => {
    const one = value.get(name);
    return [name.replace(/^.*:/u, ''), isReference === true ? (Array.isArray(one) ? one.map(named) : named(one)) : told(one)] as const;
  });
  const names = new Set(properties.flatMap(({ name }) => [name, name.replace(/^.*:/u, '')]));
  const foreign = Object.entries(value).filter(([name]) => !name.startsWith('$') && !names.has(name)).map(([name, one]: [string, unknown]) => [name, told(one)] as const);
  const attributes = '$attrs' in value && typeof value.$attrs === 'object' ? Object.entries(value.$attrs ?? {}).filter(([name]) => !/^(?:xmlns|xsi:)/u.test(name)) : [];
  return { type: value.$type, attributes: Object.fromEntries(attributes), known: Object.fromEntries(known), foreign: Object.fromEntries(foreign) };
}

const models = readdirSync(folder).filter((file) => file.endsWith('.bpmn'));

describe('mô hình trao đổi giữa các công cụ vẽ', () => {
  test.each(models)('%s is written and read again as it was', async (file) => {
    const xml = await readFile(path.join(folder, file), 'utf8');
    const open = (text: string) => new BpmnModdle({ motcua: descriptor }).fromXML(text);
    const { rootElement } = await open(xml);
    const saved = await new BpmnModdle({ motcua: descriptor }).toXML(rootElement, { format: true });
    const again = await open(saved.xml);

    expect(again.warnings).toEqual([]);
    expect(told(again.rootElement)).toEqual(told(rootElement));
    expect(JSON.stringify(told(rootElement)).length).toBeGreaterThan(1000);
  });

  test.each(models)('%s is looked at without falling over, and what is not run is named', async (file) => {
    const tree = await readTree(await readFile(path.join(folder, file), 'utf8'));
    const faults = tree.ok ? [...standardFaults(tree.value), ...unsupportedFaults(tree.value)] : tree.error;

    expect(faults.filter(({ text }) => text === '')).toEqual([]);
  });
});
