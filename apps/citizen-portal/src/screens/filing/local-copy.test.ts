// SPDX-License-Identifier: EUPL-1.2
import type { DraftContent } from '@motcua/dossiers/contract';
import { describe, expect, test } from 'vitest';
import { followsOn } from './local-copy.ts';

const content = (name: string): DraftContent => ({ agency: null, circumstance: null, applicant: null, forOther: false, answers: { a: name, b: '1' }, returnWay: null });
const kept = { revision: 4, content: content('mới'), at: '2026-11-21T09:00:00Z', sent: content('đang gửi') };

describe('bản trên máy này (the copy on this machine)', () => {
  test('follows on the draft it was made of, and on what it had sent when the page was left, in whichever order its keys come back', () => {
    const back: DraftContent = { returnWay: null, answers: { b: '1', a: 'đang gửi' }, forOther: false, applicant: null, circumstance: null, agency: null };

    expect([followsOn({ revision: 4, content: content('cũ') }, kept), followsOn({ revision: 5, content: back }, kept)]).toEqual([true, true]);
  });

  test('gives way to what somebody else saved', () => {
    expect([followsOn({ revision: 5, content: content('người khác') }, kept), followsOn({ revision: 6, content: content('đang gửi') }, kept), followsOn({ revision: 5, content: content('đang gửi') }, { ...kept, sent: null })]).toEqual([false, false, false]);
  });
});
