// SPDX-License-Identifier: EUPL-1.2
import { Procedure, proceduresUsing, timeLimitOf, type TimeLimit } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type EformDefinition, eformOfProposal, validateAnswers } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import type { JsonValue } from '@motcua/proposals';
import { compileProcess, getDefinition, type ProcessDefinition } from '@motcua/workflow';
import { z } from 'zod';
import { channelOfLaw } from '../commands/filing-channel.ts';
import type { DryRunLine } from '../contract/dry-run.ts';
import { isEnded } from '../lifecycle/transition.ts';
import { fitPath } from './against-process.ts';
import { type PastDossier, pastDossiers } from '../store/past-dossiers.ts';

export type DryRunItem = { readonly kind: string; readonly key: string; readonly title: string; readonly content: JsonValue };

const examples = 5;
const unitWords: Readonly<Record<TimeLimit['unit'], string>> = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', 'calendar-day': 'ngày', 'month': 'tháng' };
const limitWords = (limit: TimeLimit | null): string => (limit === null ? 'không ghi thành số' : `${limit.value} ${unitWords[limit.unit]}`);

/** What each dossier would meet, gathered: which sentence of how many dossiers. A dossier that meets nothing is the same. */
function gathered(past: readonly PastDossier[], meets: (one: PastDossier) => readonly string[]): Pick<DryRunLine, 'same' | 'findings'> {
  const found = new Map<string, string[]>();
  let same = 0;
  for (const one of past) {
    const texts = [...new Set(meets(one))];
    if (texts.length === 0) same += 1;
    for (const text of texts) found.set(text, [...found.get(text) ?? [], one.dossier.code]);
  }
  const findings = [...found].map(([text, codes]) => ({ text, dossiers: codes.length, examples: codes.slice(0, examples) })).toSorted((a, b) => b.dossiers - a.dossiers || a.text.localeCompare(b.text, 'vi'));
  return { same, findings };
}

function fitWords(definition: ProcessDefinition, { path, variables, dossier }: PastDossier): readonly string[] {
  const { added, dropped, stuck } = fitPath(definition, path, { variables, isOver: isEnded(dossier.status) });
  return [...added.map((name) => `Thêm bước «${name}» mà hồ sơ cũ không làm.`), ...dropped.map((name) => `Không còn bước «${name}» mà hồ sơ cũ đã làm.`), ...(stuck === null ? [] : [`Không đi tiếp được sau bước «${stuck}».`])];
}

async function againstProcess(db: Db, { key, content }: DryRunItem, past: readonly PastDossier[]): Promise<Omit<DryRunLine, 'kind' | 'key' | 'title'>> {
  const own = past.filter(({ dossier }) => dossier.process?.key === key);
  const read = z.object({ xml: z.string() }).safeParse(content);
  const made = read.success ? await compileProcess(read.data.xml) : null;
  if (made?.ok !== true) return { looked: 0, control: null, same: 0, findings: [] };
  let control = 0;
  for (const one of own) {
    // The error of the trial itself: on the version a dossier lived under, its path must fit.
    const before = await getDefinition(db, key, one.dossier.process?.version ?? 0);
    if (before !== null && fitWords(before.definition, one).length === 0) control += 1;
  }
  return { looked: own.length, control, ...gathered(own, (one) => fitWords(made.value, one)) };
}

function againstForm({ key }: DryRunItem, form: EformDefinition | null, past: readonly PastDossier[]): Omit<DryRunLine, 'kind' | 'key' | 'title'> {
  const own = form === null ? [] : past.filter(({ dossier }) => dossier.eform.key === key);
  const meets = ({ dossier, filedOn }: PastDossier): readonly string[] =>
    (form === null ? [] : validateAnswers(form, dossier.answers, { today: officeDay(filedOn).toString() }).map(({ label, text }) => `Tờ khai cũ không đạt: ${text.startsWith(label) ? text : `${label}: ${text}`}`));
  return { looked: own.length, control: null, ...gathered(own, meets) };
}

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

function againstProcedure({ key, content }: DryRunItem, past: readonly PastDossier[]): Omit<DryRunLine, 'kind' | 'key' | 'title'> {
  const read = Procedure.safeParse(content);
  const own = read.success ? past.filter(({ dossier }) => dossier.procedure.code === key) : [];
  const meets = ({ dossier }: PastDossier): readonly string[] => {
    if (!read.success) return [];
    const before = dossier.clock?.limit ?? null;
    const after = timeLimitOf(read.data, { channel: channelOfLaw[dossier.channel], circumstance: dossier.circumstance });
    const isSame = before?.value === after?.value && before?.unit === after?.unit;
    const had = new Set(dossier.papers.map(({ name }) => folded(name)));
    const wanted = read.data.papers.filter(({ circumstance }) => circumstance === null || circumstance === dossier.circumstance).flatMap(({ papers }) => papers.filter(({ required }) => required));
    return [
      ...(isSame ? [] : [`Thời hạn ${limitWords(before)} thành ${limitWords(after)}.`]),
      ...wanted.filter(({ name }) => !had.has(folded(name))).map(({ name }) => `Phải nộp thêm «${name}».`),
    ];
  };
  return { looked: own.length, control: null, ...gathered(own, meets) };
}

async function lineOf(db: Db, item: DryRunItem, limit: number): Promise<DryRunLine | null> {
  const procedures = item.kind === 'procedure' ? [item.key] : await proceduresUsing(db, { kind: item.kind, key: item.key });
  const past = (): Promise<readonly PastDossier[]> => pastDossiers(db, { procedures, limit });
  const about = { kind: item.kind, key: item.key, title: item.title };
  switch (item.kind) {
    case 'process': return { ...about, ...await againstProcess(db, item, await past()) };
    case 'eform': return { ...about, ...againstForm(item, eformOfProposal(item.content, item.key), await past()) };
    case 'procedure': return { ...about, ...againstProcedure(item, await past()) };
    default: return null;
  }
}

/**
 * Chạy thử trên hồ sơ cũ: what the newest accepted dossiers would have met under what is proposed. Reads only; names codes and steps, never what a dossier says.
 *
 * @param limit - dossiers looked at, per item
 */
export async function dryRun(db: Db, items: readonly DryRunItem[], limit: number): Promise<readonly DryRunLine[]> {
  const lines: DryRunLine[] = [];
  for (const item of items) {
    const line = await lineOf(db, item, limit);
    if (line !== null) lines.push(line);
  }
  return lines;
}
