// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { element, everyElement, readXml, textIn, xml, xmlBytes } from './index.ts';

const file = xml('ho-so', { ma: '000.1', trong: null }, xml('ten', {}, 'Nguyễn <Văn> & "Mẫu"'), xml('giay', { so: 2 }, xml('ten', {}, 'Giấy\u0007 phép')));

describe('tệp XML (small XML)', () => {
  test('is read as it was written, without signs XML cannot hold', () => {
    const read = readXml(xmlBytes(file));

    expect([read?.attributes, textIn(element(read ?? undefined, 'ten')), everyElement(read ?? file, 'ten').map(textIn)]).toEqual([{ ma: '000.1' }, 'Nguyễn <Văn> & "Mẫu"', ['Nguyễn <Văn> & "Mẫu"', 'Giấy phép']]);
  });

  test('bears the prefixes its reader knows', () => {
    expect(readXml('<x:a xmlns:x="urn:one"><x:b/></x:a>', { 'urn:one': 'own' })?.name).toBe('own:a');
  });

  test.each([
    ['text', 'xin chào'], ['an open element', '<a><b></a>'], ['a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['nesting without end', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`],
  ])('is refused when it is %s', (_what, text) => {
    expect(readXml(text)).toBeNull();
  });

  test('is refused when its bytes are no UTF-8', () => {
    expect(readXml(new Uint8Array([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]))).toBeNull();
  });
});
