// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Mật, Tối mật, Tuyệt mật. */
export const secrecyLevels = ['confidential', 'secret', 'top-secret'] as const;
/** Mạng bưu chính KT1, or from hand to hand. */
export const secretWays = ['kt1', 'by-hand'] as const;

const Details = z.object({ number: text(100), issuedOn: z.iso.date(), level: z.enum(secrecyLevels), keeper: text(300).describe('who keeps it'), venue: text(500).describe('where it is kept'), way: z.enum(secretWays).describe('how it travels') });

/** POST /api/dossiers/:code/secret-papers: a component that is a state secret is kept outside the system: only what finds it again is written. `paperNo` null: it is none of those asked for. */
export const SecretPaper = ActBase.extend({ paperNo: z.number().int().positive().nullable() }).extend(Details.shape);
/** A component marked «tài liệu mật – ngoài hệ thống»; `details` null for who may not know more. */
export const SecretPaperView = z.object({ no: z.number().int(), details: Details.extend({ recordedAt: z.string(), who: z.string() }).nullable() });
