// SPDX-License-Identifier: EUPL-1.2
import type { StartingPoint, StartRules } from '../model.ts';

/** When what happened to a dossier happened; null: not (yet), or it does not apply. */
export type StartMoments = {
  readonly acceptedAt: Temporal.Instant;
  readonly filedAt: Temporal.Instant;
  /** Filed outside the place whose shop serves the solving agency (phi địa giới). */
  readonly elsewhere: boolean;
  /** Came by post: the hand-over record (biên bản bàn giao) counts, once signed. */
  readonly byPost: boolean;
  readonly handedOverAt: Temporal.Instant | null;
  readonly receivedBySolvingAt: Temporal.Instant | null;
};

export type ClockStart = {
  readonly at: Temporal.Instant;
  readonly point: StartingPoint;
  /** The moment the rule names has not come yet: counted from acceptance meanwhile, to be counted again when it comes. */
  readonly provisional: boolean;
};

const momentAt = (point: StartingPoint, moments: StartMoments): Temporal.Instant | null => {
  switch (point) {
    case 'acceptance': return moments.acceptedAt;
    case 'filing': return moments.filedAt;
    case 'solving-agency': return moments.receivedBySolvingAt;
    case 'hand-over-record': return moments.handedOverAt;
  }
};

/**
 * From which moment a term runs (thời điểm bắt đầu tính thời hạn): acceptance, filing, receipt by the solving agency, or the signed hand-over record.
 * Filing from elsewhere goes before the post, the post before the rule of the own counter.
 *
 * @legal nd-118-2025/d17k3
 */
export function clockStart({ start, startElsewhere, startByPost }: StartRules, moments: StartMoments): ClockStart {
  const point = moments.elsewhere && startElsewhere !== 'acceptance' ? startElsewhere : moments.byPost ? startByPost : start;
  const at = momentAt(point, moments);
  if (at !== null) return { at, point, provisional: false };
  // Only the solving agency's receipt is still to come; a hand-over record nobody signed never does.
  return point === 'solving-agency' ? { at: moments.acceptedAt, point, provisional: true } : { at: moments.acceptedAt, point: 'acceptance', provisional: false };
}
