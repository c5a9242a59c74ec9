// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Actor, type Result, type Role, officeDay, officeMinuteText, ok, refuse, roles } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { agencyNames, authorityToSign, sealsKeptBy } from '@motcua/organisation';
import { disputesOf } from '@motcua/vault';
import { type ProcessDefinition, getDefinition, questionsBehind } from '@motcua/workflow';
import { clockNow, limitWords } from '../clock/dossier-clock.ts';
import { stepOverdueSince } from '../clock/step-due.ts';
import { supplementRule } from '../commands/supplement-rule.ts';
import type { DossierContext } from '../context.ts';
import type { OfficerDossier, OwnDossier, PublicStanding } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import { betweenOffices, issueOf, lastIssue, printable } from '../lifecycle/issued-papers.ts';
import { nationalStatuses } from '../lifecycle/national-status.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { isEnded } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { paperTitles } from '../papers/titles.ts';
import { awayFromCentre, fitsTask, mayDo } from '../permissions.ts';
import { eventRows, factOf, folded } from '../store/ledger.ts';
import { tidyCode } from '../store/numbers.ts';
import { dossierDb } from '../store/tables.ts';
import { agencyDuesOf } from './agency-dues.ts';
import { authorityWords } from './authority-words.ts';
import { groupOf } from './linked-group.ts';
import { noticesOf } from './notices.ts';
import { parcelView } from './post.ts';
import { mandateWords, receiverWords } from './mandate-words.ts';
import { changesView } from './changes.ts';
import { destroyedBy } from './destroyed.ts';
import { papersToReissue, possibleActs } from './possible-acts.ts';
import { toDigitiseOf, workingPapersOf } from './to-digitise.ts';
import { keptOriginals, originalAgencies, originalReturns, originalsView } from './originals.ts';
import { signingCircuit } from './signing-circuit.ts';
import { cameWords, wordsOf } from './words.ts';

/**
 * A dossier with its ledger, when the actor may read it; otherwise it does not exist for that actor.
 *
 * @error dossier-unknown; dossier-destroyed - nothing is left to read
 */
export async function readable(db: Db, actor: Actor, code: string): Promise<Result<{ readonly dossier: Dossier; readonly events: readonly DossierEvent[] }, LifecycleRefusal>> {
  const row = await dossierDb(db).selectFrom('dossiers.dossier').select('id').where('code', '=', tidyCode(code)).executeTakeFirst();
  const rows = row === undefined ? [] : await eventRows(db, row.id);
  const loaded = folded(rows);
  if (loaded === undefined || !mayDo(actor, 'read', { dossier: loaded.dossier })) return refuse({ code: 'dossier-unknown' });
  const destroyed = loaded.dossier.endedAt === null ? null : await destroyedBy(db, loaded.dossier.id);
  return destroyed === null ? ok({ dossier: loaded.dossier, events: rows.map(factOf) }) : refuse({ code: 'dossier-destroyed', ...destroyed });
}

/** To anybody: the code and the degree of completion, nothing else. Undefined for unknown, foreign and mistyped codes alike. */
export async function publicStanding(ctx: DossierContext, db: Db, code: string): Promise<PublicStanding | undefined> {
  const row = await dossierDb(db).selectFrom('dossiers.dossier').select(['id', 'code', 'step_no', 'step_count', 'ended_at']).where('code', '=', tidyCode(code)).executeTakeFirst();
  return row && { destroyed: row.ended_at === null ? null : await destroyedBy(db, row.id), code: row.code, done: row.ended_at === null ? row.step_no : row.step_count, total: row.step_count, finished: row.ended_at !== null, asOf: ctx.clock.now().toString() };
}

function issuedPapers(dossier: Dossier, base: string, forOfficer: boolean): OwnDossier['issued'] {
  return printable(dossier).filter((paper) => forOfficer || !betweenOffices.has(paper)).map((form) => ({ form, title: form === 'result' && dossier.revoked !== undefined ? `${paperTitles[form]} (đã bị thu hồi)` : paperTitles[form], href: `${base}/${encodeURIComponent(dossier.code)}/printed/${form}` }));
}

