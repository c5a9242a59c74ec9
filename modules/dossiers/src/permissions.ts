// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Officer, Posting, Role } from '@motcua/kernel';
import type { DossierActName } from './contract.ts';
import type { Dossier, OpenTask } from './model.ts';
import { escalationRoleNames } from './rules/escalation.ts';

/** The place that ties a role to a dossier: which of its agencies the posting must be at; `task`: the step's own role and place; `desk`: the agency that does the step, whatever the role. */
type Place = 'receiving' | 'solving' | 'returning' | 'task' | 'desk' | 'consulted' | 'province';

/** Who may do one act: roles at a place (and only before or after acceptance, where it says so), the owner, a partner. Whatever is not written is not allowed. */
export type Grant = { readonly roles: readonly Role[]; readonly at: Place; readonly stage?: 'intake' | 'appraisal' } | { readonly owner: true; readonly stage?: 'intake' | 'appraisal' } | { readonly partner: true };

const shop: readonly Role[] = ['intake-officer', 'one-stop-head'];
/** Who reads what the one-stop shop took (sổ thu): who takes it and who answers for it. */
export const moneyReaders: readonly Role[] = [...shop, 'cashier', 'leader'];

/** Who sees what is still to be digitised: of the shop, its leaders, and for the whole province its control. */
export const digitisingReaders: readonly Role[] = [...shop, 'leader', 'procedure-controller', 'province-leader'];
const solvers: readonly Role[] = ['handling-officer', 'division-head', 'leader'];
const anyStep: readonly Role[] = ['intake-officer', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'consulted-officer', 'one-stop-head'];

