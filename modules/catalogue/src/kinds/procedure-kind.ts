// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Clock, officeDay, refuse } from '@motcua/kernel';
import type { Finding, ProposalKind } from '@motcua/proposals';
import { publishVersion } from '../commands/publish-version.ts';
import { Procedure } from '../model.ts';
import { describeProcedure } from '../rules/describe-procedure.ts';
import { must } from '../rules/finding.ts';
import { lintProcedure } from '../rules/lint-procedure.ts';
import { lintGround } from '../views/lint-ground.ts';
import { newestProcedure } from '../views/procedures.ts';
import { procedureQuestions, proveProcedure } from './procedure-questions.ts';
import { paperLuggage } from './paper-luggage.ts';
import { asJson, readContent } from './read-content.ts';

const codes = /^\d\.\d{6,7}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/u;

const blank = (code: string): Procedure => ({
  code, name: '', type: 'SPECIFIC', levels: [], onlineLevel: 'PARTIAL_OR_NONE', nonTerritorial: false, field: null, issuingAgency: null, decision: { number: null, date: null },
  executingAgencies: [], competentAgencies: [], coordinatingAgencies: [], receivingAddress: null, applicantKinds: [], lifeEvents: [], steps: [], methods: [], circumstances: [],
  papers: [{ circumstance: null, papers: [] }], results: [], legalBases: [], conditions: null, keywords: null, note: null,
});

// The largest procedure published in the country has 224 papers.
const mostPapers = 1000;

/** Why a procedure is larger than what can be looked through. */
function sizeFault({ papers, methods }: Procedure): Finding | null {
  const count = papers.reduce((sum, group) => sum + group.papers.length, 0);
  if (count > mostPapers || papers.length > mostPapers) return must('papers', 'Giấy tờ', `Có ${count} giấy tờ trong ${papers.length} trường hợp, nhiều nhất ${mostPapers}. Tách thành nhiều thủ tục.`);
  return methods.length > mostPapers ? must('methods', 'Cách thức thực hiện', `Có ${methods.length} dòng, nhiều nhất ${mostPapers}.`) : null;
}

async function newest(db: Db, code: string): Promise<{ readonly version: number; readonly procedure: Procedure } | null> {
  return await newestProcedure(db, code) ?? null;
}

/** A procedure (thủ tục hành chính) as it is drafted and published; its key is the national code. */
export const procedureKind = ({ clock }: { readonly clock: Clock }): ProposalKind => ({
  kind: 'procedure',
  label: 'Thủ tục hành chính',
  read: (content) => {
    const read = readContent(Procedure, content);
    const size = read.ok ? sizeFault(Procedure.parse(read.value)) : null;
    return size === null ? read : refuse([size]);
  },
  empty: (key) => (codes.test(key) ? asJson(blank(key)) : null),
  current: async (db, key) => {
    const found = await newest(db, key);
    return found === null ? null : { version: found.version, content: asJson(found.procedure) };
  },
  title: (content) => Procedure.parse(content).name,
  check: async (db, { key, content }) => {
    const procedure = Procedure.parse(content);
    const findings = lintProcedure(procedure, await lintGround(db, key, officeDay(clock.now()).toString()));
    return procedure.code === key ? findings : [must('code', 'Mã thủ tục', `Mã phải là ${key}; bản soạn này là của thủ tục ấy.`), ...findings];
  },
  describe: (content) => describeProcedure(Procedure.parse(content)),
  questions: (content) => procedureQuestions(Procedure.parse(content)), prove: (content, given) => Promise.resolve(proveProcedure(Procedure.parse(content), given)),
  luggage: paperLuggage,
  publish: async (tx, { key, content, ...publication }) => {
    const procedure = Procedure.parse(content);
    if (procedure.code !== key) return refuse([must('code', 'Mã thủ tục', `Mã phải là ${key}.`)]);
    return publishVersion(tx, procedure, publication);
  },
});
