// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel/text';
import type { EformDefinition, Field, JsonSchema } from '../model.ts';
import { isRecord } from '../schema/model.ts';
import { circlesIn } from './circles.ts';
import { lintEform } from './lint.ts';
import { unreachableFields } from './reach.ts';

/** One thing to look at in a form. `path` is the dotted way to the field, `place` says where in the reader's words; what `blocks` keeps it from being published. */
export type EformFinding = { readonly path: string; readonly place: string; readonly text: string; readonly blocks: boolean; readonly source?: string };

/** A dated rule about what forms may ask and how. `source`: what to fill it from instead of asking. */
export type AskingRule = { readonly kind: 'held' | 'forbidden' | 'vague' | 'plain'; readonly words: readonly string[]; readonly says: string; readonly source: string | null; readonly blocks: boolean };

type Placed = { readonly field: Field; readonly path: string; readonly schema: JsonSchema };
type Look = (placed: Placed, rules: readonly AskingRule[]) => readonly Omit<EformFinding, 'path' | 'place'>[];

const recordIn = (schema: JsonSchema, keyword: string): JsonSchema => {
  const value = schema[keyword];
  return isRecord(value) ? value : {};
};

function placedIn(fields: readonly Field[], schema: JsonSchema, before = ''): readonly Placed[] {
  return fields.flatMap((field) => {
    const own = recordIn(recordIn(schema, 'properties'), field.name);
    const path = `${before}${field.name}`;
    return [{ field, path, schema: own }, ...placedIn(field.fields ?? [], recordIn(own, 'items'), `${path}.`)];
  });
}

const spoken = (text: string): string => ` ${fold(text).replace(/[^a-z0-9]+/gu, ' ').trim()} `;
const says = (text: string, words: readonly string[]): boolean => words.some((one) => spoken(text).includes(spoken(one)));
const wordsIn = (text: string): number => text.trim().split(/\s+/u).length;
const longestSentence = 25;

const askedAlready: Look = ({ field }, rules) => field.source !== undefined || field.computed !== undefined ? [] :
  rules.filter(({ kind, words }) => kind === 'held' && says(field.label, words)).map((rule) => ({ text: rule.says, blocks: rule.blocks, ...(rule.source === null ? {} : { source: rule.source }) }));

const notToBeAsked: Look = ({ field }, rules) =>
  rules.filter(({ kind, words }) => kind === 'forbidden' && says(`${field.label} ${field.hint ?? ''}`, words)).map(({ says: text, blocks }) => ({ text, blocks }));

const vague: Look = ({ field }, rules) => rules.filter(({ kind, words }) => kind === 'vague' && words.some((one) => spoken(one) === spoken(field.label))).map(({ says: text, blocks }) => ({ text, blocks }));

const plain: Look = ({ field }, rules) => rules.filter(({ kind, words }) => kind === 'plain' && says(`${field.label} ${field.hint ?? ''}`, words)).map(({ says: text, blocks }) => ({ text, blocks }));

const tooLong: Look = ({ field }) => [field.label, field.hint ?? '', field.faultText ?? ''].flatMap((text) => text.split(/(?<=[.;?!])\s/u))
  .filter((sentence) => wordsIn(sentence) > longestSentence).map((sentence) => ({ text: `Câu dài ${String(wordsIn(sentence))} chữ: «${sentence.slice(0, 60)}…». Tách thành câu không quá ${String(longestSentence)} chữ.`, blocks: false }));

// The general sentence cannot know what a pattern is about.
const needsOwnSentence: Look = ({ field, schema }) => typeof schema['pattern'] === 'string' && field.control !== 'personal-id' && field.faultText === undefined && field.hint === undefined
  ? [{ text: 'Có cách ghi riêng mà chưa có câu báo khi ghi sai. Viết câu ở ô «Sai thì nói».', blocks: true }] : [];

const looks: readonly Look[] = [askedAlready, notToBeAsked, vague, plain, tooLong, needsOwnSentence];

function asPlaced(definition: EformDefinition, placed: readonly Placed[]): readonly EformFinding[] {
  // Circles are told with the words of the form below.
  return lintEform(definition).filter((text) => !text.includes('vòng quanh nhau')).map((text) => {
    const path = /^([A-Za-z0-9.]+): /u.exec(text)?.[1] ?? '';
    const found = placed.find((one) => one.path === path);
    return found === undefined ? { path: '', place: definition.title, text, blocks: true } : { path, place: `Ô «${found.field.label}»`, text: text.slice(path.length + 2), blocks: true };
  });
}

function repeated(placed: readonly Placed[]): readonly EformFinding[] {
  const first = new Map<string, string>();
  return placed.flatMap(({ field, path }) => {
    const words = spoken(field.label).trim();
    const group = `${path.slice(0, path.lastIndexOf('.') + 1)} ${words}`;
    const earlier = first.get(group);
    if (earlier === undefined) first.set(group, field.label);
    return earlier === undefined || words === '' ? [] : [{ path, place: `Ô «${field.label}»`, text: `Hỏi trùng với ô «${earlier}» ở trên. Bỏ một ô, hoặc ghi rõ hai ô khác nhau thế nào.`, blocks: false }];
  });
}

/**
 * Everything to look at before a form is published (soát biểu mẫu): what is wrong, what the state holds already, what must not be asked,
 * what nobody will ever see, what a person will not understand.
 *
 * @param rules - the dated rules in force on the day
 */
export function reviewEform(definition: EformDefinition, rules: readonly AskingRule[]): readonly EformFinding[] {
  const placed = placedIn(definition.display.sections.flatMap(({ fields }) => fields), definition.schema);
  const labelOf = (name: string): string => placed.find(({ field }) => field.name === name)?.field.label ?? name;
  const circles = circlesIn(definition).map((circle): EformFinding => ({
    path: circle[0] ?? '', place: `Ô «${labelOf(circle[0] ?? '')}»`, text: `Điều kiện vòng tròn: ${[...circle, circle[0] ?? ''].map((name) => `«${labelOf(name)}»`).join(' → ')}. Bỏ một điều kiện.`, blocks: true,
  }));
  const unreachable = circles.length > 0 ? [] : unreachableFields(definition).map((field): EformFinding => ({ path: field.name, place: `Ô «${field.label}»`, text: 'Không câu trả lời nào làm ô này hiện ra. Sửa điều kiện hoặc bỏ ô.', blocks: true }));
  const looked = placed.flatMap((one) => looks.flatMap((look) => look(one, rules).map((found): EformFinding => ({ path: one.path, place: `Ô «${one.field.label}»`, ...found }))));
  return [...asPlaced(definition, placed), ...circles, ...unreachable, ...looked, ...repeated(placed)];
}
