// SPDX-License-Identifier: EUPL-1.2
import type { DossierActName, OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import type { MessageId } from '@motcua/i18n';
import { readDay, readMoney } from '@motcua/i18n';
import type { ExtensionAct } from './extension-dialog.tsx';

export type Typed = Readonly<Record<string, string>>;
export type ActField = {
  readonly name: string; readonly label: MessageId; readonly kind: 'text' | 'long' | 'lines' | 'money' | 'number' | 'moment' | 'day' | 'choice'; readonly optional?: boolean | ((typed: Typed, dossier: OfficerDossier) => boolean); readonly hint?: MessageId;
  readonly choices?: (dossier: OfficerDossier, possible: PossibleAct) => readonly { readonly value: string; readonly label: string }[];
  /** Texts that stand for choices, after those of the dossier: `value` → message. */
  readonly words?: Readonly<Record<string, MessageId>> | ((dossier: OfficerDossier) => Readonly<Record<string, MessageId>>);
  readonly start?: (dossier: OfficerDossier) => string;
  readonly source?: 'agencies';
  /** Asked only of dossiers for which this holds. */
  readonly askedOf?: (dossier: OfficerDossier) => boolean;
};

export type ActForm = {
  /** Path after `/api/dossiers/{mã}/`. */
  readonly path: (possible: PossibleAct, typed: Typed) => string;
  readonly fields: readonly ActField[];
  readonly body: (typed: Typed, possible: PossibleAct) => Readonly<Record<string, unknown>>;
  /** Quiet and at the end: it ends the dossier. */
  readonly isEnding?: boolean;
};

const text = (typed: Typed, name: string): string => (typed[name] ?? '').trim();
const orNull = (typed: Typed, name: string): string | null => text(typed, name) === '' ? null : text(typed, name);
const lines = (typed: Typed, name: string): readonly string[] => text(typed, name).split('\n').map((line) => line.trim()).filter((line) => line !== '');
const money = (typed: Typed, name: string): number => readMoney(text(typed, name)) ?? 0;
/** A day as typed, read where it can be; else as it stands, so that it is refused and named. */
const day = (typed: Typed, name: string): string => readDay(text(typed, name), '2099-12-31') ?? text(typed, name);
/** Who takes a result for another, and the paper that says so; null when it is the applicant. */
const receiverOf = (typed: Typed): object | null => (text(typed, 'receiver') === '' ? null : {
  personalId: text(typed, 'receiver').replace(/[\s.]/gu, ''), document: text(typed, 'number') === '' ? null : { number: text(typed, 'number'), issuedOn: day(typed, 'on'), issuedBy: text(typed, 'issuer'), validUntil: text(typed, 'until') === '' ? null : day(typed, 'until') },
});
const opinion: ActField = { name: 'opinion', label: 'act-field.opinion', kind: 'long', optional: true };
const offSite: ActField = { name: 'offSiteReason', label: 'act-field.off-site', kind: 'text', hint: 'act-field.off-site-hint', askedOf: ({ onSite }) => onSite?.away === true };
const reason: ActField = { name: 'reason', label: 'act-field.reason', kind: 'long' };
const taskId = ({ taskId: id }: PossibleAct): string => id ?? '';
const withReason = (path: string): ActForm => ({ path: () => path, fields: [reason], body: (typed) => ({ reason: text(typed, 'reason') }), isEnding: true });

const payWays = { cash: 'pay-way.cash', transfer: 'pay-way.transfer' } as const;
const returnWays = { counter: 'return-way.counter', electronic: 'return-way.electronic' } as const;
const checkKinds = { 'on-site': 'check.kind.on-site', 'papers': 'check.kind.papers' } as const;
const attendance = { yes: 'attends.yes', no: 'attends.no' } as const;
const unrecorded = (checks: OfficerDossier['checks']): OfficerDossier['checks'] => checks.filter(({ minutes }) => minutes === null);
/** A moment as the browser's own field gives it, in office time. */
const momentOf = (typed: Typed): string => `${text(typed, 'heldAt')}:00+07:00`;
const levels = { 'confidential': 'secrecy.confidential', 'secret': 'secrecy.secret', 'top-secret': 'secrecy.top-secret' } as const;
const askPurposes = { appraisal: 'ask-purpose.appraisal', signing: 'ask-purpose.signing', return: 'ask-purpose.return' } as const;
const secretWays = { 'kt1': 'secret-way.kt1', 'by-hand': 'secret-way.by-hand' } as const;
/** Every paper that is here. */
const allOriginals = '0';
const movable = ({ originals }: OfficerDossier): OfficerDossier['originals'] => originals.filter(({ place }) => place !== 'applicant' && place !== 'way');
/** Whether any is meant by «all»: what is lost or kept in the file is named by itself. */
const areAtHand = (dossier: OfficerDossier): boolean => movable(dossier).some(({ place }) => place !== 'lost' && place !== 'file');
const isSame = (one: string, other: string): boolean => one.normalize('NFC').trim().toLocaleLowerCase('vi') === other.normalize('NFC').trim().toLocaleLowerCase('vi');
/** Why is asked of what is lost, and by what right of who takes papers that are not his. */
const needsWhy = (typed: Typed, { applicant, coApplicants, submitter }: OfficerDossier): boolean =>
  typed['place'] === 'lost' || (typed['place'] === 'applicant' && [applicant, submitter, ...coApplicants.map(({ party }) => party)].every((party) => party === null || !isSame(party.name, text(typed, 'detail'))));
const originalWords = { counter: 'original.place.counter', shelf: 'original.place.shelf', unit: 'original.place.unit', post: 'original.place.post', applicant: 'original.place.applicant', file: 'original.place.file', lost: 'original.place.lost' } as const;
/** A component nobody asked for. */
const otherPaper = '0';
const grantings = { yes: 'grant.yes', no: 'grant.no' } as const;
const openChanges = (changes: OfficerDossier['changes']): readonly { readonly value: string; readonly label: string }[] => changes.filter(({ decision }) => decision === null).map(({ id, lines }) => ({ value: id, label: lines.map(({ name, after }) => `${name}: ${after}`).join('; ') }));
const openWishes = (wishes: OfficerDossier['wishes']): readonly { readonly value: string; readonly label: string }[] => wishes.filter(({ decision }) => decision === null).map(({ id, text: said }) => ({ value: id, label: said }));
const agreements = { yes: 'agree.yes', no: 'agree.no' } as const;

const paperActs = ['hand-over-papers', 'confirm-papers', 'return-papers'] as const;
type PaperAct = (typeof paperActs)[number];
const transferActs = ['acknowledge', 'decline', 'send-again'] as const;
type TransferAct = (typeof transferActs)[number];

/** Acts on dossiers received elsewhere: done in their list. */
export function isTransferAct(act: DossierActName): act is TransferAct {
  return transferActs.some((one) => one === act);
}
const postActs = ['pack-for-post', 'hand-to-post', 'track-post', 'confirm-delivery'] as const;
type PostAct = (typeof postActs)[number];

/** Acts on results that go by post: done in the list of the post. */
export function isPostAct(act: DossierActName): act is PostAct {
  return postActs.some((one) => one === act);
}

/** Acts on papers that travel: done in the list of papers. */
export function isPaperAct(act: DossierActName): act is PaperAct {
  return paperActs.some((one) => one === act);
}

/** How each act is asked for. Papers travel from a list of their own. Acceptance, the supplement, its request and the extension have screens of their own; submitting is not an officer's act. */
export const actForms: Readonly<Record<Exclude<DossierActName, 'submit' | 'accept' | 'request-supplement' | 'supplement' | ExtensionAct | 'wish' | 'correct' | 'write-message' | 'end-with-group' | 'move-version' | 'digitise' | PaperAct | PostAct | TransferAct>, ActForm>> = {
  'release': { path: () => 'releases', fields: [], body: (_typed, possible) => ({ taskId: taskId(possible) }) },
  'assign': { path: () => 'assignments', fields: [], body: (_typed, possible) => ({ taskId: taskId(possible), officer: null, reason: null }) },
  'complete-step': {
    path: (possible) => `steps/${encodeURIComponent(taskId(possible))}/completion`,
    fields: [
      opinion,
      { name: 'title', label: 'act-field.draft-title', kind: 'text', optional: true, hint: 'act-field.draft-hint', start: ({ draft }) => draft?.title ?? '' },
      { name: 'provisions', label: 'act-field.provisions', kind: 'lines', optional: true, hint: 'act-field.provisions-hint', start: ({ draft }) => draft?.provisions.join('\n') ?? '' },
      offSite,
    ],
    body: (typed) => ({ opinion: orNull(typed, 'opinion'), draft: text(typed, 'title') === '' ? null : { title: text(typed, 'title'), provisions: lines(typed, 'provisions') }, variables: {}, offSiteReason: orNull(typed, 'offSiteReason') }),
  },
  'send-back': {
    path: (possible) => `steps/${encodeURIComponent(taskId(possible))}/return`,
    fields: [{ name: 'to', label: 'act-field.to-step', kind: 'choice', choices: ({ tasks }, possible) => (tasks.find((task) => task.taskId === possible.taskId)?.returnTo ?? []).map(({ id, name }) => ({ value: id, label: name })) }, reason],
    body: (typed) => ({ to: text(typed, 'to'), reason: text(typed, 'reason') }),
  },
  'send-upstream': {
    path: () => 'upstream',
    fields: [{ name: 'to', label: 'act-field.to-part', kind: 'choice', choices: ({ group }) => (group?.upstream ?? []).map(({ node, name }) => ({ value: node, label: name })), start: ({ group }) => group?.upstream[0]?.node ?? '' }, reason],
    body: (typed) => ({ to: text(typed, 'to'), reason: text(typed, 'reason') }), isEnding: true,
  },
  'consult': {
    path: () => 'consultations',
    fields: [{ name: 'agency', label: 'act-field.agency', kind: 'choice', source: 'agencies' }, { name: 'question', label: 'act-field.question', kind: 'long' }, { name: 'hours', label: 'act-field.hours', kind: 'number', start: () => '16' }],
    body: (typed) => ({ agency: text(typed, 'agency'), question: text(typed, 'question'), hours: Number(text(typed, 'hours')) }),
  },
  'answer-consultation': {
    path: (_possible, typed) => `consultations/${encodeURIComponent(text(typed, 'consultation'))}/answer`,
    fields: [
      { name: 'consultation', label: 'act-field.consultation', kind: 'choice', choices: ({ consultations }) => consultations.filter(({ answer, lapsed }) => answer === null && !lapsed).map(({ id, question }) => ({ value: id, label: question })), start: ({ consultations }) => consultations.find(({ answer, lapsed }) => answer === null && !lapsed)?.id ?? '' },
      { name: 'agrees', label: 'act-field.agrees', kind: 'choice', words: agreements }, { ...opinion, optional: false },
    ],
    body: (typed) => ({ opinion: text(typed, 'opinion'), agrees: text(typed, 'agrees') === 'yes' }),
  },
  'request-payment': {
    path: () => 'payment-requests', fields: [{ name: 'amount', label: 'act-field.amount', kind: 'money' }, reason],
    body: (typed) => ({ amountVnd: money(typed, 'amount'), reason: text(typed, 'reason') }),
  },
  'pay': {
    path: () => 'payments',
    fields: [
      { name: 'amount', label: 'act-field.amount', kind: 'money', start: ({ payment }) => payment === null ? '' : String(payment.amountVnd) }, { name: 'receipt', label: 'act-field.receipt', kind: 'text' },
      { name: 'way', label: 'act-field.way', kind: 'choice', words: payWays, start: () => 'cash' },
    ],
    body: (typed) => ({ amountVnd: money(typed, 'amount'), receiptNumber: text(typed, 'receipt'), way: text(typed, 'way') }),
  },
  'request-identity': {
    path: () => 'identity-requests', fields: [{ name: 'person', label: 'act-field.person', kind: 'text', start: ({ applicant }) => applicant.name }, reason],
    body: (typed) => ({ person: text(typed, 'person'), reason: text(typed, 'reason') }),
  },
  'confirm-identity': { path: () => 'identity-confirmations', fields: [{ name: 'evidence', label: 'act-field.evidence', kind: 'text', hint: 'act-field.evidence-hint' }], body: (typed) => ({ evidence: text(typed, 'evidence') }) },
  'approve': { path: () => 'approval', fields: [opinion, offSite], body: (typed, possible) => ({ taskId: taskId(possible), opinion: orNull(typed, 'opinion'), offSiteReason: orNull(typed, 'offSiteReason') }) },
  'issue': {
    path: () => 'issue', fields: [{ name: 'seal', label: 'act-field.seal', kind: 'choice', optional: true, hint: 'act-field.seal-hint', choices: ({ seals }) => seals.map(({ id, name }) => ({ value: id, label: name })), start: ({ seals }) => seals[0]?.id ?? '' }, offSite],
    body: (typed, possible) => ({ taskId: taskId(possible), seal: orNull(typed, 'seal'), offSiteReason: orNull(typed, 'offSiteReason') }),
  },
  'return': {
    path: () => 'return',
    fields: [
      { name: 'revocation', label: 'act-field.handed-paper', kind: 'choice', words: { yes: 'act-field.revocation-instead' }, hint: 'act-field.revocation-instead-hint', askedOf: ({ revoked }) => revoked !== null },
      { name: 'way', label: 'act-field.return-way', kind: 'choice', words: returnWays, start: ({ returnWay }) => (returnWay === 'post' ? 'counter' : returnWay) }, { name: 'by', label: 'act-field.received-by', kind: 'text', start: ({ applicant }) => applicant.name },
      { name: 'receiver', label: 'act-field.receiver-id', kind: 'text', optional: true, hint: 'act-field.receiver-hint' }, { name: 'number', label: 'act-field.receiver-number', kind: 'text', optional: true },
      { name: 'on', label: 'act-field.receiver-on', kind: 'day', optional: true }, { name: 'issuer', label: 'act-field.receiver-by', kind: 'text', optional: true }, { name: 'until', label: 'act-field.receiver-until', kind: 'day', optional: true },
      { name: 'fee', label: 'act-field.fee', kind: 'money', optional: true }, { name: 'receipt', label: 'act-field.receipt', kind: 'text', optional: true },
    ],
    body: (typed) => ({ way: text(typed, 'way'), receivedBy: text(typed, 'by'), receiver: receiverOf(typed), feeVnd: text(typed, 'fee') === '' ? null : money(typed, 'fee'), receiptNumber: orNull(typed, 'receipt'), ...(text(typed, 'revocation') === '' ? {} : { revocation: true }) }),
  },
  'refuse': { path: () => 'refusal', fields: [{ name: 'reasons', label: 'act-field.reasons', kind: 'lines', hint: 'act-field.reasons-hint' }], body: (typed) => ({ reasons: lines(typed, 'reasons') }), isEnding: true },
  'plan-check': {
    path: () => 'checks',
    fields: [
      { name: 'kind', label: 'act-field.check-kind', kind: 'choice', words: checkKinds, start: () => 'on-site' }, { name: 'heldAt', label: 'act-field.held-at', kind: 'moment' }, { name: 'place', label: 'act-field.place', kind: 'text', start: ({ applicant }) => applicant.address.text },
      { name: 'participants', label: 'act-field.participants', kind: 'long' }, { name: 'content', label: 'act-field.check-content', kind: 'long' }, { name: 'attends', label: 'act-field.attends', kind: 'choice', words: attendance, start: () => 'yes' },
    ],
    body: (typed) => ({ kind: text(typed, 'kind'), heldAt: momentOf(typed), place: text(typed, 'place'), participants: text(typed, 'participants'), content: text(typed, 'content'), applicantAttends: text(typed, 'attends') === 'yes' }),
  },
  'record-check': {
    path: (_possible, typed) => `checks/${encodeURIComponent(text(typed, 'check'))}/minutes`,
    fields: [
      { name: 'check', label: 'act-field.check', kind: 'choice', choices: ({ checks }) => unrecorded(checks).map(({ id, content }) => ({ value: id, label: content })), start: ({ checks }) => unrecorded(checks)[0]?.id ?? '' },
      { name: 'heldAt', label: 'act-field.held-at', kind: 'moment' }, { name: 'place', label: 'act-field.place', kind: 'text', start: ({ checks }) => unrecorded(checks)[0]?.place ?? '' },
      { name: 'participants', label: 'act-field.participants', kind: 'long', start: ({ checks }) => unrecorded(checks)[0]?.participants ?? '' }, { name: 'findings', label: 'act-field.findings', kind: 'long' }, { name: 'conclusion', label: 'act-field.conclusion', kind: 'long' },
    ],
    body: (typed) => ({ heldAt: momentOf(typed), place: text(typed, 'place'), participants: text(typed, 'participants'), findings: text(typed, 'findings'), conclusion: text(typed, 'conclusion') }),
  },
  'ask-register': {
    path: () => 'register-questions', fields: [{ name: 'purpose', label: 'act-field.ask-purpose', kind: 'choice', words: askPurposes, start: () => 'appraisal' }], body: (typed) => ({ purpose: text(typed, 'purpose') }),
  },
  'record-secret': {
    path: () => 'secret-papers',
    fields: [
      { name: 'paper', label: 'act-field.secret-paper', kind: 'choice', choices: ({ papers }) => papers.map(({ no, name }) => ({ value: String(no), label: name })), words: { [otherPaper]: 'act-field.secret-other' } },
      { name: 'number', label: 'act-field.secret-number', kind: 'text' }, { name: 'issuedOn', label: 'act-field.secret-day', kind: 'day' }, { name: 'level', label: 'act-field.secret-level', kind: 'choice', words: levels },
      { name: 'keeper', label: 'act-field.secret-keeper', kind: 'text' }, { name: 'venue', label: 'act-field.secret-venue', kind: 'text' }, { name: 'way', label: 'act-field.secret-way', kind: 'choice', words: secretWays, start: () => 'kt1' },
    ],
    body: (typed) => ({
      paperNo: text(typed, 'paper') === otherPaper ? null : Number(text(typed, 'paper')), number: text(typed, 'number'), issuedOn: readDay(text(typed, 'issuedOn'), '2099-12-31') ?? text(typed, 'issuedOn'), level: text(typed, 'level'),
      keeper: text(typed, 'keeper'), venue: text(typed, 'venue'), way: text(typed, 'way'),
    }),
  },
  'decide-wish': {
    path: (_possible, typed) => `wishes/${encodeURIComponent(text(typed, 'wish'))}/decision`,
    fields: [
      { name: 'wish', label: 'act-field.wish', kind: 'choice', choices: ({ wishes }) => openWishes(wishes), start: ({ wishes }) => openWishes(wishes)[0]?.value ?? '' },
      { name: 'granted', label: 'act-field.granted', kind: 'choice', words: grantings }, { ...reason, hint: 'act-field.wish-reason-hint' },
    ],
    body: (typed) => ({ granted: text(typed, 'granted') === 'yes', reason: text(typed, 'reason') }),
  },
  'decide-change': {
    path: (_possible, typed) => `changes/${encodeURIComponent(text(typed, 'change'))}/decision`,
    fields: [
      { name: 'change', label: 'act-field.change', kind: 'choice', choices: ({ changes }) => openChanges(changes), start: ({ changes }) => openChanges(changes)[0]?.value ?? '' },
      { name: 'granted', label: 'act-field.granted', kind: 'choice', words: grantings }, { ...reason, hint: 'act-field.change-reason-hint' },
    ],
    body: (typed) => ({ granted: text(typed, 'granted') === 'yes', reason: text(typed, 'reason') }),
  },
  'reissue': {
    path: () => 'reissues',
    fields: [
      { name: 'paper', label: 'act-field.paper', kind: 'choice', choices: ({ reissuable, issued }) => reissuable.map((paper) => ({ value: paper, label: issued.find(({ form }) => form === paper)?.title ?? paper })), start: ({ reissuable }) => reissuable[0] ?? '' },
      { ...reason, hint: 'act-field.reissue-hint' }, { name: 'wording', label: 'act-field.wording', kind: 'lines', optional: true, hint: 'act-field.wording-hint', askedOf: ({ reissuable }) => reissuable.some((paper) => paper !== 'receipt' && paper !== 'supplement-request') },
    ],
    body: (typed) => ({ paper: text(typed, 'paper'), reason: text(typed, 'reason'), wording: text(typed, 'wording') === '' ? null : lines(typed, 'wording') }),
  },
  'move-originals': {
    path: () => 'originals',
    fields: [
      { name: 'no', label: 'act-field.original', kind: 'choice', choices: (dossier) => movable(dossier).map(({ no, name }) => ({ value: String(no), label: name })), words: (dossier) => (areAtHand(dossier) ? { [allOriginals]: 'original.all' } : {}), start: (dossier) => (areAtHand(dossier) ? allOriginals : String(movable(dossier)[0]?.no ?? '')) },
      { name: 'place', label: 'original.where', kind: 'choice', words: originalWords }, { name: 'detail', label: 'act-field.original-detail', kind: 'text', optional: ({ place }) => place === 'counter' || place === 'lost' }, { ...reason, optional: (typed, dossier) => !needsWhy(typed, dossier), hint: 'act-field.original-reason' },
    ],
    body: (typed) => ({ nos: text(typed, 'no') === allOriginals ? [] : [Number(text(typed, 'no'))], place: text(typed, 'place'), detail: orNull(typed, 'detail'), reason: orNull(typed, 'reason') }),
  },
  'revoke-result': {
    path: () => 'revocation', fields: [{ name: 'number', label: 'act-field.revocation-number', kind: 'text' }, { ...reason, hint: 'act-field.revocation-hint' }],
    body: (typed) => ({ number: text(typed, 'number'), reason: text(typed, 'reason') }), isEnding: true,
  },
  'withdraw': withReason('withdrawal'),
  'stop': withReason('stop'),
  'close': { path: () => 'closing', fields: [{ ...reason, optional: true, hint: 'act-field.close-hint' }], body: (typed) => ({ reason: orNull(typed, 'reason') }), isEnding: true },
};

export type FormedAct = keyof typeof actForms;

/** True for an act with a form here. */
export function hasForm(act: DossierActName): act is FormedAct {
  return act in actForms;
}

/** What an act is called on a dossier: of a revoked result the decision is handed over. */
export const actTitle = (act: DossierActName, { revoked }: Pick<OfficerDossier, 'revoked'>): MessageId => (act === 'return' && revoked !== null ? 'act.return-revocation' : `act.${act}`);

/** What stands first: the act the step is there for. Asking, consulting and sending back are never the primary act. */
const order: readonly DossierActName[] = ['decide-wish', 'decide-change', 'accept', 'approve', 'issue', 'return', 'answer-consultation', 'complete-step', 'supplement', 'pay', 'confirm-identity', 'assign'];

/** The acts a reader is offered as his own: a step is taken by who may do it; to others it is only handed. */
export const offered = ({ acts, tasks }: Pick<OfficerDossier, 'acts' | 'tasks'>): readonly PossibleAct[] => acts.filter(({ act, taskId: id }) => act !== 'assign' || tasks.some((task) => task.taskId === id && task.mayTake));

/** The primary act of the dossier for this officer, or null. */
export function primaryOf(dossier: Pick<OfficerDossier, 'acts' | 'tasks'>): PossibleAct | null {
  const allowed = offered(dossier).filter((possible) => possible.allowed);
  return order.flatMap((act) => allowed.filter((possible) => possible.act === act))[0] ?? null;
}
