// SPDX-License-Identifier: EUPL-1.2
import { type EformDefinition, normaliseAnswers, validateAnswers, visibleFields } from '@motcua/eforms';
import type { Party } from '@motcua/dossiers/contract';
import { type Names, type Random, fakePersonalId, personName } from './people.ts';

type Field = ReturnType<typeof visibleFields>[number];
type Place = { readonly province: string; readonly provinceName: string; readonly commune: string; readonly communeName: string; readonly street: string };

/** Whose answers, and where they live. */
export type Respondent = { readonly party: Party; readonly place: Place; readonly random: Random; readonly names: Names };

const words = ['Đề nghị giải quyết theo quy định', 'Bổ sung giấy tờ để hoàn tất việc của gia đình', 'Phục vụ việc làm ăn tại địa phương', 'Theo nhu cầu của gia đình'] as const;

function textOf({ name, label }: Field, { party, random, names }: Respondent): string {
  if (/^(requester|owner|subject)Name$/u.test(name)) return party.name;
  if (/Name$/u.test(name) && !/business/u.test(name)) return personName(random, names).name;
  if (/business/u.test(name)) return `Hộ kinh doanh ${random.pick(names)}`;
  if (/thnicity/u.test(name)) return random.pick(['Kinh', 'Kinh', 'Ê Đê', 'Tày', 'Khmer']);
  if (/ationality/u.test(name)) return 'Việt Nam';
  if (/(hometown|place)/iu.test(name)) return party.address.text;
  if (/permitNumber/u.test(name)) return `${1 + random.whole(200)}/GPXD`;
  if (name === 'code') return String(1000 + random.whole(8999));
  if (/organisationCode/u.test(name)) return `00000${String(random.whole(100_000)).padStart(5, '0')}`;
  return /lý do|nội dung|đề nghị/iu.test(label) ? random.pick(words) : `${label} ${1 + random.whole(90)}`;
}

const day = (year: number, random: Random): string => `${year}-${String(1 + random.whole(12)).padStart(2, '0')}-${String(1 + random.whole(28)).padStart(2, '0')}`;

function answerOf(field: Field, respondent: Respondent): unknown {
  const { random, party, place } = respondent;
  switch (field.control) {
    case 'text': case 'textarea': return textOf(field, respondent);
    case 'date': return /child/u.test(field.name) ? day(2026, random).replace(/-\d\d-/u, '-0'.concat(String(1 + random.whole(9)), '-')) : /permitUntil/u.test(field.name) ? day(2027, random) : /permitDate|startDate|from|until/u.test(field.name) ? day(2025, random) : day(1960 + random.whole(44), random);
    case 'number': return 1 + random.whole(3);
    case 'money': return 1_000_000 * (1 + random.whole(200));
    case 'choice': return field.options?.[random.whole(field.options.length)]?.value ?? '';
    case 'multi-choice': return [field.options?.[0]?.value ?? ''];
    case 'checkbox': return true;
    case 'address': return place;
    case 'personal-id': return /^(requester|owner|subject)/u.test(field.name) ? party.personalId : fakePersonalId(random);
    case 'phone': return party.phone ?? '0900000123';
    case 'email': return party.email ?? 'nguoi.mau@vi-du.vn';
    case 'person': return { name: party.name, personalId: fakePersonalId(random) };
    case 'organisation': return { name: 'Công ty Trình Diễn', number: '0000000000' };
    case 'repeat': return [Object.fromEntries((field.fields ?? []).map((inner) => [inner.name, answerOf(inner, respondent)]))];
  }
}

/** Answers that fit a form: filled field by field as they become visible, until the form's own rules find nothing to mend. */
export function answersFor(form: EformDefinition, respondent: Respondent): Readonly<Record<string, unknown>> {
  let answers: Readonly<Record<string, unknown>> = {};
  for (let round = 0; round < 6; round += 1) {
    for (const field of visibleFields(form, answers)) if (!(field.name in answers)) answers = { ...answers, [field.name]: answerOf(field, respondent) };
    const faulty = new Set(validateAnswers(form, normaliseAnswers(form, answers)).map(({ path }) => path.split('.')[0] ?? ''));
    if (faulty.size === 0) return normaliseAnswers(form, answers);
    answers = Object.fromEntries(Object.entries(answers).filter(([name]) => !faulty.has(name)));
  }
  for (const field of visibleFields(form, answers)) if (!(field.name in answers)) answers = { ...answers, [field.name]: answerOf(field, respondent) };
  return normaliseAnswers(form, answers);
}