/** The access table: acts × roles × place. */
export const grants: Readonly<Record<DossierActName | 'read' | 'intake' | 'figures' | 'seal-log' | 'class-on-site' | 'on-site' | 'override-supplement' | 'hear-of-silence' | 'read-secret' | 'back-date' | 'print-copy', readonly Grant[]>> = {
  'submit': [{ owner: true }, { partner: true }],
  'intake': [{ roles: [...shop, 'postal-worker'], at: 'receiving' }],
  'accept': [{ roles: shop, at: 'receiving' }],
  'refuse': [{ roles: shop, at: 'receiving', stage: 'intake' }, { roles: ['leader'], at: 'solving', stage: 'appraisal' }],
  'request-supplement': [{ roles: shop, at: 'receiving' }, { roles: solvers, at: 'solving' }],
  'supplement': [{ owner: true }, { roles: shop, at: 'receiving' }],
  'close': [{ roles: shop, at: 'receiving' }],
  'assign': [{ roles: anyStep, at: 'task' }, { roles: ['division-head', 'leader'], at: 'solving' }, { roles: ['one-stop-head'], at: 'desk' }],
  'release': [{ roles: anyStep, at: 'task' }],
  'complete-step': [{ roles: anyStep, at: 'task' }],
  'send-back': [{ roles: anyStep, at: 'task' }],
  'consult': [{ roles: solvers, at: 'solving' }],
  'answer-consultation': [{ roles: [...solvers, 'consulted-officer'], at: 'consulted' }],
  'request-payment': [{ roles: [...solvers, ...shop], at: 'solving' }, { roles: shop, at: 'receiving' }],
  'pay': [{ roles: ['cashier', ...shop], at: 'receiving' }, { roles: ['cashier', ...shop], at: 'solving' }],
  'request-identity': [{ roles: [...solvers, ...shop], at: 'solving' }, { roles: shop, at: 'receiving' }],
  'confirm-identity': [{ roles: [...solvers, ...shop], at: 'solving' }, { roles: shop, at: 'receiving' }],
  'approve': [{ roles: ['leader'], at: 'task' }],
  'issue': [{ roles: ['records-clerk'], at: 'task' }],
  'return': [{ roles: shop, at: 'returning' }, { roles: shop, at: 'receiving' }],
  'withdraw': [{ owner: true, stage: 'intake' }, { roles: shop, at: 'receiving' }],
  'stop': [{ roles: shop, at: 'receiving' }],
  'send-upstream': [{ roles: shop, at: 'receiving' }, { roles: solvers, at: 'solving' }],
  // Done by the group itself when it ends, never by a person.
  'end-with-group': [],
  'wish': [{ owner: true }],
  'decide-wish': [{ roles: shop, at: 'receiving' }],
  'correct': [{ roles: shop, at: 'receiving' }],
  // And never who asked for the change.
  'decide-change': [{ roles: shop, at: 'receiving' }, { roles: ['leader'], at: 'solving' }],
  // And only who may issue the paper in the first place (lifecycle/issued-papers.ts).
  'reissue': [{ roles: shop, at: 'receiving' }, { roles: ['leader'], at: 'solving' }],
  'write-message': [{ owner: true }, { roles: shop, at: 'receiving' }, { roles: solvers, at: 'solving' }],
  'plan-check': [{ roles: solvers, at: 'solving' }],
  'record-check': [{ roles: solvers, at: 'solving' }],
  'propose-extension': [{ roles: solvers, at: 'solving' }],
  'extend': [{ roles: ['leader'], at: 'solving' }],
  'hear-of-silence': [{ roles: ['one-stop-head'], at: 'receiving' }],
  'back-date': [{ roles: ['one-stop-head'], at: 'receiving' }, { roles: ['leader'], at: 'solving' }],
  'override-supplement': [{ roles: ['one-stop-head'], at: 'receiving' }, { roles: ['leader'], at: 'solving' }],
  'read': [
    { owner: true }, { roles: [...shop, 'cashier', 'guide', 'postal-worker'], at: 'receiving' }, { roles: [...shop, 'postal-worker'], at: 'returning' },
    { roles: [...solvers, 'records-clerk', ...shop], at: 'solving' }, { roles: [...solvers, 'consulted-officer'], at: 'consulted' }, { roles: ['province-leader'], at: 'province' },
  ],
  'hand-over-papers': [{ roles: shop, at: 'receiving' }],
  'confirm-papers': [{ roles: [...shop, 'handling-officer', 'records-clerk'], at: 'solving' }],
  'return-papers': [{ roles: [...shop, 'handling-officer', 'records-clerk'], at: 'solving' }],
  'acknowledge': [{ roles: [...shop, ...solvers, 'records-clerk'], at: 'solving' }],
  'decline': [{ roles: [...shop, ...solvers, 'records-clerk'], at: 'solving' }],
  'send-again': [{ roles: shop, at: 'receiving' }],
  'move-originals': [{ roles: [...shop, 'handling-officer', 'division-head', 'records-clerk'], at: 'solving' }, { roles: shop, at: 'receiving' }, { roles: shop, at: 'returning' }],
  // Whoever hands a paper over prints it, and who keeps the papers of the agency that solves.
  'print-copy': [{ roles: shop, at: 'receiving' }, { roles: shop, at: 'returning' }, { roles: ['records-clerk'], at: 'solving' }],
  'revoke-result': [{ roles: ['leader'], at: 'solving' }],
  'pack-for-post': [{ roles: shop, at: 'returning' }],
  'hand-to-post': [{ roles: shop, at: 'returning' }],
  'track-post': [{ roles: [...shop, 'postal-worker'], at: 'returning' }],
  'confirm-delivery': [{ roles: [...shop, 'postal-worker'], at: 'returning' }],
  'digitise': [{ roles: shop, at: 'receiving' }, { roles: ['handling-officer', 'records-clerk'], at: 'solving' }],
  'ask-register': [{ roles: shop, at: 'receiving' }, { roles: shop, at: 'returning' }, { roles: solvers, at: 'solving' }],
  // State secrets pass through few hands: who may write where one is kept, and who may read it.
  'record-secret': [{ roles: shop, at: 'receiving' }, { roles: ['handling-officer', 'leader', 'records-clerk'], at: 'solving' }],
  'read-secret': [{ roles: ['one-stop-head'], at: 'receiving' }, { roles: ['handling-officer', 'division-head', 'leader', 'records-clerk'], at: 'solving' }],
  'seal-log': [{ roles: ['records-clerk', 'leader', 'one-stop-head'], at: 'solving' }],
  'move-version': [{ roles: ['procedure-controller'], at: 'province' }],
  'class-on-site': [{ roles: ['procedure-controller'], at: 'province' }],
  'on-site': [{ roles: ['procedure-controller', 'province-leader', 'leader', 'one-stop-head', 'agency-administrator', 'province-administrator'], at: 'province' }],
  'figures': [{ roles: ['leader', 'one-stop-head', 'division-head', 'procedure-controller'], at: 'solving' }, { roles: ['province-leader'], at: 'province' }],
};

