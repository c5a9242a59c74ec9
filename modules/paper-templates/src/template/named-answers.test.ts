// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTemplateInForce, templateDocx } from '../testing.ts';
import { answersNamed } from './named-answers.ts';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); });

describe('ô tờ khai trong mẫu giấy (fields of an e-form named by templates)', () => {
  test('are those of the newest version of each template in use', async () => {
    const about = { procedures: ['1.1'], validFrom: '2026-11-01', eform: 'khai-sinh' };
    await aTemplateInForce(database.db, { ...about, key: 'mau-mot', heading: 'Mẫu một', bytes: templateDocx({ text: '{tờ khai.old}' }) });
    await aTemplateInForce(database.db, { ...about, key: 'mau-mot', version: 2, heading: 'Mẫu một', bytes: templateDocx({ text: '{tờ khai.childName} {tên thủ tục}' }) });
    await aTemplateInForce(database.db, { ...about, key: 'mau-thoi', procedures: [], bytes: templateDocx({ text: '{tờ khai.other}' }) });

    expect(await answersNamed(database.db, 'khai-sinh')).toEqual([{ field: 'childName', where: 'Mẫu giấy «Mẫu một»' }]);
    expect(await answersNamed(database.db, 'khac')).toEqual([]);
  });
});
