// SPDX-License-Identifier: EUPL-1.2
import type { PaperKind } from '../papers.ts';
import type { DataField } from './field.ts';
import { letterFields, letterNeeds } from './letters.ts';
import { resultFields } from './result.ts';

/** The data dictionary (từ điển dữ liệu) of a paper: what a template of it may name. */
export const dictionaryOf = (paper: PaperKind): readonly DataField[] => (paper === 'result' ? resultFields : letterFields[paper]);

const resultNeeds = [['chỗ ký', 'chữ ký của người ký'], ['chỗ dấu', 'chữ ký số của cơ quan'], ['số văn bản', 'số văn bản']] as const;

/** What a template of a paper may not leave out, each with what it stands for. A name begun with # is a list. */
export const needsOf = (paper: PaperKind): readonly (readonly [string, string])[] => (paper === 'result' ? resultNeeds : letterNeeds[paper]);

/** Fields of the e-form of a procedure are named with this before their own name: {tờ khai.childName}. */
export const eformPrefix = 'tờ khai';