const agenciesAt = (place: Exclude<Place, 'task' | 'desk' | 'province'>, { agencies, consultations }: Dossier): readonly string[] =>
  (place === 'consulted' ? consultations.map(({ agency }) => agency) : [agencies[place]]);

/** Whether a posting may do a step: its role, at its agency, and in its unit when the step names one. */
export function fitsTask(posting: Posting, task: Pick<OpenTask, 'role' | 'agency' | 'unit'>): boolean {
  return posting.role === task.role && posting.agency === task.agency && (task.unit === null || posting.unit === null || posting.unit === task.unit);
}

/** Whose dossier it is: the account that filed it, and every applicant though another filed for him. */
const isOwner = (personalId: string, { ownerId, applicant, coApplicants = [] }: Dossier): boolean => [ownerId, applicant.personalId, ...coApplicants.map(({ party }) => party.personalId)].includes(personalId);

/** Whether this actor may do this act on this dossier (and, for acts on a step, on this step). */
export function mayDo(actor: Actor, act: keyof typeof grants, on: { readonly dossier: Dossier; readonly task?: OpenTask | undefined }): boolean {
  const { dossier, task } = on;
  return grants[act].some((grant) => {
    if ('partner' in grant) return actor.kind === 'partner';
    if (grant.stage !== undefined && grant.stage !== (dossier.acceptedAt === null ? 'intake' : 'appraisal')) return false;
    if ('owner' in grant) return actor.kind === 'citizen' && isOwner(actor.personalId, dossier);
    if (actor.kind !== 'officer') return false;
    return actor.postings.some((posting) => {
      // A post for some procedures acts in those only; what its agency may read, it reads.
      if (!grant.roles.includes(posting.role) || (act !== 'read' && posting.procedures !== undefined && !posting.procedures.includes(dossier.procedure.code))) return false;
      if (grant.at === 'province') return true;
      if (grant.at === 'desk') return task?.agency === posting.agency;
      if (grant.at === 'task') return task !== undefined && fitsTask(posting, task);
      return agenciesAt(grant.at, dossier).includes(posting.agency);
    });
  });
}

const headOffice: ReadonlySet<string | null> = new Set(['approve', 'sign', 'number']);

/**
 * Where an officer would do a step that must be done at the Centre; null when it is done there, or need not be. The Centre is the shop that received the
 * dossier; who works there has a post of it, or a seat in it. «Three» leaves approval and seal to the agency's own house.
 */
export function awayFromCentre(actor: Actor, { dossier, task }: { readonly dossier: Dossier; readonly task?: OpenTask | undefined }): string | null {
  const { onSite, agencies } = dossier;
  if (onSite === null || task === undefined || actor.kind !== 'officer' || (onSite.class === 'three' && headOffice.has(task.act))) return null;
  const seats = actor.postings.filter((posting) => fitsTask(posting, task)).map(({ seat, agency }) => seat ?? agency);
  return seats.includes(agencies.receiving) ? null : seats[0] ?? null;
}

/** The absent colleague an officer stands in for by doing this act: when the officer's own posts would not do, or the step is held by that colleague. */
export function standsInFor(actor: Actor, act: keyof typeof grants, on: { readonly dossier: Dossier; readonly task?: OpenTask | undefined }): { readonly id: string; readonly name: string } | null {
  if (actor.kind !== 'officer') return null;
  const others = actor.postings.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf]));
  const holder = others.find(({ id }) => id === on.task?.assignee?.id);
  if (holder !== undefined) return holder;
  const own = { ...actor, postings: actor.postings.filter(({ insteadOf }) => insteadOf === undefined) };
  if (mayDo(own, act, on)) return null;
  return others.find(({ id }) => mayDo({ ...actor, postings: actor.postings.filter(({ insteadOf }) => insteadOf?.id === id) }, act, on)) ?? null;
}

