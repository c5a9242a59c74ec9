// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import type { TrackingBookView } from '../model.ts';
import { cleaned, headData, templateNamed } from '../paper/print.ts';
import { momentFigures } from '../paper/words.ts';
import { titleLinesOf } from '../register.ts';

const ways: Readonly<Record<TrackingBookView['entries'][number]['returnWay'], string>> = { counter: 'Tại bộ phận một cửa', post: 'Bưu chính', electronic: 'Điện tử' };

const orBlank = (at: string | null): string => (at === null ? '' : momentFigures(at));

/**
 * Sổ theo dõi hồ sơ as PDF/A, A4 across, in the columns of the form, its heading on every page.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderTrackingBook(view: TrackingBookView): Promise<Uint8Array> {
  const data = {
    ...cleaned({
      ...view, period: view.month === null ? `Năm ${view.year}` : `Tháng ${String(view.month)} năm ${view.year}`,
      entries: view.entries.map((entry) => ({ ...entry, received: momentFigures(entry.receivedAt), owed: orBlank(entry.owedAt), returned: orBlank(entry.returnedAt), way: ways[entry.returnWay], signed: entry.receivedBy ?? '' })),
    }),
    ...headData({ superior: view.superior, office: view.office, place: view.place, verifyUrl: null }, view.issuedAt), titleLines: titleLinesOf('tracking-book'), dossierCode: '',
  };
  return renderPaper({ template: templateNamed('tracking-book'), data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) });
}
