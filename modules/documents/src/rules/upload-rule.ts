// SPDX-License-Identifier: EUPL-1.2
import type { UploadRule } from '../model.ts';

const mebibyte = 1024 * 1024;

const officeFile = 'application/vnd.openxmlformats-officedocument.';

/** Which rule held since when; newest first. A rule of this system, not of a law: a province may hand in its own. */
const series: readonly { readonly from: Temporal.PlainDate | null; readonly rule: UploadRule }[] = [
  { from: null, rule: { maxBytes: 20 * mebibyte, mediaTypes: [
    'application/pdf', 'image/jpeg', 'image/png', `${officeFile}wordprocessingml.document`, `${officeFile}spreadsheetml.sheet`,
  ], limits: { maxPages: 500, maxPixels: 120_000_000, maxUnpacked: 200 * mebibyte } } },
];

/** What may be uploaded on a day. */
export function uploadRuleOn(day: Temporal.PlainDate): UploadRule {
  const inForce = series.find(({ from }) => from === null || Temporal.PlainDate.compare(from, day) <= 0);
  return inForce?.rule ?? { maxBytes: 0, mediaTypes: [], limits: { maxPages: 1, maxPixels: 1, maxUnpacked: 1 } };
}
