// SPDX-License-Identifier: EUPL-1.2
/** A data field a template may name (trường dữ liệu), what it stands for, and what a sample shows. `within`: the list whose entries have it. */
export type DataField = { readonly name: string; readonly means: string; readonly sample: string; readonly kind: 'text' | 'list' | 'place'; readonly within?: string };

/** A field with a text. */
export const said = (name: string, means: string, sample: string): DataField => ({ name, kind: 'text', means, sample });

/** A list, and what each of its entries has. */
export const listed = (name: string, means: string, inner: readonly DataField[]): readonly DataField[] => [{ name, kind: 'list', means, sample: '' }, ...inner.map((field) => ({ ...field, within: name }))];

/** A place kept free. */
export const place = (name: string, means: string): DataField => ({ name, kind: 'place', means, sample: '' });
