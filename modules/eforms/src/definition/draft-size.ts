// SPDX-License-Identifier: EUPL-1.2
import type { DraftField, EformDraft } from './draft.ts';

/** What may be drafted, looked through in well under a second. The largest form of the product has 33 fields. */
const mostDrafted = { fields: 500, options: 2000, words: 12_000 } as const;

const allOf = (fields: readonly DraftField[]): readonly DraftField[] => fields.flatMap((field) => [field, ...allOf(field.fields ?? [])]);

/** Single values in a content. */
function valuesIn(content: unknown): number {
  let count = 0;
  const open: unknown[] = [content];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    const inner: readonly unknown[] = typeof next === 'object' && next !== null ? Object.values(next) : [];
    for (const value of inner) if (value !== undefined) open.push(value);
  }
  return count;
}

/** Why a draft is larger than what may be drafted, in words; null when it is not. */
export function draftSizeFault(draft: EformDraft): string | null {
  const fields = allOf(draft.sections.flatMap((section) => section.fields));
  if (fields.length > mostDrafted.fields) return `Tờ khai có ${String(fields.length)} ô, nhiều nhất ${String(mostDrafted.fields)}. Tách thành nhiều tờ khai.`;
  const options = fields.reduce((sum, field) => sum + (field.options?.length ?? 0), 0);
  if (options > mostDrafted.options) return `Các ô cộng lại có ${String(options)} lựa chọn, nhiều nhất ${String(mostDrafted.options)}. Bớt lựa chọn, hoặc dùng nguồn dữ liệu.`;
  return valuesIn(draft) > mostDrafted.words ? `Tờ khai có quá nhiều điều kiện, giới hạn (hơn ${String(mostDrafted.words)} giá trị). Bớt điều kiện.` : null;
}
