// SPDX-License-Identifier: EUPL-1.2
import { checklistOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { supplementReasonsOn } from '../store/supplement-reasons.ts';

type Offered = Awaited<ReturnType<typeof supplementReasonsOn>>[number];

/** What is offered when a supplement is asked for: the reasons published for the procedure, then what is often missing. Published ones count down from -1. */
export async function offeredReasons(db: Db, asked: { readonly procedure: string; readonly day: string }): Promise<readonly Offered[]> {
  const { supplementReasons } = await checklistOn(db, asked.procedure, asked.day);
  return [...supplementReasons.map(({ text, detail, basis }, at) => ({ id: -1 - at, what: text, howToMend: detail, basis: basis === '' ? null : basis, own: true })), ...await supplementReasonsOn(db, asked)];
}
