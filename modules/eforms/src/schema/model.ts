// SPDX-License-Identifier: EUPL-1.2
/** A schema as an object of keywords. */
export type SchemaObject = { readonly [keyword: string]: unknown };

/** A JSON Schema of draft 2020-12: an object of keywords, or true (anything) and false (nothing). */
export type Schema = SchemaObject | boolean;

/** A rule an answer breaks. `at`: JSON pointer into the answer, '' for the whole; `limit`: what the keyword says. */
export type SchemaFault = { readonly at: string; readonly keyword: string; readonly limit: unknown };

/** True of what is written with braces in JSON. */
export const isRecord = (value: unknown): value is SchemaObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** True of what may stand where a schema is expected. */
export const isSchema = (value: unknown): value is Schema => typeof value === 'boolean' || isRecord(value);
