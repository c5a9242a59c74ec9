// SPDX-License-Identifier: EUPL-1.2
import { type Result, fold, ok } from '@motcua/kernel';
import { Procedure, type RequiredPaper } from '../model.ts';
import { type RecordRefusal, readRecord } from './read-record.ts';

const comparedParts = ['name', 'field', 'steps', 'methods', 'papers', 'executingAgencies', 'results', 'legalBases', 'conditions'] as const;
/** A part the line tells of, by its key. */
export type ComparedPart = (typeof comparedParts)[number];

const keyOf: Readonly<Record<ComparedPart, string>> = {
  name: 'name', field: 'field', steps: 'steps', methods: 'methods', papers: 'dossier', executingAgencies: 'executing_agencies', results: 'results', legalBases: 'legal_bases', conditions: 'conditions',
};

type Groups = Procedure['papers'];

const isSamePaper = (one: RequiredPaper, other: RequiredPaper): boolean => (one.code === null || other.code === null ? fold(one.name) === fold(other.name) : one.code === other.code);

type Named = { readonly code: string | null; readonly name: string };
type Methods = Procedure['methods'];

const sameForms = (one: readonly string[], other: readonly string[]): boolean => one.join('; ') === other.join('; ');
/** A name without its code gets the code it has here. */
const coded = <One extends Named>(told: One, here: readonly One[]): One => (told.code === null ? here.find(({ name }) => name === told.name) ?? told : told);

/** The line names papers and forms; how many, whether required and how they come stays as it is here. */
function papersOver(told: Groups, here: Groups): Groups {
  return told.map(({ circumstance, papers }, nth) => {
    const group = [...here.slice(nth, nth + 1), ...here].find((each) => fold(each.circumstance ?? '') === fold(circumstance ?? ''))?.papers ?? here.flatMap((each) => each.papers);
    return { circumstance, papers: papers.map((paper, at) => {
      const known = [...group.slice(at, at + 1), ...group].find((each) => isSamePaper(each, paper));
      return known === undefined ? paper : { ...known, code: paper.code ?? known.code, name: paper.name, forms: sameForms(paper.forms, known.forms) ? known.forms : paper.forms };
    }) };
  });
}

function feesOver(told: Methods[number]['fees'], here: Methods[number]['fees']): Methods[number]['fees'] {
  if (told.length === here.length && told.every(({ amount }, at) => amount === here[at]?.amount)) return here;
  return told.map((fee) => ({ ...fee, kind: here.find(({ amount }) => amount === fee.amount)?.kind ?? fee.kind }));
}

/** The line tells amounts, not what kind of payment it is; a remark or a time it leaves out stays. */
function methodsOver(told: Methods, here: Methods): Methods {
  return told.map((method, at) => {
    const nth = told.slice(0, at).filter(({ channel }) => channel === method.channel).length;
    const known = here.filter(({ channel }) => channel === method.channel)[nth];
    return known === undefined ? method : { ...method, time: method.time ?? known.time, note: method.note ?? known.note, fees: feesOver(method.fees, known.fees) };
  });
}

/**
 * A record told over the line, laid over the version here: what the line does not tell of stays. The decision is never taken from the version before.
 *
 * @param here - newest version here; undefined when the procedure is not known
 * @error fields of another type, each named
 */
export function toldRecord(record: Readonly<Record<string, unknown>>, here: Procedure | undefined): Result<Procedure, RecordRefusal> {
  const read = readRecord(record);
  if (!read.ok || here === undefined) return read;
  const told = read.value;
  const has = (part: ComparedPart): boolean => keyOf[part] in record;
  return ok(Procedure.parse({
    ...here, decision: told.decision, name: told.name,
    field: has('field') && told.field !== null ? coded(told.field, here.field === null ? [] : [here.field]) : here.field, steps: has('steps') ? told.steps : here.steps, methods: has('methods') ? methodsOver(told.methods, here.methods) : here.methods,
    papers: has('papers') ? papersOver(told.papers, here.papers) : here.papers, executingAgencies: has('executingAgencies') ? told.executingAgencies.map((each) => coded(each, here.executingAgencies)) : here.executingAgencies,
    results: has('results') ? told.results.map((each) => coded(each, here.results)) : here.results, legalBases: has('legalBases') ? told.legalBases.map((each) => coded(each, here.legalBases)) : here.legalBases, conditions: has('conditions') ? told.conditions : here.conditions,
  }));
}

/** Parts that read otherwise there than here. Only what the line tells of is compared. */
export function differingParts(there: Procedure, here: Procedure): readonly ComparedPart[] {
  const [one, other] = [Procedure.parse(there), Procedure.parse(here)];
  return comparedParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}