/** The steps of the internal procedure on its main path: done, current, to come. */
async function stepsOf(db: Db, dossier: Dossier): Promise<OwnDossier['steps']> {
  if (dossier.process === null) return [];
  const published = await getDefinition(db, dossier.process.key, dossier.process.version);
  const open = new Map(dossier.tasks.map((task) => [task.node, task]));
  const path = published?.definition.mainPath ?? [];
  const current = path.findIndex((id) => open.has(id));
  const reached = current === -1 ? (isEnded(dossier.status) ? path.length : dossier.stepNo) : current;
  return path.map((id, at) => {
    const node = published?.definition.nodes.get(id);
    const task = open.get(id);
    return { name: node?.name ?? id, state: task === undefined ? (at < reached ? 'done' : 'to-come') : 'current', unit: task?.unit ?? null, hours: node?.task?.hours ?? null, dueAt: task?.dueAt ?? null };
  });
}

/** Names of every agency a dossier speaks of. */
const namesOn = (db: Db, dossier: Dossier): Promise<(code: string) => string> => {
  const { agencies, tasks, consultations } = dossier;
  return agencyNames(db, [...Object.values(agencies), ...originalAgencies(dossier), ...tasks.map(({ agency }) => agency), ...consultations.map(({ agency }) => agency)]);
};

const roundsOf = ({ supplements, replaced }: Dossier): OwnDossier['supplements'] => supplements.map((round) => ({
  number: lastIssue(replaced, 'supplement-request', { number: round.number, at: round.askedAt, by: round.by }).number, stage: round.stage, askedAt: round.askedAt, who: round.by.name, reason: round.reason, answerBy: round.answerBy, answeredAt: round.answeredAt, note: round.note, override: round.override, heldReason: round.heldReason ?? null,
  items: round.items.map(({ what, howToMend, basis }, at) => {
    const said = round.answered.find(({ no }) => no === at + 1);
    return { no: at + 1, what, howToMend, basis, answer: said?.text ?? null, documents: [...said?.documents ?? []], sheets: said?.sheets ?? null };
  }),
})).reverse();

const spoken = ({ wishes, messages, replaced }: Dossier): Pick<OwnDossier, 'wishes' | 'messages' | 'replaced'> => ({
  wishes: wishes.map(({ by, decision, ...wish }) => ({ ...wish, who: by.name, decision: decision === null ? null : { granted: decision.granted, reason: decision.reason, at: decision.at, who: decision.by.name } })).reverse(),
  messages: messages.map(({ at, by, text }) => ({ at, who: by.name, fromOffice: by.kind !== 'citizen', text })),
  replaced: replaced.map(({ paper, number, issuedAt, replacedAt, by, reason, newNumber }) => ({ paper, number, issuedAt, replacedAt, by: by.name, reason, newNumber })),
});

const revokedView = ({ revoked }: Dossier): OwnDossier['revoked'] => (revoked === undefined ? null : { number: revoked.number, reason: revoked.reason, at: revoked.at });

const secretsOf = ({ secrets }: Dossier, isOpen: boolean): OwnDossier['secretPapers'] =>
  secrets.map(({ no, at, by, ...details }) => ({ no, details: isOpen ? { ...details, recordedAt: at, who: by.name } : null }));

const extractsOf = ({ extracts = [] }: Dossier): OwnDossier['extracts'] => extracts.toReversed();

function extensionView(dossier: Dossier): OwnDossier['extension'] {
  const [{ extension }, issue] = [dossier, issueOf(dossier, 'extension')];
  return extension === null || issue === null ? null : { at: extension.at, number: issue.number, reason: issue.wording?.join(' ') ?? extension.reason, owedAt: extension.owedAt, newOwedAt: extension.newOwedAt };
}

