// SPDX-License-Identifier: EUPL-1.2
import type { Answers, EformDefinition, Field, Section } from '../model.ts';
import { computedAnswer } from './compute.ts';
import { holds } from './condition.ts';

/** What is to be seen of a group of fields, and their answers alone. */
export type Seen = { readonly fields: readonly Field[]; readonly answers: Answers };

/**
 * Goes through the fields in their order. A condition sees only what is visible before it, so a hidden answer hides what hangs on it,
 * and one pass is enough. A computed answer is what its formula says, whatever was given for it.
 *
 * @param outer - what is seen of the form around a repeat's entry
 */
export function seenOf(fields: readonly Field[], answers: Answers, outer: Answers): Seen {
  const visible: Field[] = [];
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.visibleWhen !== undefined && !holds(field.visibleWhen, { ...outer, ...kept })) continue;
    visible.push(field);
    const answer = field.computed === undefined ? answers[field.name] : computedAnswer(field, { ...outer, ...kept });
    if (field.computed === undefined ? Object.hasOwn(answers, field.name) : answer !== undefined) kept[field.name] = answer;
  }
  return { fields: visible, answers: kept };
}

/** A section with its fields that are seen. */
export type SeenSection = Section & Seen;

/** The sections to show for these answers, each with its visible fields only. */
export function visibleSections({ display }: EformDefinition, answers: Answers): readonly SeenSection[] {
  let seen: Answers = {};
  const sections: SeenSection[] = [];
  for (const section of display.sections) {
    if (section.visibleWhen !== undefined && !holds(section.visibleWhen, seen)) continue;
    const inner = seenOf(section.fields, answers, seen);
    seen = { ...seen, ...inner.answers };
    sections.push({ ...section, ...inner });
  }
  return sections;
}

/** The fields to show for these answers, in order; a repeat stands for its entries. */
export function visibleFields(definition: EformDefinition, answers: Answers): readonly Field[] {
  return visibleSections(definition, answers).flatMap(({ fields }) => fields);
}

/** The answers of the visible fields, all sections together. */
export function visibleAnswers(definition: EformDefinition, answers: Answers): Answers {
  return Object.fromEntries(visibleSections(definition, answers).flatMap((section) => Object.entries(section.answers)));
}
