// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { byteRangeOf, type Field, fieldsOf, type Lock, lockOf } from './field-tree.ts';
import { dictOf, entryOf, listOf, readRevision, resolve, type Revision } from './pdf-revision.ts';

/**
 * What came into a file behind a signature, from harmless to not.
 * 'signatures-only': further signatures, time-stamps and the data to check them; 'form-filling': fields were filled in too;
 * 'other': what a reader sees may no longer be what was signed.
 */
export type Changes = 'none' | 'signatures-only' | 'form-filling' | 'other';

const order = { 'none': 0, 'signatures-only': 1, 'form-filling': 2, 'other': 3 } as const;
/** The worse of the two. */
const worse = (one: Changes, other: Changes): Changes => (order[one] >= order[other] ? one : other);

type Held = PDFObject | undefined;
type Role = 'catalog' | 'form' | 'page' | 'field' | 'fields' | 'annotations' | 'same';
type Pair = { readonly before: Held; readonly after: Held; readonly role: Role };
type Step = { readonly changes: Changes; readonly next?: readonly Pair[] };

/** What filling in changes of a field, and what signing changes of an empty one. */
const inFilledField = new Set(['/V', '/AP', '/AS', '/F', '/DA', '/Q', '/MK', '/M', '/I']);
const inSignedField = new Set(['/AP', '/F', '/M', '/P', '/MK', '/DA', '/Q']);
const mostSteps = 2_000_000;
const kept: Step = { changes: 'none' };
const added: Step = { changes: 'signatures-only' };
const broken: Step = { changes: 'other' };
const isNothing = (object: Held): boolean => object === undefined || object === PDFNull;
const keysOf = (one: PDFDict, other: PDFDict): readonly PDFName[] => [...new Set([...one.keys(), ...other.keys()])];

/** Two streams of equal content. A length that stands elsewhere could be changed under it, so such a stream counts as another. */
function sameContent(before: PDFStream, after: PDFStream): boolean {
  if (!(before instanceof PDFRawStream) || !(after instanceof PDFRawStream)) return false;
  const direct = after.dict.get(PDFName.of('Length')) instanceof PDFNumber;
  return direct && Buffer.from(before.getContents()).equals(Buffer.from(after.getContents()));
}

/** The comparison of a signed revision with a later one: both are walked from the root, side by side, as a reader would. */
class Comparison {
  readonly #early: Revision;
  readonly #late: Revision;
  readonly #lock: Lock;
  readonly #roles = new Map<string, Role>();
  readonly #fieldsEarly: ReadonlyMap<string, Field>;
  readonly #newSignatures: ReadonlyMap<PDFDict, Field>;
  /** What a reader came by in the signed revision, and the appearances that were replaced: an object may not be both. */
  readonly #walked = new Set<string>();
  readonly #replaced = new Set<string>();

