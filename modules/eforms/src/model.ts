// SPDX-License-Identifier: EUPL-1.2
/** How a field is shown and read. */
export type Control =
  | 'text' | 'textarea' | 'date' | 'number' | 'money' | 'choice' | 'multi-choice' | 'checkbox'
  | 'address' | 'person' | 'organisation' | 'personal-id' | 'phone' | 'email' | 'repeat';

/** What an answer of a field, or of several, must be. A field is named within its own group first, then in the whole form. */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** One of the answers to choose from. */
export type Option = { readonly value: string; readonly label: string };

/** Another day: 'today' or the name of a date field before this one, and the words for it in a fault, «ngày hôm nay». */
export type DayBound = { readonly name: string; readonly words: string };

/** A field (trường thông tin) as it is shown; its type and limits stand in the schema under the same name. */
export type Field = {
  readonly name: string;
  readonly control: Control;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  /** Where a value the state already holds comes from, by a name of `sources`: 'population.fullName'. */
  readonly source?: string;
  /** Of a 'date': the latest and earliest day allowed. */
  readonly notAfter?: DayBound;
  readonly notBefore?: DayBound;
  /** A soft field may be left open online and completed at the counter. */
  readonly soft?: boolean;
  /** Of a soft field: what is said while it is open. */
  readonly softText?: string;
  /** Said instead of the general sentence when the answer is wrong. */
  readonly faultText?: string;
  /** What a voice says for this question, where the label alone would not do. */
  readonly readAloud?: string;
  /** A formula over the fields before it: the person does not fill this in. */
  readonly computed?: string;
  readonly visibleWhen?: Condition;
  /** Of a 'repeat': the fields of one entry. */
  readonly fields?: readonly Field[];
  /** Of a 'repeat': what one entry is called, «Người con». */
  readonly entryLabel?: string;
};

/** A part of the form under its own heading. */
export type Section = { readonly title: string; readonly hint?: string; readonly visibleWhen?: Condition; readonly fields: readonly Field[] };

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A component of a procedure (thành phần hồ sơ) a form stands for once it is filled in: the one so called; without a procedure: of every procedure that uses the form, the one whose name begins so. */
export type StandsFor = { readonly procedure: string | null; readonly component: string };

/** An e-form (tờ khai điện tử) of one version. */
export type EformDefinition = {
  readonly key: string;
  readonly version: number;
  readonly title: string;
  /** Papers nobody hands in beside it. */
  readonly standsFor?: readonly StandsFor[];
  readonly schema: JsonSchema;
  readonly display: { readonly sections: readonly Section[] };
};

/** What a person filled in, by field name. */
export type Answers = { readonly [field: string]: unknown };

/** An address (địa chỉ) of two levels, as codes with the names they had when it was given. */
export type Address = {
  readonly province: string;
  readonly provinceName: string;
  readonly commune: string;
  readonly communeName: string;
  readonly street: string;
};

/** Something to put right. `path` leads to the field: 'children.0.birthday'. `rule` is the schema's word, such as 'required'. */
export type Fault = {
  readonly path: string;
  readonly label: string;
  readonly rule: string;
  /** Says what to do, in Vietnamese. */
  readonly text: string;
};
