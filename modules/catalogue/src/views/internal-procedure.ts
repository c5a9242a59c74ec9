// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { definitionInForce, plannedHours, readTable, roleWords, type StepRow, type TableRow } from '@motcua/workflow';
import type { Procedure } from '../model.ts';
import { feeText, paperText, partTitles, timeText } from '../rules/procedure-words.ts';
import { handlingsOf } from './handling.ts';
import { procedureOn } from './procedures.ts';

/** A row of the published table: a step, or in words a branching. */
export type PublishedRow = { readonly no: string; readonly who: string; readonly content: string; readonly time: string; readonly output: string } | { readonly note: string };

/** An internal procedure (quy trình nội bộ) as it is published: the head of the table, its steps, its sum. */
export type PublishedInternalProcedure = {
  readonly key: string; readonly name: string; readonly symbol: string; readonly version: number; readonly validFrom: string; readonly decision: { readonly number: string; readonly date: string } | null;
  /** Run by a general model: no decision approved it for this procedure. */
  readonly isModel: boolean;
  readonly head: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly rows: readonly PublishedRow[]; readonly steps: number; readonly hours: number;
};

/** The processes a procedure is handled by, each with how many agencies, and one of them as it is published. */
export type InternalProcedures = { readonly procedure: Procedure; readonly choices: readonly { readonly key: string; readonly name: string; readonly agencies: number; readonly first: string }[]; readonly shown: PublishedInternalProcedure };

const hoursText = (hours: number): string => `${String(hours).replace('.', ',')} giờ`;
const daysText = (hours: number): string => `${String(Math.round((hours / 8) * 100) / 100).replace('.', ',')} ngày làm việc`;

function timeOf(step: StepRow, steps: readonly StepRow[]): string {
  const hours = step.hours === '' ? null : Number(step.hours.replace(',', '.'));
  if (step.budget !== '') {
    const stating = steps.find(({ budget, hours: stated }) => budget === step.budget && stated !== '');
    return stating === undefined || stating.id === step.id ? `${hours === null ? '' : hoursText(hours)}, chung cho các bước cùng quỹ «${step.budget}»` : `Chung với bước ${String(stating.no)}`;
  }
  return hours === null ? 'Không tính thời gian' : hoursText(hours);
}

const signed: Readonly<Record<string, string>> = { personal: 'Ký số cá nhân', agency: 'Ký số, đóng dấu cơ quan' };
const isRole = (role: string): role is keyof typeof roleWords => role in roleWords;

function rowOf(row: TableRow, steps: readonly StepRow[]): PublishedRow {
  if (row.kind === 'branch') return { note: row.text };
  const role = isRole(row.role) ? roleWords[row.role] : row.role;
  const back = row.returns.map((id) => steps.find((step) => step.id === id)?.no).filter((no) => no !== undefined).sort((one, other) => one - other);
  return {
    no: String(row.no), who: row.actor === '' ? `${role.slice(0, 1).toUpperCase()}${role.slice(1)}` : row.actor, content: [row.content === '' ? row.name : row.content, ...(back.length === 0 ? [] : [`Nếu không đồng ý: chuyển lại bước ${back.join(', ')}.`])].join('\n'),
    time: timeOf(row, steps), output: [row.form === '' ? '' : `Mẫu số ${row.form}`, row.output, signed[row.signature] ?? ''].filter((text) => text !== '').join('; '),
  };
}

const levels: Readonly<Record<string, string>> = { FULL: 'Toàn trình', PARTIAL: 'Một phần' };

/** What provincial decisions print above the steps: codes, grounds, papers, ways and time, fees, level. */
function headOf(procedure: Procedure, { symbol, hours }: { readonly symbol: string; readonly hours: number }): PublishedInternalProcedure['head'] {
  const { code, legalBases, papers, methods, onlineLevel, receivingAddress } = procedure;
  const [counter = methods[0]] = methods.filter(({ channel }) => channel === 'DIRECT');
  const lines = [
    { term: 'Mã thủ tục hành chính', lines: [code] }, ...(symbol === '' ? [] : [{ term: 'Ký hiệu quy trình', lines: [symbol] }]),
    { term: partTitles['legal-bases'], lines: legalBases.map(({ code: number, name }) => (number === null ? name : `${name} (${number})`)) },
    { term: partTitles.papers, lines: papers.flatMap(({ circumstance, papers: asked }) => [...(circumstance === null ? [] : [`${circumstance}:`]), ...asked.map((paper) => `${paper.name}: ${paperText(paper)}`)]) },
    { term: 'Nơi, cách thức nộp', lines: [methods.map(({ channel }) => ({ DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính' })[channel]).join(', '), receivingAddress ?? ''] },
    { term: partTitles.time, lines: [timeText(counter?.time ?? null), `Quy trình: ${hoursText(hours)} (${daysText(hours)})`] },
    { term: 'Phí, lệ phí', lines: (counter?.fees ?? []).map(feeText) }, { term: 'Dịch vụ công trực tuyến', lines: [levels[onlineLevel] ?? 'Chưa cung cấp'] },
  ];
  return lines.map(({ term, lines: said }) => ({ term, lines: said.filter((line) => line.trim() !== '') })).filter(({ lines: said }) => said.length > 0);
}

/**
 * The internal procedures of a procedure, published: which there are, and one of them with its head and steps. Undefined when the procedure is unknown, or none of its
 * processes is in force on `day`.
 *
 * @legal nd-118-2025/internal-procedures
 */
export async function internalProcedures(db: Db, asked: { readonly procedure: string; readonly key: string | undefined; readonly day: string; readonly nameOf: (codes: readonly string[]) => Promise<(code: string) => string> }): Promise<InternalProcedures | undefined> {
  const found = await procedureOn(db, asked.procedure, asked.day);
  const handlings = found === undefined ? [] : await handlingsOf(db, asked.procedure, asked.day);
  const keys = [...new Set(handlings.map(({ processKey }) => processKey))];
  const known = (await Promise.all(keys.map((key) => definitionInForce(db, key, asked.day)))).filter((process) => process !== null);
  const process = known.find(({ key }) => key === asked.key) ?? (asked.key === undefined ? known[0] : undefined);
  const table = process === undefined ? null : await readTable(process.xml, 'whole');
  if (found === undefined || process === undefined || table?.ok !== true) return undefined;
  const steps = table.value.rows.filter((row) => row.kind === 'step');
  const hours = plannedHours(process.definition);
  const nameOf = await asked.nameOf(handlings.map(({ agency }) => agency));
  return {
    procedure: found.procedure,
    choices: known.map(({ key, name }) => { const own = handlings.filter(({ processKey }) => processKey === key); return { key, name, agencies: own.length, first: nameOf(own[0]?.agency ?? '') }; }),
    shown: {
      key: process.key, name: process.name, symbol: table.value.symbol, version: process.version, validFrom: process.validFrom, isModel: handlings.some(({ processKey, ownModel }) => processKey === process.key && ownModel),
      decision: process.decisionNumber === null || process.decisionDate === null ? null : { number: process.decisionNumber, date: process.decisionDate },
      head: headOf(found.procedure, { symbol: table.value.symbol, hours }), rows: table.value.rows.map((row) => rowOf(row, steps)), steps: steps.length, hours,
    },
  };
}