/** The roles that hold an act anywhere: what a route asks before it looks at a dossier. */
export function holdersOf(act: keyof typeof grants): { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean } {
  return {
    roles: [...new Set(grants[act].flatMap((grant) => ('roles' in grant ? grant.roles : [])))],
    citizens: grants[act].some((grant) => 'owner' in grant),
    partners: grants[act].some((grant) => 'partner' in grant),
  };
}

/** The shops whose book an officer keeps or answers for. */
export function bookShops({ postings }: Pick<Officer, 'postings'>): readonly string[] {
  return [...new Set(postings.filter(({ role }) => shop.includes(role) || role === 'leader').map(({ agency }) => agency))];
}

/** The agencies whose papers an officer hands over, and those whose papers he receives. */
export function paperDesks({ postings }: Pick<Officer, 'postings'>): { readonly handOver: readonly string[]; readonly receive: readonly string[] } {
  const at = (act: 'hand-over-papers' | 'confirm-papers'): readonly string[] => [...new Set(postings.filter(({ role }) => holdersOf(act).roles.includes(role)).map(({ agency }) => agency))];
  return { handOver: at('hand-over-papers'), receive: at('confirm-papers') };
}

/** The agencies whose papers in custody an officer answers for. */
export function originalDesks({ postings }: Pick<Officer, 'postings'>): readonly string[] {
  return [...new Set(postings.filter(({ role }) => holdersOf('move-originals').roles.includes(role)).map(({ agency }) => agency))];
}

/** Who looks for papers that are missing, late or left behind: who keeps them, who answers for an agency, and who watches over the province. */
const gapReaders: readonly Role[] = [...new Set<Role>([...holdersOf('move-originals').roles, 'leader', 'procedure-controller', 'province-leader'])];

/** The agencies whose gaps in custody an officer sees; «all» who watches over the province. */
export const originalGapDesks = ({ postings }: Pick<Officer, 'postings'>): readonly string[] | 'all' =>
  (postings.some(({ role }) => wholeProvince.has(role) && gapReaders.includes(role)) ? 'all' : [...new Set(postings.filter(({ role }) => gapReaders.includes(role)).map(({ agency }) => agency))]);

/** The agencies for whose lost papers an officer answers: he is told at once. */
export const lostPaperDesks = ({ postings }: Pick<Officer, 'postings'>): readonly string[] => [...new Set(postings.filter(({ role }) => ['one-stop-head', 'division-head', 'leader'].includes(role)).map(({ agency }) => agency))];

/** The agencies whose scanners' files an officer gives to papers. */
export function scanDesks({ postings }: Pick<Officer, 'postings'>): readonly string[] {
  return [...new Set(postings.filter(({ role }) => holdersOf('digitise').roles.includes(role)).map(({ agency }) => agency))];
}

/** The agencies for which an officer confirms dossiers received elsewhere, and the shops to which such dossiers come back. */
export function transferDesks({ postings }: Pick<Officer, 'postings'>): { readonly receive: readonly string[]; readonly send: readonly string[] } {
  const at = (act: 'acknowledge' | 'send-again'): readonly string[] => [...new Set(postings.filter(({ role }) => holdersOf(act).roles.includes(role)).map(({ agency }) => agency))];
  return { receive: at('acknowledge'), send: at('send-again') };
}

/** The shops from which an officer sends results by post, and those whose parcels he tells about. */
export function postDesks({ postings }: Pick<Officer, 'postings'>): { readonly send: readonly string[]; readonly track: readonly string[] } {
  const at = (act: 'hand-to-post' | 'track-post'): readonly string[] => [...new Set(postings.filter(({ role }) => holdersOf(act).roles.includes(role)).map(({ agency }) => agency))];
  return { send: at('hand-to-post'), track: at('track-post') };
}

/** Who sees how often papers were checked: those who answer for what an agency issues. */
export const checkReaders: readonly Role[] = ['one-stop-head', 'leader', 'records-clerk', 'procedure-controller', 'province-leader', 'province-administrator'];

/** Roles that look after every agency of the province. */
export const wholeProvince: ReadonlySet<Role> = new Set<Role>(['procedure-controller', 'province-leader', 'province-administrator']);

