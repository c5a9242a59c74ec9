// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { officeZone } from '@motcua/kernel';
import type { TrackingBookView } from '../model.ts';
import { cleaned, headData, layoutOn } from '../paper/print.ts';
import { momentFigures } from '../paper/words.ts';

const ways: Readonly<Record<TrackingBookView['entries'][number]['returnWay'], string>> = { counter: 'Tại bộ phận một cửa', post: 'Bưu chính', electronic: 'Điện tử' };

const orBlank = (at: string | null): string => (at === null ? '' : momentFigures(at));

/** The last moment the book speaks of: what decides which set of forms it is kept in. */
const lastMoment = ({ year, month, issuedAt }: TrackingBookView): string => {
  const end = Temporal.PlainDate.from({ year, month: month ?? 12, day: 31 }).toZonedDateTime(officeZone).toInstant();
  return Temporal.Instant.compare(end, Temporal.Instant.from(issuedAt)) < 0 ? end.toString() : issuedAt;
};

/**
 * Sổ theo dõi hồ sơ as PDF/A, A4 across, in the columns of the form its period was kept in, its heading on every page.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderTrackingBook(view: TrackingBookView): Promise<Uint8Array> {
  const { template, titleLines } = layoutOn('tracking-book', lastMoment(view));
  const data = {
    ...cleaned({
      ...view, period: view.month === null ? `Năm ${view.year}` : `Tháng ${String(view.month)} năm ${view.year}`,
      entries: view.entries.map((entry) => ({ ...entry, received: momentFigures(entry.receivedAt), owed: orBlank(entry.owedAt), returned: orBlank(entry.returnedAt), way: ways[entry.returnWay], signed: entry.receivedBy ?? '' })),
    }),
    ...headData({ superior: view.superior, office: view.office, place: view.place, verifyUrl: null }, view.issuedAt), titleLines, dossierCode: '',
  };
  return renderPaper({ template, data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) });
}
