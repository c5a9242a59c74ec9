// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { dossierActs, dossierStatuses } from '../contract.ts';
import { nationalStatuses } from './national-status.ts';
import { actsFrom, isEnded, transition } from './transition.ts';

const matrix = (): string => dossierStatuses.flatMap((status) => dossierActs.map((act) => {
  const to = transition(status, act);
  return to.ok ? `${status} · ${act} → ${to.value}` : null;
})).filter((line) => line !== null).join('\n');

describe('vòng đời hồ sơ (the life of a dossier)', () => {
  test('is this table and nothing else', () => {
    expect(matrix()).toBe(`
submitted · accept → accepted
submitted · refuse → refused
submitted · request-supplement → awaiting-intake-supplement
submitted · withdraw → withdrawn
submitted · send-upstream → sent-upstream
submitted · end-with-group → closed
submitted · wish → submitted
submitted · decide-wish → submitted
submitted · correct → submitted
submitted · write-message → submitted
submitted · record-secret → submitted
submitted · digitise → submitted
submitted · ask-register → submitted
awaiting-intake-supplement · refuse → refused
awaiting-intake-supplement · supplement → submitted
awaiting-intake-supplement · close → closed
awaiting-intake-supplement · withdraw → withdrawn
awaiting-intake-supplement · end-with-group → closed
awaiting-intake-supplement · decide-wish → awaiting-intake-supplement
awaiting-intake-supplement · correct → awaiting-intake-supplement
awaiting-intake-supplement · reissue → awaiting-intake-supplement
awaiting-intake-supplement · write-message → awaiting-intake-supplement
awaiting-intake-supplement · record-secret → awaiting-intake-supplement
awaiting-intake-supplement · digitise → awaiting-intake-supplement
awaiting-intake-supplement · ask-register → awaiting-intake-supplement
accepted · refuse → refused
accepted · request-supplement → awaiting-supplement
accepted · assign → accepted
accepted · complete-step → in-progress
accepted · consult → consulting
accepted · request-payment → awaiting-payment
accepted · request-identity → awaiting-identity
accepted · approve → in-progress
accepted · issue → decided
accepted · withdraw → withdrawn
accepted · stop → stopped
accepted · send-upstream → sent-upstream
accepted · end-with-group → closed
accepted · propose-extension → accepted
accepted · extend → accepted
accepted · wish → accepted
accepted · decide-wish → accepted
accepted · correct → accepted
accepted · decide-change → accepted
accepted · reissue → accepted
accepted · write-message → accepted
accepted · plan-check → accepted
accepted · record-check → accepted
accepted · move-version → accepted
accepted · release → accepted
accepted · hand-over-papers → accepted
accepted · confirm-papers → accepted
accepted · return-papers → accepted
accepted · record-secret → accepted
accepted · digitise → accepted
accepted · acknowledge → accepted
accepted · decline → accepted
accepted · send-again → accepted
accepted · move-originals → accepted
accepted · ask-register → accepted
in-progress · refuse → refused
in-progress · request-supplement → awaiting-supplement
in-progress · assign → in-progress
in-progress · complete-step → in-progress
in-progress · send-back → in-progress
in-progress · consult → consulting
in-progress · request-payment → awaiting-payment
in-progress · request-identity → awaiting-identity
in-progress · approve → in-progress
in-progress · issue → decided
in-progress · withdraw → withdrawn
in-progress · stop → stopped
in-progress · send-upstream → sent-upstream
in-progress · end-with-group → closed
in-progress · propose-extension → in-progress
in-progress · extend → in-progress
in-progress · wish → in-progress
in-progress · decide-wish → in-progress
in-progress · correct → in-progress
in-progress · decide-change → in-progress
in-progress · reissue → in-progress
in-progress · write-message → in-progress
in-progress · plan-check → in-progress
in-progress · record-check → in-progress
in-progress · move-version → in-progress
in-progress · release → in-progress
in-progress · hand-over-papers → in-progress
in-progress · confirm-papers → in-progress
in-progress · return-papers → in-progress
in-progress · record-secret → in-progress
in-progress · digitise → in-progress
in-progress · acknowledge → in-progress
in-progress · decline → in-progress
in-progress · send-again → in-progress
in-progress · move-originals → in-progress
in-progress · ask-register → in-progress
awaiting-supplement · supplement → in-progress
awaiting-supplement · close → closed
awaiting-supplement · withdraw → withdrawn
awaiting-supplement · stop → stopped
awaiting-supplement · end-with-group → closed
awaiting-supplement · wish → awaiting-supplement
awaiting-supplement · decide-wish → awaiting-supplement
awaiting-supplement · correct → awaiting-supplement
awaiting-supplement · decide-change → awaiting-supplement
awaiting-supplement · reissue → awaiting-supplement
awaiting-supplement · write-message → awaiting-supplement
awaiting-supplement · move-version → awaiting-supplement
awaiting-supplement · hand-over-papers → awaiting-supplement
awaiting-supplement · confirm-papers → awaiting-supplement
awaiting-supplement · return-papers → awaiting-supplement
awaiting-supplement · record-secret → awaiting-supplement
awaiting-supplement · digitise → awaiting-supplement
awaiting-supplement · acknowledge → awaiting-supplement
awaiting-supplement · move-originals → awaiting-supplement
awaiting-supplement · ask-register → awaiting-supplement
consulting · assign → consulting
consulting · complete-step → in-progress
consulting · consult → consulting
consulting · answer-consultation → in-progress
consulting · approve → in-progress
consulting · withdraw → withdrawn
consulting · stop → stopped
consulting · end-with-group → closed
consulting · propose-extension → consulting
consulting · extend → consulting
consulting · wish → consulting
consulting · decide-wish → consulting
consulting · correct → consulting
consulting · decide-change → consulting
consulting · reissue → consulting
consulting · write-message → consulting
consulting · plan-check → consulting
consulting · record-check → consulting
consulting · move-version → consulting
consulting · release → consulting
consulting · hand-over-papers → consulting
consulting · confirm-papers → consulting
consulting · return-papers → consulting
consulting · record-secret → consulting
consulting · digitise → consulting
consulting · acknowledge → consulting
consulting · move-originals → consulting
consulting · ask-register → consulting
awaiting-payment · pay → in-progress
awaiting-payment · withdraw → withdrawn
awaiting-payment · stop → stopped
awaiting-payment · end-with-group → closed
awaiting-payment · wish → awaiting-payment
awaiting-payment · decide-wish → awaiting-payment
awaiting-payment · correct → awaiting-payment
awaiting-payment · decide-change → awaiting-payment
awaiting-payment · reissue → awaiting-payment
awaiting-payment · write-message → awaiting-payment
awaiting-payment · move-version → awaiting-payment
awaiting-payment · hand-over-papers → awaiting-payment
awaiting-payment · confirm-papers → awaiting-payment
awaiting-payment · return-papers → awaiting-payment
awaiting-payment · record-secret → awaiting-payment
awaiting-payment · digitise → awaiting-payment
awaiting-payment · acknowledge → awaiting-payment
awaiting-payment · move-originals → awaiting-payment
awaiting-payment · ask-register → awaiting-payment
awaiting-identity · confirm-identity → in-progress
awaiting-identity · withdraw → withdrawn
awaiting-identity · stop → stopped
awaiting-identity · end-with-group → closed
awaiting-identity · wish → awaiting-identity
awaiting-identity · decide-wish → awaiting-identity
awaiting-identity · correct → awaiting-identity
awaiting-identity · decide-change → awaiting-identity
awaiting-identity · reissue → awaiting-identity
awaiting-identity · write-message → awaiting-identity
awaiting-identity · move-version → awaiting-identity
awaiting-identity · hand-over-papers → awaiting-identity
awaiting-identity · confirm-papers → awaiting-identity
awaiting-identity · return-papers → awaiting-identity
awaiting-identity · record-secret → awaiting-identity
awaiting-identity · digitise → awaiting-identity
awaiting-identity · acknowledge → awaiting-identity
awaiting-identity · move-originals → awaiting-identity
awaiting-identity · ask-register → awaiting-identity
decided · assign → decided
decided · complete-step → decided
decided · return → returned
decided · write-message → decided
decided · move-version → decided
decided · release → decided
decided · hand-over-papers → decided
decided · confirm-papers → decided
decided · return-papers → decided
decided · digitise → decided
decided · pack-for-post → decided
decided · hand-to-post → decided
decided · track-post → decided
decided · confirm-delivery → returned
decided · revoke-result → decided
decided · move-originals → decided
decided · ask-register → decided
returned · digitise → returned
returned · revoke-result → returned
returned · move-originals → returned
refused · reissue → refused
refused · move-originals → refused
withdrawn · move-originals → withdrawn
stopped · reissue → stopped
stopped · move-originals → stopped
closed · move-originals → closed
sent-upstream · move-originals → sent-upstream`.trim());
  });

  test('says which act was refused and from where', () => {
    expect(transition('decided', 'stop')).toEqual({ ok: false, error: { code: 'act-not-allowed', act: 'stop', status: 'decided' } });
  });

  test('ends returned, refused, withdrawn, stopped, closed or sent back upstream, and in no other way', () => {
    expect(dossierStatuses.filter((status) => isEnded(status))).toEqual(['returned', 'refused', 'withdrawn', 'stopped', 'closed', 'sent-upstream']);
  });

  test('reaches every status from filing', () => {
    const reached = new Set<string>(['submitted']);
    // As many rounds as there are statuses: the longest way is no longer.
    for (const [,] of dossierStatuses.entries()) {
      for (const from of dossierStatuses.filter((one) => reached.has(one))) for (const act of actsFrom(from)) { const to = transition(from, act); if (to.ok) reached.add(to.value); }
    }

    expect([...reached].sort()).toEqual([...dossierStatuses].sort());
  });
});

describe('mã trạng thái của Cổng Dịch vụ công quốc gia (national status codes)', () => {
  test('are the ten codes, each status under one', () => {
    expect(dossierStatuses.map((status) => `${nationalStatuses[status].code} ${status}`)).toEqual([
      '1 submitted', '5 awaiting-intake-supplement', '2 accepted', '4 in-progress', '5 awaiting-supplement', '4 consulting', '6 awaiting-payment', '4 awaiting-identity', '9 decided', '10 returned', '3 refused', '7 withdrawn', '8 stopped', '8 closed', '8 sent-upstream',
    ]);
    expect([...new Set(Object.values(nationalStatuses).map(({ code }) => code))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