/** The words of an event, with when and why it was entered if not at once. */
const enteredLater = ({ by }: DossierEvent, said: ReturnType<typeof wordsOf>): ReturnType<typeof wordsOf> => (by.enteredLater === undefined ? said
  : { ...said, words: `${said.words} (ghi sau, lúc ${officeMinuteText(Temporal.Instant.from(by.enteredLater.at))}: ${by.enteredLater.reason})` });

const feeView = ({ fee: { amountVnd, way, price } }: Dossier): OwnDossier['fee'] => ({ amountVnd, way, price: price ?? null });

async function commonOf(ctx: DossierContext, db: Db, found: { readonly dossier: Dossier; readonly events: readonly DossierEvent[]; readonly actor: Actor; readonly base: string; readonly nameOf: (code: string) => string }): Promise<OwnDossier> {
  const { dossier, events, actor, base, nameOf } = found;
  const calendar = await ctx.calendars.of(db, dossier.agencies.solving);
  return {
    code: dossier.code, version: dossier.version, status: dossier.status, national: nationalStatuses[dossier.status], procedure: { code: dossier.procedure.code, name: dossier.procedure.name },
    circumstance: dossier.circumstance, channel: dossier.channel, solvingAgency: nameOf(dossier.agencies.solving), receivingAgency: nameOf(dossier.agencies.receiving), returningAgency: nameOf(dossier.agencies.returning),
    returnWay: dossier.returnWay, applicant: dossier.applicant, coApplicants: [...dossier.coApplicants ?? []], submittedAt: dossier.submittedAt, acceptedAt: dossier.acceptedAt, clock: clockNow(calendar, dossier, ctx.clock.now()),
    provisional: dossier.clock?.provisional === true, startedAt: dossier.clock?.startedAt ?? null, firstAppointment: dossier.clock?.firstAt ?? null, startPoint: dossier.clock === null ? null : dossier.clock.point ?? 'acceptance', limit: dossier.clock === null ? null : limitWords(dossier, dossier.clock.limit),
    explanation: (dossier.clock?.explanation ?? []).map((line) => ({ ...line, source: line.source === null ? null : sourceTitle(line.source) })),
    steps: await stepsOf(db, dossier), papers: [...dossier.papers],
    timeline: events.filter(({ type }) => type !== 'message-written').map((event) => ({ seq: event.seq, at: event.at, type: event.type, who: event.by.insteadOf === undefined ? event.by.name : `${event.by.name} (thay ${event.by.insteadOf})`, ...enteredLater(event, wordsOf(event)) })).reverse(),
    supplement: dossier.supplement === null ? null : { askedAt: dossier.supplement.askedAt, reason: dossier.supplement.reason, answerBy: dossier.supplement.answerBy, items: dossier.supplement.items.map(({ paperNo, what, howToMend }) => ({ paperNo, what, howToMend })) },
    supplements: roundsOf(dossier),
    identity: dossier.identity === null ? null : { person: dossier.identity.person, reason: dossier.identity.reason },
    secretPapers: secretsOf(dossier, mayDo(actor, 'read-secret', { dossier })),
    payment: dossier.payment === null ? null : { amountVnd: dossier.payment.amountVnd, reason: dossier.payment.reason },
    fee: feeView(dossier),
    extracts: extractsOf(dossier), keptOriginals: keptOriginals(dossier, nameOf), originalReturns: originalReturns(found.dossier, events, base),
    ...spoken(dossier), extension: extensionView(dossier), notices: noticesOf(events, await ctx.messages.of(db)), parcel: parcelView(dossier), revoked: revokedView(dossier),
    issued: issuedPapers(dossier, base, actor.kind === 'officer'), acts: [...possibleActs(actor, dossier, ctx.clock.now())], group: await groupOf(ctx, db, { dossier, actor }),
  };
}

