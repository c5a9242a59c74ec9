// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Day } from './authority.ts';

const text = (max: number) => z.string().trim().min(1, 'Chưa điền.').max(max);
const Hour = z.string().trim().regex(/^([01]?\d|2[0-3]):[0-5]\d$/u, 'Giờ có dạng 07:30.');
const Person = z.object({ id: z.uuid(), name: z.string() });

/** POST /api/seals: a seal of an agency enters the register. A second seal names the paper that permits it. */
export const NewSeal = z.object({
  agency: z.string().max(40), kind: z.enum(['main', 'second']), name: text(200), keptAt: z.string().max(40), custodian: z.uuid(),
  registrationNumber: text(100), registeredOn: Day, permissionNumber: text(100).nullable(), from: Day,
});
export type NewSeal = z.infer<typeof NewSeal>;

/** GET /api/seals */
export const SealList = z.object({
  seals: z.array(z.object({
    id: z.uuid(), agency: z.string(), agencyName: z.string(), kind: z.enum(['main', 'second']), name: z.string(), keptAtName: z.string(), custodian: Person, registrationNumber: z.string(), registeredOn: z.string(),
    permissionNumber: z.string().nullable(), from: z.string(), through: z.string().nullable(), inUse: z.boolean(),
  })), mayEnterFor: z.array(z.string()),
});
export type SealRow = z.infer<typeof SealList>['seals'][number];

/** POST /api/seals/:id/end, /api/postings/:id/end, /api/signing-hours/:id/end, /api/absences/:id/end: its last day. */
export const LastDay = z.object({ through: Day });

/** POST /api/signing-hours: a leader signs at a one-stop shop on a day of the week. 1 is Monday. */
export const NewSigningHours = z.object({ officer: z.uuid(), place: z.string().max(40), weekday: z.coerce.number().int().min(1).max(7), from: Hour, until: Hour, validFrom: Day, through: Day.nullable() });
export type NewSigningHours = z.infer<typeof NewSigningHours>;

/** GET /api/signing-hours?place= */
export const SigningHours = z.object({
  day: z.string(), weekday: z.number().int(), mayEnterFor: z.array(z.string()),
  hours: z.array(z.object({ id: z.uuid(), officer: Person, title: z.string(), place: z.string(), placeName: z.string(), weekday: z.number().int(), from: z.string(), until: z.string(), validFrom: z.string(), through: z.string().nullable(), today: z.boolean(), absent: z.boolean() })),
});
export type SigningHours = z.infer<typeof SigningHours>;

/** POST /api/headships: who heads an agency from a day on, by which decision; the head before ends the day before. */
export const NewHeadship = z.object({ agency: z.string().max(40), officer: z.uuid(), title: text(200).describe('as papers print it'), collective: text(200).nullable().describe('the body the head signs for (TM.); null: decides alone'), documentNumber: text(100), from: Day });
export type NewHeadship = z.infer<typeof NewHeadship>;

/** GET /api/headships?agency=: newest first. */
export const HeadList = z.object({
  heads: z.array(z.object({
    id: z.uuid(), officer: Person, title: z.string(), collective: z.string().nullable(), documentNumber: z.string().nullable(), from: z.string(), through: z.string().nullable(), standing: z.enum(['in-force', 'coming', 'past']),
  })), mayEnterFor: z.array(z.string()),
});
export type HeadList = z.infer<typeof HeadList>;

/** POST /api/postings: an official is posted: role, place, from which agency, for which procedures, from–to, and who takes over in leave. */
export const NewPosting = z.object({
  officer: z.uuid(), role: z.string().max(60), agency: z.string().max(40), unit: z.string().trim().max(60).nullable(), homeAgency: z.string().max(40).nullable(), seat: z.string().max(40).nullable().default(null).describe('where the post is exercised; null: at its agency'), procedures: z.array(z.string().trim().min(1).max(60)).max(2000).nullable(),
  backup: z.uuid().nullable(), documentNumber: text(100), from: Day, through: Day.nullable(),
});
export type NewPosting = z.infer<typeof NewPosting>;

/** POST /api/absences: days both inclusive. */
export const NewAbsence = z.object({ officer: z.uuid(), agency: z.string().max(40), from: Day, through: Day, reason: text(500) });
export type NewAbsence = z.infer<typeof NewAbsence>;

/** GET /api/postings?agency= */
export const PostingList = z.object({
  day: z.string(), mayEnterFor: z.array(z.string()), mayNoteAbsenceAt: z.array(z.string()),
  postings: z.array(z.object({
    id: z.uuid(), officer: Person, title: z.string(), role: z.string(), agency: z.string(), agencyName: z.string(), unit: z.string().nullable(), homeAgencyName: z.string().nullable(), seatName: z.string().nullable(), procedures: z.array(z.string()).nullable(),
    backup: Person.nullable(), documentNumber: z.string().nullable(), from: z.string(), through: z.string().nullable(), absentThrough: z.string().nullable(),
  })),
  absences: z.array(z.object({ id: z.uuid(), officer: Person, from: z.string(), through: z.string(), reason: z.string(), now: z.boolean() })),
});
export type PostingList = z.infer<typeof PostingList>;
export const PostingQuery = z.object({ agency: z.string().max(40) });
export const PlaceQuery = z.object({ place: z.string().max(40).optional() });
