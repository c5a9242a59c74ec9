// SPDX-License-Identifier: EUPL-1.2
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { describe, expect, test } from 'vitest';
import { type ActField, actForms, offered, primaryOf } from './act-forms.ts';

type Seen = Parameters<typeof primaryOf>[0];
type Task = OfficerDossier['tasks'][number];

const assign: PossibleAct = { act: 'assign', taskId: 'a', allowed: true, why: null };
const task = (mayTake: boolean): Task => ({ taskId: 'a', name: 'Vào số', act: 'number', role: 'records-clerk', agency: 'xa', agencyName: 'UBND xã Một', unit: null, dueAt: null, createdAt: '2026-11-17T08:00:00+07:00', assignee: null, returnTo: [], mayTake, late: false, questions: [] });
const seen = (mayTake: boolean): Seen => ({ acts: [assign], tasks: [task(mayTake)] });

describe('nhận việc (taking a step)', () => {
  test('is offered, and first, only to who may do the step', () => {
    expect([primaryOf(seen(true)), primaryOf(seen(false))]).toEqual([assign, null]);
    expect([offered(seen(true)), offered(seen(false))]).toEqual([[assign], []]);
  });
});

describe('ghi nơi để giấy gốc (where originals lie)', () => {
  const [no, , detail, reason] = actForms['move-originals'].fields;
  const mau = { kind: 'person', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', birthDate: null, address: { province: null, commune: null, text: 'Thôn Thử' }, phone: null, email: null } as const;
  const dossier = (...where: OfficerDossier['originals'][number]['place'][]) => ({ applicant: mau, coApplicants: [], submitter: null, originals: where.map((place, at) => ({ no: at + 1, name: `Giấy ${String(at + 1)}`, place })) }) as unknown as OfficerDossier;
  const mayBeEmpty = (field: ActField | undefined, typed: Readonly<Record<string, string>>): boolean => typeof field?.optional === 'function' && field.optional(typed, dossier('counter'));

  test('must be said where it is asked for, and is called optional where it is not', () => {
    expect(['counter', 'lost', 'shelf', 'unit', 'post', 'applicant', 'file'].map((place) => [place, mayBeEmpty(detail, { place })])).toEqual([['counter', true], ['lost', true], ['shelf', false], ['unit', false], ['post', false], ['applicant', false], ['file', false]]);
  });

  test('needs a reason for what is lost, and for who takes papers that are not his', () => {
    expect([{ place: 'shelf' }, { place: 'lost' }, { place: 'applicant', detail: 'nguyễn văn mẫu' }, { place: 'applicant', detail: 'Đặng Thị Ẩn' }].map((typed) => mayBeEmpty(reason, typed))).toEqual([true, false, true, false]);
  });

  test('begins with all that are at hand, or with the lost one when none is', () => {
    const choices = (one: OfficerDossier): unknown => [no?.start?.(one), typeof no?.words === 'function' ? Object.keys(no.words(one)) : null];

    expect(choices(dossier('counter', 'lost'))).toEqual(['0', ['0']]);
    expect(choices(dossier('lost'))).toEqual(['1', []]);
  });
});
