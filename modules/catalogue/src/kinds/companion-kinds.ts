// SPDX-License-Identifier: EUPL-1.2
import { lintTable } from '@motcua/decisions';
import type { Db } from '@motcua/db-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import type { Finding, Part, ProposalKind } from '@motcua/proposals';
import type { z } from 'zod';
import { Checklist } from '../checklist-model.ts';
import { FeeTable } from '../fees-model.ts';
import { Guide, guideTable, guideTableNames } from '../guide-model.ts';
import type { Procedure } from '../model.ts';
import { describeChecklist, describeFees, describeGuide } from '../rules/describe-companions.ts';
import { must } from '../rules/finding.ts';
import { lintChecklist } from '../rules/lint-checklist.ts';
import { lintFees } from '../rules/lint-fees.ts';
import { lintGuide, ofTable } from '../rules/lint-guide.ts';
import { type CompanionKind, newestCompanion, publishCompanion } from '../store/companions.ts';
import { procedureOn } from '../views/procedures.ts';
import { asJson, readContent } from './read-content.ts';

type Content = { readonly subject: { readonly code: string; readonly name: string } };
type Given<Shape extends Content> = {
  readonly kind: CompanionKind; readonly label: string; readonly schema: z.ZodType<Shape>; readonly empty: (subject: Shape['subject']) => Shape;
  readonly lint: (content: Shape, procedure: Procedure | undefined) => readonly Finding[]; readonly describe: (content: Shape) => readonly Part[];
};

/** A kind of what goes with a procedure; its key is the procedure's code. */
function companionKind<Shape extends Content>({ kind, label, schema, empty, lint, describe }: Given<Shape>, clock: Clock): ProposalKind {
  const inForce = async (db: Db, code: string): Promise<Procedure | undefined> => (await procedureOn(db, code, officeDay(clock.now()).toString()))?.procedure;
  return {
    kind, label,
    read: (content) => readContent(schema, content),
    empty: (key) => asJson(empty({ code: key, name: '' })),
    current: async (db, key) => {
      const found = await newestCompanion(db, kind, key);
      return found === undefined ? null : { version: found.version, content: asJson(found.content) };
    },
    title: (content) => { const { subject } = schema.parse(content); return subject.name === '' ? '' : `${label}: ${subject.name}`; },
    check: async (db, { key, content }) => {
      const read = schema.parse(content);
      return [...(read.subject.code === key ? [] : [must('subject.code', 'Thủ tục', `Bản soạn này là của thủ tục ${key}.`)]), ...lint(read, await inForce(db, key))];
    },
    describe: (content) => describe(schema.parse(content)),
    publish: (tx, { key, content, ...publication }) => publishCompanion(tx, { kind, code: key, content, ...publication }),
  };
}

/** Fee table, guide and checklist of a procedure. */
export const companionKinds = ({ clock }: { readonly clock: Clock }): readonly ProposalKind[] => [
  companionKind({ kind: 'fees', label: 'Phí, lệ phí', schema: FeeTable, empty: (subject) => ({ subject, lines: [], reliefs: [], shipping: [] }), lint: lintFees, describe: describeFees }, clock),
  companionKind({
    kind: 'guide', label: 'Tôi cần giấy gì', schema: Guide, empty: (subject) => ({ subject, questions: [], conditions: [], cases: [], papers: [] }), describe: describeGuide,
    lint: (guide, procedure) => [...lintGuide(guide, procedure), ...guideTableNames.flatMap((name) => ofTable(name, lintTable(guideTable(guide, name))))],
  }, clock),
  companionKind({ kind: 'checklist', label: 'Danh sách kiểm tra, lý do', schema: Checklist, empty: (subject) => ({ subject, checks: [], supplementReasons: [], refusalReasons: [] }), lint: lintChecklist, describe: describeChecklist }, clock),
];
