// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import { XmlDocument, XmlLibError, XsdValidator, closeBuffer, openBuffer, readBuffer, xmlRegisterInputProvider } from 'libxml2-wasm';

/** Schemas by the name of their file, such as `mets.xsd`; one that imports another finds it by that name, wherever it says it lies. */
export type Schemas = Readonly<Record<string, Uint8Array>>;
/** Says what in a metadata file breaks the schema of its standard, with the line; nothing when it holds. */
export type Judge = (standard: Standard, file: Uint8Array) => readonly string[];

const standards = ['mets', 'ead', 'premis'] as const;
type Standard = (typeof standards)[number];

/** The schemas in a folder, by name. */
export const schemasIn = (folder: string | URL): Schemas => Object.fromEntries(fs.readdirSync(folder).filter((name) => name.endsWith('.xsd')).map((name) => [name, new Uint8Array(fs.readFileSync(typeof folder === 'string' ? `${folder}/${name}` : new URL(name, folder)))]));

/** Lược đồ đi theo mọi gói: our profiles of METS, EAD and PREMIS, stricter than the standards. */
export const packageSchemas: Schemas = schemasIn(new URL('../../schemas/', import.meta.url));

// libxml2 asks one provider for all; it answers from the schemas being read at that moment, so nothing outside them is ever opened.
let offered: Schemas = {};
const named = (address: string): Uint8Array | undefined => offered[address.split('/').at(-1) ?? ''];
xmlRegisterInputProvider({
  match: (address) => named(address) !== undefined, open: (address) => openBuffer(named(address) ?? new Uint8Array()), read: readBuffer,
  close: (opened) => { closeBuffer(opened); return true; },
});

const words = (fault: unknown): readonly string[] => {
  if (!(fault instanceof XmlLibError)) throw fault;
  return fault.details.map(({ line, message }) => `dòng ${String(line)}: ${message.replaceAll(/\{[^{}]*\}/gu, '').trim()}`);
};

function compiled(schemas: Schemas, standard: Standard): XsdValidator {
  offered = schemas;
  try {
    using source = XmlDocument.fromBuffer(schemas[`${standard}.xsd`] ?? new Uint8Array(), { url: `${standard}.xsd` });
    return XsdValidator.fromDoc(source);
  } catch (fault) {
    throw new Error(`Không đọc được lược đồ ${standard}.xsd: ${words(fault).join('; ')}`, { cause: fault });
  } finally {
    offered = {};
  }
}

/**
 * Holds metadata files against schemas by libxml2; reads nothing but what it is given.
 *
 * @throws Error naming the schema that is missing or cannot be read
 */
export function schemaJudge(schemas: Schemas): Judge {
  const validators = Object.fromEntries(standards.map((standard) => [standard, compiled(schemas, standard)]));
  return (standard, file) => {
    try {
      using read = XmlDocument.fromBuffer(file);
      validators[standard]?.validate(read);
      return [];
    } catch (fault) {
      return words(fault);
    }
  };
}