const authorisationOf = ({ mandate, authorisation }: Dossier): string | null => {
  const parts = [mandate === undefined ? null : mandateWords(mandate), authorisation].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join('. ');
};

/** Events whose detail officers wrote to each other. */
const inner: ReadonlySet<string> = new Set(['step-completed', 'sent-back', 'assigned', 'approved', 'issued']);

/** The owner's own dossier. */
export async function ownDossier(ctx: DossierContext, db: Db, actor: Actor, code: string): Promise<Result<OwnDossier, LifecycleRefusal>> {
  const found = await readable(db, actor, code);
  if (!found.ok) return found;
  const view = await commonOf(ctx, db, { ...found.value, actor, base: '/api/my/dossiers', nameOf: await namesOn(db, found.value.dossier) });
  // Inner opinions stay inside; the citizen reads that a step was done, not what officers wrote to each other.
  return ok({ ...view, timeline: view.timeline.filter(({ type }) => type !== 'extension-proposed').map((item) => (inner.has(item.type) ? { ...item, detail: null } : item)) });
}

const isRole = (name: string): name is Role => roles.some((role) => role === name);

type Named = { readonly dossier: Dossier; readonly nameOf: (code: string) => string };

/** Variables every process is given when it starts. */
const known: ReadonlySet<string> = new Set(['channel', 'procedure', 'circumstance', 'competentUnit']);

const openQuestions = (definition: ProcessDefinition, node: string): OfficerDossier['tasks'][number]['questions'] =>
  questionsBehind(definition, node).filter(({ variable }) => !known.has(variable)).map((question) => ({ ...question, choices: [...question.choices] }));

function tasksOf(ctx: DossierContext, actor: Actor, { dossier, nameOf, published }: Named & { readonly published: Awaited<ReturnType<typeof getDefinition>> }): OfficerDossier['tasks'] {
  return dossier.tasks.map((task) => {
    const back = published?.definition.nodes.get(task.node)?.task?.returnTo ?? [];
    const mine = actor.kind === 'officer' && isRole(task.role) && actor.postings.some((posting) => fitsTask(posting, task));
    return {
      taskId: task.taskId, name: task.name, act: task.act, role: task.role, agency: task.agency, agencyName: nameOf(task.agency), unit: task.unit,
      dueAt: task.dueAt, createdAt: task.createdAt, assignee: task.assignee === null ? null : { id: task.assignee.id, name: task.assignee.name },
      mayTake: mine, returnTo: mine ? back.map((id) => ({ id, name: published?.definition.nodes.get(id)?.name ?? id })) : [], late: stepOverdueSince(task, dossier.clock, ctx.clock.now()) !== null,
      questions: mine && published !== null ? openQuestions(published.definition, task.node) : [],
    };
  });
}

const minutesView = ({ by, ...minutes }: NonNullable<Dossier['checks'][number]['minutes']>): NonNullable<OfficerDossier['checks'][number]['minutes']> => ({ ...minutes, number: minutes.number ?? null, who: by.name });

const consultationsOf = ({ dossier, nameOf }: Named, now: Temporal.Instant): OfficerDossier['consultations'] => dossier.consultations.map(({ id, agency, question, dueAt, lapsedAt, deemed, answer }) =>
  ({ id, agency, agencyName: nameOf(agency), question, dueAt, lapsed: lapsedAt !== null, deemed, silent: answer === null && Temporal.Instant.compare(now, Temporal.Instant.from(dueAt)) >= 0, answer: answer?.opinion ?? null, agrees: answer?.agrees ?? null }));