/** Who reads which copies were printed: those who print, and those who answer for what an agency issues. */
export const copyReaders: readonly Role[] = [...shop, 'records-clerk', 'leader', 'procedure-controller', 'province-leader', 'province-administrator'];

/** Who keeps the store of numbered sheets of an agency. */
const sheetKeepers: readonly Role[] = ['records-clerk', 'one-stop-head'];

/** To whom numbered sheets are given: who prints. */
export const sheetOfficers: readonly Role[] = [...shop, 'records-clerk'];

/** The agencies whose store of numbered sheets an officer keeps. */
export const sheetStores = ({ postings }: Pick<Officer, 'postings'>): readonly string[] => [...new Set(postings.filter(({ role }) => sheetKeepers.includes(role)).map(({ agency }) => agency))];

/** Whether an officer keeps the store of an agency. */
export const keepsSheetsOf = (officer: Pick<Officer, 'postings'>, agency: string): boolean => sheetStores(officer).includes(agency);

/** The desk at which an officer prints copies of a dossier's papers; null: none. */
export function copyDesk(officer: Officer, dossier: Dossier): { readonly agency: string; readonly keepsStore: boolean } | null {
  const own = officer.postings.find((posting) => mayDo({ ...officer, postings: [posting] }, 'print-copy', { dossier }));
  return own === undefined ? null : { agency: own.agency, keepsStore: keepsSheetsOf(officer, own.agency) };
}

/** The agencies whose keys for the seal an officer keeps: those where he puts it on. */
export const agencyKeysKept = ({ postings }: Pick<Officer, 'postings'>): readonly string[] => [...new Set(postings.filter(({ role }) => holdersOf('issue').roles.includes(role)).map(({ agency }) => agency))];

/** Who signs with a key of his own: initials at any step, results, the seal. */
const signers: readonly Role[] = [...new Set([...holdersOf('complete-step').roles, ...holdersOf('approve').roles, ...holdersOf('issue').roles])];

/** Whether an officer closes the book of a shop: its head does. */
export function mayCloseBook({ postings }: Pick<Officer, 'postings'>, of: string): boolean {
  return postings.some(({ role, agency }) => role === 'one-stop-head' && agency === of);
}

