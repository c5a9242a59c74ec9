// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeSchemaSuite } from '../conformance/json-schema-suite.ts';
import { checkSchema } from './check.ts';
import { judge } from './judge.ts';
import type { Schema } from './model.ts';

const keywordsBroken = (schema: Schema, value: unknown): readonly string[] => judge(schema, value).map(({ at, keyword }) => `${at} ${keyword}`.trim());

describe('JSON Schema 2020-12: a value held against a schema', () => {
  test.each<[string, Schema, unknown, readonly string[]]>([
    ['names every rule it breaks', { type: 'string', minLength: 3, pattern: '^a' }, 'b', ['minLength', 'pattern']],
    ['counts letters, not code units', { maxLength: 2 }, '𝒜𝒜', []],
    ['counts in decimals', { multipleOf: 0.01 }, 19.99, []],
    ['is not a multiple in decimals', { multipleOf: 0.1 }, 0.25, ['multipleOf']],
    ['knows equal objects in another order', { uniqueItems: true }, [{ a: 1, b: 2 }, { b: 2, a: 1 }], ['uniqueItems']],
    ['tells where inside it is wrong', { properties: { 'a/b': { items: { type: 'integer' } } } }, { 'a/b': [1, 'x'] }, ['/a~1b/1 type']],
    ['is sent on by if and then', { if: { required: ['a'] }, then: { required: ['b'] } }, { a: 1 }, ['required']],
    ['sees what a branch looked at', { anyOf: [{ properties: { a: true } }], unevaluatedProperties: false }, { a: 1, c: 1 }, ['/c false']],
    ['follows a reference by name', { $ref: '#/$defs/id', $defs: { id: { pattern: '^\\d+$' } } }, 'x', ['pattern']],
    ['follows a dynamic reference to the outermost', {
      $id: 'https://a.example/strict', $dynamicAnchor: 'node', $ref: 'tree', unevaluatedProperties: false,
      $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', properties: { data: true, children: { items: { $dynamicRef: '#node' } } } } },
    }, { children: [{ daat: 1 }] }, ['/children/0/daat false']],
    ['takes a format as a remark', { format: 'email' }, 'x', []],
    ['takes __proto__ as a name like any other', { properties: { ['__proto__']: { type: 'number' } } }, JSON.parse('{"__proto__": "x"}'), ['/__proto__ type']],
  ])('%s', (_what, schema, value, broken) => {
    expect(keywordsBroken(schema, value)).toEqual(broken);
  });

  test('is never judged by a schema that ends nowhere or leads in a circle', () => {
    expect(() => judge({ $ref: 'https://elsewhere.example/x' }, 1)).toThrow(/không dẫn tới đâu/u);
    expect(() => judge({ $ref: '#' }, 1)).toThrow(/vòng quanh|không đọc được/u);
  });

  test.each([{ $ref: '#%' }, { $ref: 'http://[' }, { $id: 'http://[' }, { properties: { a: { $id: 'http://[' } } }])('is refused when an address cannot be read: %j', (schema) => {
    expect(() => judge(schema, { a: 1 })).toThrow(/không đọc được/u);
  });

  test('of any shape gets an answer or a refusal in words', () => {
    const schema = fc.dictionary(fc.constantFrom('type', 'items', 'properties', 'required', 'enum', 'maxLength', 'anyOf', '$ref', 'pattern', 'if', 'contains'), fc.jsonValue());
    fc.assert(fc.property(schema, fc.jsonValue(), (given, value) => {
      try {
        judge(given, value);
      } catch (fault) {
        expect(fault).toHaveProperty('name', 'UnreadableSchema');
      }
    }), { numRuns: 300 });
  });
});

describe('đọc lược đồ: the check of a schema', () => {
  test.each<[string, Schema, string, RegExp]>([
    ['a word outside the dialect', { properties: { a: { minimun: 1 } } }, '/properties/a/minimun', /«minimun» không thuộc/u],
    ['a word of an older draft', { items: { additionalItems: false } }, '/items/additionalItems', /additionalItems/u],
    ['another dialect', { $schema: 'http://json-schema.org/draft-07/schema#' }, '/$schema', /chỉ đọc JSON Schema 2020-12/u],
    ['a word with a value of another kind', { properties: { a: { maxLength: 'mười' } } }, '/properties/a/maxLength', /không đúng cách viết/u],
    ['a pattern that cannot be read', { pattern: '(' }, '/pattern', /không đọc được/u],
    ['a pattern that looks ahead', { pattern: '^(?=a)a$' }, '/pattern', /nhìn trước/u], ['a pattern that names again what it found', { patternProperties: { '^(a)\\1$': {} } }, '/patternProperties/^(a)\\1$', /nhắc lại/u],
    ['a reference that leads nowhere', { $ref: '#/$defs/x' }, '', /không dẫn tới/u],
    ['a reference in a circle', { $ref: '#/$defs/x', $defs: { x: { $ref: '#/$defs/y' }, y: { $ref: '#/$defs/x' } } }, '', /vòng quanh|không đọc được/u],
  ])('finds %s, with its place', (_what, schema, at, words) => {
    expect(checkSchema(schema)[0]).toEqual({ at, text: expect.stringMatching(words) });
  });

  test('finds nothing in a schema of the dialect', () => {
    expect(checkSchema({ type: 'object', properties: { a: { type: 'string', pattern: '^[0-9]{12}$', examples: ['x'] } }, required: ['a'] })).toEqual([]);
  });
});

describe('bộ thử JSON Schema công khai: the runner of the public suite', () => {
  const group = (schema: Schema, valid: boolean) => JSON.stringify([{ description: 'g', schema, tests: [{ description: 't', data: 1, valid }] }]);

  test('tells right from wrong, and names what is not of the dialect', () => {
    const judged = judgeSchemaSuite(new Map([
      ['x/tests/draft2020-12/type.json', group({ type: 'integer' }, true)], ['tests/draft2020-12/minimum.json', group({ minimum: 2 }, true)],
      ['tests/draft2020-12/optional/format/date.json', group({ format: 'date' }, true)], ['tests/draft2020-12/dependencies.json', group({ dependencies: {} }, true)],
      ['tests/draft2020-12/remote.json', group({ $ref: 'http://localhost:1234/n.json' }, true)], ['remotes/n.json', '{"type":"number"}'], ['tests/draft7/type.json', group(true, false)],
    ]));

    expect(judged.map(({ id, verdict }) => `${id.split(':')[0] ?? ''} ${verdict}`)).toEqual([
      'type.json right', 'minimum.json wrong', 'optional/format/date.json unsupported', 'dependencies.json unsupported', 'remote.json right']);
  });
});
