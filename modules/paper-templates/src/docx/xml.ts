// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, readXml } from '@motcua/xml-kit';

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w', 'http://schemas.openxmlformats.org/drawingml/2006/main': 'a', 'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel', 'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc', 'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
};

/** Reads XML of an office file under the usual prefixes; null when it is none that may be read. */
export const readOfficeXml = (text: string): Xml | null => readXml(text, prefixes);

/** The value of an element that carries one word: <w:jc w:val="center"/>. */
export const worth = (of: Xml | undefined, name: string): string | undefined => element(of, name)?.attributes['w:val'];
