// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { labelOf } from '../src/field-labels.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const Operation = z.looseObject({ operationId: z.string().optional(), requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })) }).optional() });
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });
const Schema = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional(), items: z.unknown().optional(), anyOf: z.array(z.unknown()).optional(), oneOf: z.array(z.unknown()).optional(), allOf: z.array(z.unknown()).optional() });

/** The paths of all fields of a schema, without the numbers of rows. */
function fieldsOf(schema: unknown, path: readonly string[]): readonly (readonly string[])[] {
  const read = Schema.safeParse(schema);
  if (!read.success) return [];
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = read.data;
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [[...path, name], ...fieldsOf(inner, [...path, name])]),
    ...[items, ...anyOf, ...oneOf, ...allOf].flatMap((inner) => fieldsOf(inner, path)),
  ];
}

type Answer = { readonly errors: readonly { readonly path: string; readonly label: string; readonly text: string }[] };
const represent = async (change: Readonly<Record<string, unknown>>, code = '6600000001'): Promise<Answer['errors']> => {
  const payload = { organisationName: 'Công ty Mẫu', person: '000095012345', personName: 'Nguyễn Văn Mẫu', capacity: 'legal-representative', document: 'Giấy chứng nhận số 1', from: '2026-01-05', until: null, ...change };
  return (await one.app.inject({ method: 'POST', url: `/api/organisations/${code}/representatives`, headers: await one.as('tiepnhan'), payload })).json<Answer>().errors;
};

describe('tên ô bằng tiếng Việt (the names of fields in answers to bad input)', () => {
  test('are there for every field of every request body', async () => {
    const { paths } = Document.parse((await one.app.inject({ url: '/api/openapi.json' })).json());

    const fields = Object.values(paths).flatMap((operations) => Object.values(operations)).flatMap(({ operationId, requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema, []).map((path) => ({ operation: operationId, path }))));

    expect(fields.length).toBeGreaterThan(700);
    expect(fields.filter(({ operation, path }) => labelOf(operation, path) === undefined).map(({ operation, path }) => `${operation ?? ''}: ${path.join('.')}`)).toEqual([]);
  });

  test('stand apart from the words, so that no screen says them twice', async () => {
    expect(await represent({ personName: '', until: 'mai' })).toEqual([
      { path: 'personName', label: 'Họ và tên người đại diện', text: 'Ghi họ tên người đại diện.' },
      { path: 'until', label: 'Đến ngày', text: 'Ghi ngày dạng ngày/tháng/năm, ví dụ 12/03/2026.' },
    ]);
  });

  test('say what the one operation means by a name that others use too', async () => {
    expect(await represent({ person: '12' })).toEqual([{ path: 'person', label: 'Số định danh của người đại diện', text: 'Số định danh có 12 chữ số.' }]);
    expect(labelOf('registerSeal', ['name'])).toBe('Tên con dấu');
    expect(labelOf('takeIn', ['mandate', 'number'])).toBe('Số giấy tờ đại diện');
  });
});