/** The acts the routes of this module name, and who holds each: the access table of the server is made of these. */
export const routeActs = {
  'dossier.submit': { ...holdersOf('submit'), partners: false }, 'dossier.intake': holdersOf('intake'), 'dossier.accept': holdersOf('accept'), 'dossier.refuse': holdersOf('refuse'),
  'dossier.request-supplement': holdersOf('request-supplement'), 'dossier.supplement': { ...holdersOf('supplement'), citizens: false }, 'dossier.close': holdersOf('close'), 'dossier.assign': holdersOf('assign'),
  'dossier.complete-step': holdersOf('complete-step'), 'dossier.send-back': holdersOf('send-back'), 'dossier.consult': holdersOf('consult'), 'dossier.answer-consultation': holdersOf('answer-consultation'),
  'dossier.request-payment': holdersOf('request-payment'), 'dossier.pay': holdersOf('pay'), 'dossier.request-identity': holdersOf('request-identity'), 'dossier.confirm-identity': holdersOf('confirm-identity'), 'dossier.approve': holdersOf('approve'), 'dossier.issue': holdersOf('issue'), 'dossier.return': holdersOf('return'),
  'dossier.withdraw': { ...holdersOf('withdraw'), citizens: false }, 'dossier.stop': { ...holdersOf('stop'), citizens: false },
  'dossier.send-upstream': holdersOf('send-upstream'),
  'dossier.plan-check': holdersOf('plan-check'), 'dossier.record-check': holdersOf('record-check'), 'dossier.decide-wish': holdersOf('decide-wish'), 'dossier.correct': holdersOf('correct'), 'dossier.decide-change': holdersOf('decide-change'), 'dossier.reissue': holdersOf('reissue'), 'dossier.record-secret': holdersOf('record-secret'), 'dossier.digitise': holdersOf('digitise'), 'dossier.ask-register': holdersOf('ask-register'), 'dossier.write-message': { ...holdersOf('write-message'), citizens: false },
  'seal-picture.keep': { roles: [...signers, 'agency-administrator', 'province-administrator'], citizens: false, partners: false }, 'signing-means.own': { roles: [...signers, 'agency-administrator', 'province-administrator'], citizens: false, partners: false }, 'signing-means.read': { roles: ['agency-administrator', 'province-administrator'], citizens: false, partners: false },
  'dossier.hear-of-silence': holdersOf('hear-of-silence'), 'dossier.back-date': holdersOf('back-date'), 'dossier.propose-extension': holdersOf('propose-extension'), 'dossier.extend': holdersOf('extend'),
  'dossier.read': { ...holdersOf('read'), citizens: false }, 'dossier.search': { ...holdersOf('read'), citizens: false }, 'work.read': { ...holdersOf('read'), citizens: false },
  // Who may be told that a day owed is near or past (rules/escalation.ts): the entry of their list.
  'work.escalated': { roles: escalationRoleNames, citizens: false, partners: false },
  'figures.read': holdersOf('figures'), 'seal-log.read': holdersOf('seal-log'), 'on-site.read': holdersOf('on-site'), 'on-site.class': holdersOf('class-on-site'), 'version.move': holdersOf('move-version'), 'dossier.release': holdersOf('release'), 'papers.read': holdersOf('confirm-papers'), 'papers.sign': holdersOf('confirm-papers'), 'dossier.hand-over-papers': holdersOf('hand-over-papers'), 'dossier.confirm-papers': holdersOf('confirm-papers'), 'dossier.return-papers': holdersOf('return-papers'),
  'originals.read': holdersOf('move-originals'), 'original-gaps.read': { roles: gapReaders, citizens: false, partners: false }, 'dossier.move-originals': holdersOf('move-originals'),
  'transfers.read': holdersOf('acknowledge'), 'dossier.acknowledge': holdersOf('acknowledge'), 'dossier.decline': holdersOf('decline'), 'dossier.send-again': holdersOf('send-again'), 'dossier.revoke-result': holdersOf('revoke-result'),
  'dossier.print-copy': holdersOf('print-copy'), 'printed-copies.read': { roles: copyReaders, citizens: false, partners: false }, 'security-sheets.keep': { roles: sheetKeepers, citizens: false, partners: false },
  'paper-checks.read': { roles: checkReaders, citizens: false, partners: false },
  'post.read': holdersOf('track-post'), 'dossier.pack-for-post': holdersOf('pack-for-post'), 'dossier.hand-to-post': holdersOf('hand-to-post'), 'dossier.track-post': holdersOf('track-post'), 'dossier.confirm-delivery': holdersOf('confirm-delivery'), 'person.read': holdersOf('intake'),
  'money.read': { roles: moneyReaders, citizens: false, partners: false },
  'digitising.read': { roles: digitisingReaders, citizens: false, partners: false },
  'book.read': { roles: [...shop, 'leader'], citizens: false, partners: false }, 'book.close': { roles: ['one-stop-head'], citizens: false, partners: false },
  'readiness.read': { roles: ['procedure-controller', 'province-administrator', 'agency-administrator', 'province-leader'], citizens: false, partners: false },
  'bench.run': { roles: ['procedure-controller', 'province-administrator'], citizens: false, partners: false },
  'rules.read': { roles: ['one-stop-head', 'leader', 'procedure-controller', 'province-leader', 'agency-administrator', 'province-administrator'], citizens: false, partners: false },
  'rules.enter': { roles: ['procedure-controller', 'province-administrator'], citizens: false, partners: false },
  'calendar.read': { roles: ['agency-administrator', 'province-administrator', 'procedure-controller', 'one-stop-head', 'leader'], citizens: false, partners: false },
  'calendar.change': { roles: ['agency-administrator', 'province-administrator'], citizens: false, partners: false },
  'dossier.own': { roles: [], citizens: true, partners: false }, 'joint-draft.confirm': { roles: shop, citizens: false, partners: false }, 'draft.own': { roles: [], citizens: true, partners: false }, 'partner.file': { roles: [], citizens: false, partners: true },
} as const satisfies Readonly<Record<string, ReturnType<typeof holdersOf>>>;
