// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { getDefinition, loadInstance, moveVersion, outdatedProcesses, runningOnOther } from '@motcua/workflow';
import type { MovePreview, VersionMoves } from '../contract.ts';
import { isEnded } from '../lifecycle/transition.ts';
import { load } from '../store/ledger.ts';
import { moveFaultWords } from './move-words.ts';

/** Dossiers a preview shows at once. */
const most = 100;

/** Which processes still run dossiers on an older version, and how many of those dossiers are open. */
export async function versionMoves(db: Db): Promise<VersionMoves> {
  const processes = [];
  for (const { key, name, newest, subjects } of await outdatedProcesses(db)) {
    const { rows: [open] } = await sql<{ n: number }>`select count(*)::int as n from dossiers.dossier where code = any(${[...subjects]}) and ended_at is null`.execute(db);
    if ((open?.n ?? 0) > 0) processes.push({ key, name, newest, running: open?.n ?? 0 });
  }
  return { processes };
}

async function previewOf(db: Db, code: string, to: Awaited<ReturnType<typeof getDefinition>>): Promise<MovePreview['dossiers'][number] | null> {
  const loaded = await load(db, code);
  const dossier = loaded?.dossier;
  const instance = dossier?.process == null ? null : await loadInstance(db, dossier.process.instance);
  if (dossier === undefined || instance === null || to === null || isEnded(dossier.status)) return null;
  const mapped = moveVersion({ from: instance.definition, to: to.definition }, instance.state);
  return {
    code: dossier.code, version: dossier.version, fromVersion: instance.version, safe: mapped.ok,
    steps: mapped.ok ? mapped.value.map(({ from, to: name }) => ({ from, to: name })) : dossier.tasks.map(({ name }) => ({ from: name, to: '' })), faults: mapped.ok ? [] : mapped.error.map(moveFaultWords),
  };
}

/** Xem trước: each open dossier on another version, how its steps map, or why it must stay. */
export async function movePreview(db: Db, asked: { readonly key: string; readonly to: number }): Promise<MovePreview> {
  const target = await getDefinition(db, asked.key, asked.to);
  const codes = target === null ? [] : await runningOnOther(db, { key: asked.key, version: asked.to, limit: 5 * most });
  const dossiers: MovePreview['dossiers'] = [];
  for (const code of codes) {
    const one = dossiers.length > most ? null : await previewOf(db, code, target);
    if (one !== null) dossiers.push(one);
  }
  return { dossiers: dossiers.slice(0, most), more: dossiers.length > most };
}
