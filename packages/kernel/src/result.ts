// SPDX-License-Identifier: EUPL-1.2
/** The answer was given. */
export type Ok<Value> = { readonly ok: true; readonly value: Value };

/** A refusal the law or the business foresees: a value, never an exception. */
export type Refused<Refusal> = { readonly ok: false; readonly error: Refusal };

/** What an act or a rule answers: a value, or the refusal the caller must look at. */
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>;

/** Wraps an answer. */
export function ok<const Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function refuse<const Refusal>(error: Refusal): Refused<Refusal> {
  return { ok: false, error };
}
