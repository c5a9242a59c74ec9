// SPDX-License-Identifier: EUPL-1.2
import { dialect, innerSchemas, validationVocabulary } from './keywords.ts';
import { type Schema, type SchemaObject, isRecord, isSchema } from './model.ts';

/** A schema found by its address, and the address its own references start from. */
export type Found = { readonly schema: Schema; readonly base: string };

/** A schema that cannot be read: an address nobody has, or another dialect. `what` says which. */
export class UnreadableSchema extends Error {
  override readonly name = 'UnreadableSchema';
}

const nowhere = 'https://form.invalid/';
const steps = (pointer: string): readonly string[] => pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
const textIn = (schema: SchemaObject, keyword: string): string | undefined => {
  const value = schema[keyword];
  return typeof value === 'string' ? value : undefined;
};

/** All schemas that may be named from one another, by address. Fetches nothing: what was not given is not there. */
export class SchemaRegistry {
  readonly #resources = new Map<string, Schema>();
  readonly #anchors = new Map<string, Found>();
  readonly #dynamic = new Map<string, Found>();
  readonly #bases = new Map<SchemaObject, string>();
  readonly #metaschemas = new Map<string, string>();

  /** Takes a schema in, under the address it was found at unless it says its own. @returns the address. */
  add(schema: Schema, at = nowhere): string {
    const base = new URL(isRecord(schema) ? textIn(schema, '$id') ?? at : at, at).href.replace(/#$/u, '');
    this.#resources.set(at.replace(/#$/u, ''), schema);
    this.#resources.set(base, schema);
    this.#index(schema, at);
    return base;
  }

  /**
   * What a reference leads to.
   *
   * @error UnreadableSchema - there is nothing at that address
   */
  find(reference: string, from: string): Found {
    const { href, hash } = new URL(reference, from);
    const resource = href.slice(0, href.length - hash.length).replace(/#$/u, '');
    const fragment = decodeURIComponent(hash.slice(1));
    const root = this.#resources.get(resource);
    const home = isRecord(root) ? this.#bases.get(root) ?? resource : resource;
    const anchored = this.#anchors.get(`${home}#${fragment}`);
    if (anchored !== undefined) return anchored;
    if (root === undefined || (fragment !== '' && !fragment.startsWith('/'))) throw new UnreadableSchema(`«${reference}» không dẫn tới đâu`);
    return this.#within(root, fragment, home);
  }

  /** The schema a resource calls by a dynamic name. */
  dynamic(name: string, base: string): Found | undefined {
    return this.#dynamic.get(`${base}#${name}`);
  }

  /** Where the references of a schema start from, when it stands in a resource of its own. */
  baseOf(schema: SchemaObject): string | undefined {
    return this.#bases.get(schema);
  }

  /** False when the metaschema of a resource leaves the keywords of limits without meaning. */
  validates(base: string): boolean {
    const metaschema = this.#metaschemas.get(base) ?? dialect;
    if (metaschema === dialect) return true;
    const given = this.#resources.get(metaschema);
    if (given === undefined || given === true || given === false) throw new UnreadableSchema(`phương ngữ «${metaschema}» chưa dùng được`);
    const vocabulary = given['$vocabulary'];
    return !isRecord(vocabulary) || vocabulary[validationVocabulary] !== undefined;
  }

  #within(root: Schema, pointer: string, resource: string): Found {
    let base = resource;
    let reached: unknown = root;
    for (const step of steps(pointer)) {
      const next: unknown = Array.isArray(reached) ? reached[Number(step)] : isRecord(reached) && Object.hasOwn(reached, step) ? reached[step] : undefined;
      if (isRecord(next)) base = this.#bases.get(next) ?? base;
      reached = next;
    }
    if (!isSchema(reached)) throw new UnreadableSchema(`«${resource}#${pointer}» không dẫn tới lược đồ nào`);
    // What stands under a keyword of others is a schema only now that somebody named it.
    if (isRecord(reached) && !this.#bases.has(reached)) this.#index(reached, base);
    return { schema: reached, base: isRecord(reached) ? this.#bases.get(reached) ?? base : base };
  }

  #index(schema: Schema, around: string): void {
    if (!isRecord(schema) || this.#bases.has(schema)) return;
    const id = textIn(schema, '$id');
    const base = id === undefined ? around : new URL(id, around).href.replace(/#$/u, '');
    if (id !== undefined) this.#resources.set(base, schema);
    this.#bases.set(schema, base);
    const [anchor, dynamicAnchor, metaschema] = [textIn(schema, '$anchor'), textIn(schema, '$dynamicAnchor'), textIn(schema, '$schema')];
    if (anchor !== undefined) this.#anchors.set(`${base}#${anchor}`, { schema, base });
    if (dynamicAnchor !== undefined) {
      this.#anchors.set(`${base}#${dynamicAnchor}`, { schema, base });
      this.#dynamic.set(`${base}#${dynamicAnchor}`, { schema, base });
    }
    if (metaschema !== undefined) this.#metaschemas.set(base, metaschema.replace(/#$/u, ''));
    for (const inner of innerSchemas(schema)) this.#index(inner.schema, base);
  }
}
