// SPDX-License-Identifier: EUPL-1.2
import type { EformDefinition } from '@motcua/eforms/contract';
import { describe, expect, test } from 'vitest';
import { proposedByLink } from './prefill.ts';

const form: EformDefinition = {
  key: 'thu', version: 1, title: 'Thử',
  schema: { type: 'object', properties: { shop: { type: 'string', maxLength: 50 }, phone: { type: 'string', pattern: '^0[0-9]{9}$' }, agree: { type: 'boolean' } }, required: ['shop'] },
  display: { sections: [{ title: 'Chung', fields: [{ name: 'shop', control: 'text', label: 'Tên quán' }, { name: 'phone', control: 'phone', label: 'Điện thoại' }, { name: 'agree', control: 'checkbox', label: 'Cam đoan' }] }] },
};
const from = (text: string) => proposedByLink(new URLSearchParams(text), form);

describe('a link that fills in a form (liên kết điền sẵn)', () => {
  test('proposes what the form takes, and says where it came from', () => {
    expect(from('dien.shop=Sao+Mai&dien.phone=0900000123&nguon=thuongmai.vn')).toEqual({ from: 'thuongmai.vn', answers: { shop: 'Sao Mai', phone: '0900000123' } });
  });

  test.each([
    ['a value the form refuses', 'dien.phone=abc'], ['a field the form does not have', 'dien.khac=x'], ['a field without the prefix', 'shop=Sao'],
    ['a promise the person must make', 'dien.agree=true'], ['a value without end', `dien.shop=${'ă'.repeat(501)}`], ['an empty value', 'dien.shop=+'],
  ])('leaves out %s', (_what, text) => {
    expect(from(text).answers).toEqual({});
  });

  test('cannot put markup into the name of its source', () => {
    expect(from('nguon=<script>alert(1)</script>').from).toBe('scriptalert1script');
  });
});
