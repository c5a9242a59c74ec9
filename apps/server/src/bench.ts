// SPDX-License-Identifier: EUPL-1.2
import { processNeighbours } from '@motcua/catalogue';
import type { DossierContext } from '@motcua/dossiers';
import type { BenchRun, Party } from '@motcua/dossiers/contract';
import type { EformDefinition } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { proposed } from '@motcua/proposals';
import { answersFor } from './demonstration/answers.ts';
import { seeded } from './demonstration/people.ts';
import { packContext, proposalKinds } from './proposal-kinds.ts';

/** Bản soạn count as published at the bench: in the transaction it throws away, by the same function as any publication. */
export async function benchDrafts(bench: DossierContext, ids: readonly string[]): Promise<BenchRun['drafts']> {
  if (ids.length === 0) return [];
  const kinds = proposalKinds(packContext({ ...bench, neighbours: await processNeighbours(bench.db, bench.province) }));
  const at = bench.clock.now();
  const day = officeDay(at).toString();
  const drafts: BenchRun['drafts'] = [];
  for (const id of ids) {
    const one = await proposed(bench.db, id);
    const kind = kinds.find((each) => each.kind === one?.kind);
    if (one === undefined || kind === undefined) {
      drafts.push({ title: id, faults: ['Không có bản soạn này.'] });
      continue;
    }
    const done = await kind.publish(bench.db, { key: one.key, content: one.content, decision: { number: 'BÀN THỬ', date: day }, validFrom: day, by: { id: '00000000-0000-7000-8000-000000000000', name: 'Bàn thử' }, at });
    drafts.push({ title: one.title, faults: done.ok ? [] : done.error.map(({ place, text }) => `${place}: ${text}`) });
  }
  return drafts;
}

/** Answers that fit a form, the same each time. */
export function benchAnswers(form: EformDefinition, party: Party): Readonly<Record<string, unknown>> {
  return answersFor(form, { party, random: seeded(7), names: ['Văn', 'Minh', 'Hạnh'], place: { province: '66', provinceName: 'Tỉnh Thử', commune: '24000', communeName: 'Xã Một', street: 'Thôn Thử' } });
}
