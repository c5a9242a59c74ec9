// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import { type InternalProcedure, readInternalProcedure } from './model.ts';
import type { RecordChoice } from './record-choices.ts';
import { hoursOf, notesOn } from './steps-of.ts';

/** A record as it was looked at before anything is published. */
export type JudgedRecord = { readonly id: string; readonly name: string; readonly refusal: string | null; readonly questions: readonly string[]; readonly notes: readonly string[] };

const textOf = (record: unknown, name: 'id' | 'name'): string => {
  if (typeof record !== 'object' || record === null || !(name in record)) return '';
  const value: unknown = Reflect.get(record, name);
  return typeof value === 'string' ? cleanText(value).slice(0, 1000) : '';
};

const isUnreadable = (note: string): boolean => note.includes('không đọc được thành số');

/** Reads one record of a table: whether it can be published, what a person must decide, what is assumed. */
export function judgeRecord(record: unknown, place: number): JudgedRecord {
  const read = readInternalProcedure(record);
  const named = { id: textOf(record, 'id') === '' ? `#${place}` : textOf(record, 'id'), name: textOf(record, 'name') };
  if (!read.ok) return { ...named, refusal: read.error, questions: [], notes: [] };
  const { notes, contradictions } = notesOn(read.value);
  return { id: read.value.id, name: read.value.name, refusal: null, questions: [...contradictions, ...notes.filter(isUnreadable)], notes: notes.filter((note) => !isUnreadable(note)) };
}

/** A record as it is published after a person decided. */
export function decided(procedure: InternalProcedure, choice: Exclude<RecordChoice, 'leave-out'>): InternalProcedure {
  if (choice === 'as-decided') return procedure;
  const sum = procedure.steps.reduce((total, step) => total + (hoursOf(step) ?? 0), 0);
  return { ...procedure, statedTotalHours: sum, statedTotals: [{ label: 'Tổng', afterStep: procedure.steps.at(-1)?.no ?? '', text: `${String(sum).replace('.', ',')} giờ làm việc` }] };
}