/** Says beside a signing step that this officer may not sign it today, and why: the same question the act itself asks. */
async function signingTold(ctx: DossierContext, db: Db, actor: Actor, { dossier, acts }: { readonly dossier: Dossier; readonly acts: OwnDossier['acts'] }): Promise<OwnDossier['acts']> {
  if (actor.kind !== 'officer' || !acts.some(({ act, allowed }) => act === 'approve' && allowed)) return acts;
  const procedure = dossier.procedure.code;
  const right = await authorityToSign(db, { officer: actor.id, agency: dossier.agencies.solving, procedure, day: officeDay(ctx.clock.now()).toString() });
  if (right.ok) return acts;
  const why = `Chưa ký được: ${authorityWords({ ...right.error, procedure })}.${right.error.who.length === 0 ? '' : ` Người ký được: ${right.error.who.join(', ')}.`}`;
  return acts.map((possible) => (possible.act === 'approve' ? { ...possible, allowed: false, why } : possible));
}

/** What owners say is wrong with the result; asked only of a dossier that left something in a vault. */
async function disputed(db: Db, { id, vault }: Dossier): Promise<OfficerDossier['disputes']> {
  return vault === undefined ? [] : [...await disputesOf(db, id)];
}

/** The dossier as an officer sees it. */
export async function officerDossier(ctx: DossierContext, db: Db, actor: Actor, code: string): Promise<Result<OfficerDossier, LifecycleRefusal>> {
  const found = await readable(db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const nameOf = await namesOn(db, dossier);
  const published = dossier.process === null ? null : await getDefinition(db, dossier.process.key, dossier.process.version);
  const view = await commonOf(ctx, db, { ...found.value, actor, base: '/api/dossiers', nameOf });
  const sealAgency = dossier.result?.authority?.agency ?? dossier.agencies.solving;
  return ok({
    ...view, acts: await signingTold(ctx, db, actor, { dossier, acts: view.acts }), disputes: await disputed(db, dossier), answers: { ...dossier.answers }, eform: dossier.eform.key, submitter: dossier.submitter, authorisation: authorisationOf(dossier), receivedBy: receiverWords(dossier),
    agencyDues: await agencyDuesOf(ctx, db, { dossier, nameOf }),
    awaits: dossier.awaits.map(cameWords), tasks: tasksOf(ctx, actor, { dossier, nameOf, published }), consultations: consultationsOf({ dossier, nameOf }, ctx.clock.now()),
    draft: dossier.draft === null ? null : { title: dossier.draft.title, provisions: [...dossier.draft.provisions], by: dossier.draft.by.name },
    opinions: dossier.opinions.map(({ at, by, step, text }) => ({ at, who: by.name, step, text })),
    onSite: dossier.onSite === null ? null : { class: dossier.onSite.class, away: dossier.tasks.some((task) => awayFromCentre(actor, { dossier, task }) !== null) },
    changes: await changesView(db, dossier), signing: published === null ? null : signingCircuit(published.definition, found.value),
    toDigitise: toDigitiseOf(dossier), working: workingPapersOf(dossier),
    reissuable: [...papersToReissue(actor, dossier)],
    sealAgency,
    seals: view.acts.some(({ act, allowed }) => act === 'issue' && allowed) && actor.kind === 'officer' ? (await sealsKeptBy(db, { agency: sealAgency, officer: actor.id, day: officeDay(ctx.clock.now()).toString() })).map(({ id, name }) => ({ id, name })) : [],
    checks: dossier.checks.map(({ by, minutes, ...check }) => ({ ...check, who: by.name, minutes: minutes === null ? null : minutesView(minutes) })).reverse(),
    originals: originalsView(dossier, nameOf),
    supplementRule: await supplementRule(ctx, db, { dossier, actor, at: ctx.clock.now() }),
    lateSteps: dossier.lateSteps.map(({ step, at, by, cause }) => ({ step, at, dueAt: cause.dueAt, who: by.name, cause: [cause.words, cause.note].filter((part) => part !== null).join(': ') })),
    proposedExtension: dossier.proposedExtension === null ? null : { ...dossier.proposedExtension, who: dossier.proposedExtension.by.name },
    result: dossier.result === null ? null : { number: dossier.result.number, documentId: dossier.result.documentId, signedBy: dossier.result.signedBy?.name ?? null },
  });
}