  constructor(early: Revision, late: Revision, lock: Lock) {
    this.#early = early;
    this.#late = late;
    this.#lock = lock;
    const fields = fieldsOf(early);
    this.#fieldsEarly = new Map(fields.flatMap((field) => (field.ref === null ? [] : [[field.ref.toString(), field] as const])));
    const known = new Set(this.#fieldsEarly.keys());
    this.#newSignatures = new Map(fieldsOf(late).filter(({ ref, type }) => type === '/Sig' && ref !== null && !known.has(ref.toString())).map((field) => [field.dict, field]));
    this.#nameRoles();
  }

  /** Which objects may change, and how, is settled by what they are in the signed revision, never by the later one. */
  #nameRoles(): void {
    const root = this.#early.trailer.get(PDFName.of('Root'));
    if (root instanceof PDFRef) this.#roles.set(root.toString(), 'catalog');
    for (const ref of this.#fieldsEarly.keys()) this.#roles.set(ref, 'field');
    const catalog = dictOf(this.#early, this.#early.trailer, 'Root');
    const walk = [...listOf(this.#early, dictOf(this.#early, catalog, 'Pages'), 'Kids')];
    const seen = new Set<string>();
    for (let item = walk.pop(); item !== undefined; item = walk.pop()) {
      const page = resolve(this.#early, item);
      if (!(page instanceof PDFDict) || !(item instanceof PDFRef) || seen.has(item.toString())) continue;
      seen.add(item.toString());
      if (entryOf(this.#early, page, 'Kids') === undefined) this.#roles.set(item.toString(), 'page');
      walk.push(...listOf(this.#early, page, 'Kids'));
    }
  }

  /** The worst change found. */
  judge(): Changes {
    const [before, after] = [this.#early.trailer, this.#late.trailer];
    const root = PDFName.of('Root');
    if (before.get(root)?.toString() !== after.get(root)?.toString() || before.get(PDFName.of('Encrypt'))?.toString() !== after.get(PDFName.of('Encrypt'))?.toString()) return 'other';
    let found: Changes = 'none';
    const work: Pair[] = [{ before: before.get(root), after: after.get(root), role: 'catalog' }];
    const seen = new Set<string>();
    for (let steps = 0; work.length > 0; steps += 1) {
      const pair = work.pop();
      if (pair === undefined || steps > mostSteps) return 'other';
      const step = this.#compare(pair, seen);
      found = worse(found, step.changes);
      if (found === 'other') return found;
      for (const next of step.next ?? []) work.push(next);
    }
    // An appearance that is also used elsewhere was laid out to be swapped: what is seen there would change its meaning.
    return this.#replaced.isDisjointFrom(this.#walked) ? found : 'other';
  }

  #compare(pair: Pair, seen: Set<string>): Step {
    const { before, after } = pair;
    let { role } = pair;
    if (before instanceof PDFRef) this.#walked.add(before.toString());
    if (before instanceof PDFRef && after instanceof PDFRef) {
      role = this.#roles.get(before.toString()) ?? role;
      const key = `${before.toString()}>${after.toString()}>${role}`;
      if (seen.has(key)) return kept;
      seen.add(key);
    }
    const [old, now] = [resolve(this.#early, before), resolve(this.#late, after)];
    if (isNothing(old) && isNothing(now)) return kept;
    if (role === 'fields' || role === 'annotations') return this.#grown(old, now, role);
    return this.#content({ old, now, before, after, role });
  }

  #content({ old, now, before, after, role }: Pair & { readonly old: Held; readonly now: Held }): Step {
    if (old instanceof PDFDict && now instanceof PDFDict) return this.#dictionary(old, now, role, before);
    if (old instanceof PDFArray && now instanceof PDFArray) {
      if (old.size() !== now.size()) return broken;
      return { changes: 'none', next: old.asArray().map((item, index) => ({ before: item, after: now.get(index), role: 'same' })) };
    }
    if (old instanceof PDFStream && now instanceof PDFStream) return this.#stream({ old, now, before, after });
    return old?.toString() === now?.toString() ? kept : broken;
  }

  #stream({ old, now, before, after }: { readonly old: PDFStream; readonly now: PDFStream; readonly before: Held; readonly after: Held }): Step {
    const unmoved = before instanceof PDFRef && after instanceof PDFRef && this.#early.placeOf(before) === this.#late.placeOf(after);
    if (!unmoved && !sameContent(old, now)) return broken;
    return this.#dictionary(old.dict, now.dict, 'same', undefined);
  }

  /** A list kept its members in their order, and only fields of new signatures came behind them. */
  #grown(old: Held, now: Held, role: 'fields' | 'annotations'): Step {
    if (!(old === undefined || old instanceof PDFArray)) return broken;
    if (now === undefined && old === undefined) return kept;
    if (!(now instanceof PDFArray)) return broken;
    const had = old?.asArray() ?? [];
    if (now.size() < had.length) return broken;
    const next = had.map((item, index) => ({ before: item, after: now.get(index), role: role === 'fields' ? 'field' as const : 'same' as const }));
    const came = now.asArray().slice(had.length);
    if (!came.every((item) => this.#isNewSignature(item))) return broken;
    return { changes: came.length === 0 ? 'none' : 'signatures-only', next };
  }

  /** A field that was not there and carries a signature, or the little picture of one that lies apart from it. An empty one may not be seen. */
  #isNewSignature(item: Held): boolean {
    const dict = resolve(this.#late, item);
    const field = dict instanceof PDFDict ? this.#newSignatures.get(dict) : undefined;
    if (!(dict instanceof PDFDict) || field === undefined) return false;
    if (field.value instanceof PDFDict) return byteRangeOf(this.#late, field.value).length === 4;
    const box = listOf(this.#late, dict, 'Rect').map((each) => (each instanceof PDFNumber ? each.asNumber() : 0));
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    return entryOf(this.#late, dict, 'AP') === undefined || left === right || bottom === top;
  }

  #dictionary(old: PDFDict, now: PDFDict, role: Role, ref: Held): Step {
    let changes: Changes = 'none';
    const next: Pair[] = [];
    for (const name of keysOf(old, now)) {
      const [before, after] = [old.get(name), now.get(name)];
      const step = this.#entry({ key: name.asString(), before, after, role, field: ref instanceof PDFRef ? this.#fieldsEarly.get(ref.toString()) : undefined });
      changes = worse(changes, step.changes);
      next.push(...step.next ?? []);
    }
    return { changes, next };
  }

  #entry(entry: Entry): Step {
    const { before, after, role } = entry;
    const special = role === 'catalog' ? this.#inCatalog(entry) : role === 'form' ? this.#inForm(entry) : role === 'page' ? this.#inPage(entry) : role === 'field' ? this.#inField(entry) : null;
    return special ?? { changes: 'none', next: [{ before, after, role: 'same' }] };
  }

  #inCatalog({ key, before, after }: Entry): Step | null {
    if (key === '/DSS') return after === undefined ? broken : added;
    if (key === '/Extensions' || key === '/Version' || key === '/Metadata') return before?.toString() === after?.toString() ? kept : added;
    if (key !== '/AcroForm') return null;
    const form = before ?? this.#early.trailer.context.obj({ Fields: [] });
    return resolve(this.#late, after) instanceof PDFDict ? { changes: 'none', next: [{ before: form, after, role: 'form' }] } : broken;
  }

  #inForm({ key, before, after }: Entry): Step | null {
    if (key === '/Fields') return { changes: 'none', next: [{ before, after, role: 'fields' }] };
    if (key === '/SigFlags' || key === '/DA' || key === '/Q') return before?.toString() === after?.toString() ? kept : added;
    if (key === '/NeedAppearances') return after === undefined || after.toString() === 'false' ? kept : null;
    // What was there stays; a font that came in is used by nothing that was there before.
    if (key === '/DR') return this.#onlyMore(before, after, 0);
    return null;
  }

  #onlyMore(before: Held, after: Held, depth: number): Step {
    const [old, now] = [resolve(this.#early, before), resolve(this.#late, after)];
    if (old === undefined) return now === undefined ? kept : added;
    if (!(old instanceof PDFDict) || !(now instanceof PDFDict) || depth > 1) return { changes: 'none', next: [{ before, after, role: 'same' }] };
    const steps = old.keys().map((key) => this.#onlyMore(old.get(key), now.get(key), depth + 1));
    return { changes: steps.reduce<Changes>((sum, step) => worse(sum, step.changes), 'none'), next: steps.flatMap((step) => step.next ?? []) };
  }

  #inPage({ key, before, after }: Entry): Step | null {
    if (key === '/Annots') return { changes: 'none', next: [{ before, after, role: 'annotations' }] };
    return key === '/Tabs' && before === undefined ? added : null;
  }

  #inField({ key, before, after, field }: Entry): Step | null {
    if (key === '/Kids') return { changes: 'none', next: [{ before, after, role: 'fields' }] };
    if (field?.type === '/Sig') return this.#inSignatureField({ key, before, after, field });
    if (!inFilledField.has(key)) return null;
    if (this.#untouched(before, after)) return kept;
    if (key === '/AP') this.#note(before);
    return field !== undefined && this.#lock.locks(field.name) ? broken : { changes: 'form-filling' };
  }

  #inSignatureField({ key, before, after, field }: Pick<Entry, 'key' | 'before' | 'after' | 'field'>): Step | null {
    const empty = field?.value === undefined;
    if (!empty) return null;
    if (key === '/V') return after === undefined ? kept : added;
    if (this.#untouched(before, after)) return kept;
    if (key === '/AP') this.#note(before);
    return inSignedField.has(key) ? added : null;
  }

  /** Remembers an appearance that gave way to another: itself and the pictures in it. */
  #note(appearance: Held): void {
    const held = resolve(this.#early, appearance);
    for (const each of [appearance, ...held instanceof PDFDict ? held.values() : []]) if (each instanceof PDFRef) this.#replaced.add(each.toString());
  }

  /** The same words, and what they refer to lies where it lay. */
  #untouched(before: Held, after: Held): boolean {
    const unmoved = (object: Held): boolean => !(object instanceof PDFRef) || this.#early.placeOf(object) === this.#late.placeOf(object);
    const held = resolve(this.#early, before);
    return before?.toString() === after?.toString() && unmoved(before) && (!(held instanceof PDFDict) || held.values().every(unmoved));
  }
}

type Entry = {
  readonly key: string;
  readonly before: Held;
  readonly after: Held;
  readonly role: Role;
  readonly field: Field | undefined;
};

/** The signed revision a signature ends, and what a later file made of it. @param end the byte behind the signed range */
export async function changesSince(pdf: Uint8Array, end: number, late: Revision, signature: (early: Revision) => PDFDict | undefined): Promise<Changes> {
  try {
    const early = await readRevision(pdf.subarray(0, end));
    const [newest] = early.tables;
    // Behind a signature an update may be written, in the standard's way: with tables that lead back to those that were signed.
    if (newest === undefined || late.tables[0] === newest || !late.tables.includes(newest)) return 'other';
    const signed = signature(early);
    const lock = signed === undefined ? { level: 3, locks: () => false } : lockOf(early, signed);
    const changes = new Comparison(early, late, lock).judge();
    return lock.level === 1 && changes !== 'none' ? await onlyValidationData(early, late) : changes;
  } catch {
    return 'other';
  }
}

/** A certification that allows no change still allows the data to check it and a time-stamp of the whole file. */
function onlyValidationData(early: Revision, late: Revision): Promise<Changes> {
  const known = new Set(fieldsOf(early).map(({ ref }) => ref?.toString()));
  const fine = fieldsOf(late).every(({ ref, value }) => known.has(ref?.toString())
    || (value instanceof PDFDict && value.get(PDFName.of('SubFilter'))?.toString() === '/ETSI.RFC3161'));
  return Promise.resolve(fine ? 'signatures-only' : 'other');
}
