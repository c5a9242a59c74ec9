// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { momentShort } from '@motcua/i18n';
import { DifferenceView, ProposalView, SavedAnswer } from '@motcua/proposals/contract';
import { ActBar, Asked, Button, Kbd, LinkButton, Message, MessageArea, Page, Section, Skeleton, Tag, WhileLoading, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import { useKeys } from '../../keyboard/use-keys.ts';
import { ActDialog, type ProposalAct } from './act-dialog.tsx';
import { BeginProposal } from './begin.tsx';
import { Difference } from './difference.tsx';
import { DryRunSection } from './dry-run.tsx';
import { actWord, editors, fixedKinds, shownKey, triedKinds } from './editors.ts';
import { Findings } from './findings.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SaveLine } from './save-line.tsx';
import { stateTone } from './state-tone.ts';
import { UnreadableFields, useUnreadableFields } from './unreadable.ts';
import { type ProposalHandle, useProposal } from './use-proposal.ts';

/** One bản soạn: its editor, what a check says, what differs from the version in force, and the acts it is due. */
export function ProposalPage({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const proposal = useQuery({ queryKey: ['proposal', id], queryFn: () => ask(ProposalView, `/api/proposals/${encodeURIComponent(id)}`), staleTime: Infinity });
  return (
    <Asked answer={proposal} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {(known) => <Writing key={`${known.id} ${known.state} ${String(known.baseVersion)}`} proposal={known} />}
    </Asked>
  );
}

function Writing({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const handle = useProposal(proposal);
  const [act, setAct] = useState<ProposalAct | null>(null);
  const [isMerging, setMerging] = useState(false);
  const [view, setView] = useState<View>('write');
  const [trouble, setTrouble] = useState('');
  const { fields, tell } = useUnreadableFields();
  const unreadable = [...fields.values()];
  useTitle(t('work.title', { list: proposal.title }));
  const again = async (): Promise<void> => { await queries.invalidateQueries({ queryKey: ['proposal', proposal.id] }); await queries.invalidateQueries({ queryKey: ['proposals'] }); };
  useKeys(proposal.mayWrite ? { 'Ctrl+KeyZ': handle.undo ?? undefined, 'Ctrl+KeyY': handle.redo ?? undefined } : {});
  const begin = async (wanted: ProposalAct): Promise<void> => {
    setTrouble('');
    if (wanted === 'return' || wanted === 'publication') { setAct(wanted); return; }
    const isSaved = await handle.flush() !== null;
    if (!isSaved) setTrouble(t('proposal.not-saved-yet'));
    else if (wanted === 'submission' && unreadable.some(({ isGone }) => isGone !== true)) setTrouble(t('proposal.unreadable-blocks', { count: unreadable.length }));
    else if (wanted === 'submission' && handle.blocking() > 0) setTrouble(t('proposal.still-blocked', { count: handle.blocking() }));
    else setAct(wanted);
  };
  return (
    <Page title={proposal.title === '' ? proposal.key : proposal.title} message={<MessageArea tone="bad">{trouble}</MessageArea>}>
      <Standing proposal={proposal}>{proposal.mayWrite && <SaveLine save={handle.save} onMerge={() => { setMerging(true); }} />}</Standing>
      {unreadable.length > 0 && <Message tone="warning">{unreadable.map(({ label, typed, isGone }) => <p key={`${label} ${typed}`}>{t(isGone === true ? 'proposal.unreadable-gone' : 'proposal.unreadable', { label, typed })}</p>)}</Message>}
      {isBehind(proposal) && <Behind proposal={proposal} revision={handle.revision} onDone={again} />}
      <Views view={view} onView={(next) => { if (next !== 'write') void handle.flush(); setView(next); }} handle={handle} mayWrite={proposal.mayWrite && !fixedKinds.has(proposal.kind)} isTried={triedKinds.has(proposal.kind)} tryHref={tryHrefOf(proposal)} />
      <div className="with-findings">
        <div className="grow">
          {view === 'difference' && <DifferenceSection id={proposal.id} revision={handle.revision} />}
          {view === 'dry-run' && <DryRunSection id={proposal.id} revision={handle.revision} />}
          {view === 'write' && <UnreadableFields value={tell}><EditorOf proposal={proposal} handle={handle} /></UnreadableFields>}
        </div>
        <aside>
          {isOpen(proposal) && <Findings findings={handle.findings} />}
          <Past proposal={proposal} />
        </aside>
      </div>
      <Acts proposal={proposal} onAct={(wanted) => { void begin(wanted); }} />
      {act !== null && <ActDialog act={act} proposal={proposal} revision={handle.revision} onClose={() => { setAct(null); }} onDone={() => { setAct(null); void again(); }} />}
      {isMerging && <MergeDialog id={proposal.id} revision={handle.revision} content={handle.content} onClose={() => { setMerging(false); }} onTake={(merged) => { setMerging(false); handle.takeOver(merged); }} />}
    </Page>
  );
}

type View = 'write' | 'difference' | 'dry-run';
type ViewsProps = { readonly view: View; readonly onView: (view: View) => void; readonly handle: ProposalHandle; readonly mayWrite: boolean; readonly isTried: boolean; readonly tryHref: string | null };

/** Kinds a whole procedure can be tried with; the key of some is the procedure itself. */
const benchKinds: ReadonlySet<string> = new Set(['process', 'eform', 'procedure', 'fees', 'paper-template']);
const tryHrefOf = ({ id, kind, key, mayWrite }: ProposalView): string | null => (mayWrite && benchKinds.has(kind) ? `/lam-viec/ban-thu?ban-soan=${id}${kind === 'procedure' || kind === 'fees' ? `&thu-tuc=${encodeURIComponent(key)}` : ''}` : null);

/** What is looked at, and the way back of each change. */
function Views({ view, onView, handle, mayWrite, isTried, tryHref }: ViewsProps): ReactElement {
  const t = useWords();
  return (
    <div className="row" role="group" aria-label={t('proposal.views')}>
      <Button pressed={view === 'write'} onPress={() => { onView('write'); }}>{t(mayWrite ? 'proposal.view-write' : 'proposal.view-read')}</Button>
      <Button pressed={view === 'difference'} onPress={() => { onView('difference'); }}>{t('proposal.view-difference')}</Button>
      {isTried && <Button pressed={view === 'dry-run'} onPress={() => { onView('dry-run'); }}>{t('proposal.view-dry-run')}</Button>}
      {tryHref !== null && <LinkButton href={tryHref}>{t('bench.try')}</LinkButton>}
      {mayWrite && <Button look="quiet" onPress={() => { handle.undo?.(); }}>{t('proposal.undo')} <Kbd>Ctrl Z</Kbd></Button>}
      {mayWrite && <Button look="quiet" onPress={() => { handle.redo?.(); }}>{t('proposal.redo')} <Kbd>Ctrl Y</Kbd></Button>}
    </div>
  );
}

const isOpen = ({ state }: ProposalView): boolean => state === 'draft' || state === 'submitted';
const isBehind = (proposal: ProposalView): boolean => isOpen(proposal) && proposal.currentVersion !== proposal.baseVersion;

function EditorOf({ proposal, handle }: { readonly proposal: ProposalView; readonly handle: ProposalHandle }): ReactElement | null {
  const t = useWords();
  const Editor = editors[proposal.kind];
  return Editor === undefined ? null : (
    <WhileLoading value={<Skeleton label={t('loading')} />}>
      <Editor proposal={proposal.id} content={handle.content} onChange={handle.change} findings={handle.findings} subject={proposal.key} isReadOnly={!proposal.mayWrite} />
    </WhileLoading>
  );
}

function Standing({ proposal, children }: { readonly proposal: ProposalView; readonly children: ReactNode }): ReactElement {
  const t = useWords();
  const { tone, sign } = stateTone[proposal.state];
  return (
    <div className="row spread">
      <p className="row">
        <Tag tone={tone} sign={sign}>{t(`proposal.state.${proposal.state}`)}</Tag>
        <span className="muted">{proposal.kindLabel} <span className="num">{shownKey(proposal)}</span> · {proposal.baseVersion === null ? t('proposal.first') : t('proposal.based-on', { version: proposal.baseVersion })}</span>
      </p>
      {children}
    </div>
  );
}

function Behind({ proposal, revision, onDone }: { readonly proposal: ProposalView; readonly revision: number; readonly onDone: () => Promise<void> }): ReactElement {
  const t = useWords();
  const rebase = useMutation({
    mutationFn: () => send(SavedAnswer, { method: 'POST', path: `/api/proposals/${proposal.id}/rebasing`, body: { clientKey: newClientKey(), revision } }),
    onSuccess: onDone,
  });
  return (
    <Message tone="warning">
      <p>{rebase.error === null ? t('proposal.behind') : failureWords(failureOf(rebase.error))}</p>
      {proposal.mayWrite && <Button busy={rebase.isPending} onPress={() => { rebase.mutate(); }}>{t('proposal.rebase')}</Button>}
    </Message>
  );
}

function Acts({ proposal, onAct }: { readonly proposal: ProposalView; readonly onAct: (act: ProposalAct) => void }): ReactElement | null {
  const t = useWords();
  if (proposal.state === 'draft' && proposal.mayWrite) {
    return <ActBar label={t('work.acts')}><Button look="quiet" onPress={() => { onAct('withdrawal'); }}>{t('proposal.act.withdrawal')}</Button><Button look="primary" onPress={() => { onAct('submission'); }}>{t(actWord(proposal.kind, 'submission'))}</Button></ActBar>;
  }
  if (proposal.state !== 'submitted') {
    return proposal.mayBegin ? <ActBar label={t('work.acts')}><BeginProposal kind={proposal.kind} subject={proposal.key}>{t('proposal.begin-next')}</BeginProposal></ActBar> : null;
  }
  return (
    <ActBar label={t('work.acts')}>
      <Button look="quiet" onPress={() => { onAct('return'); }}>{t('proposal.act.return')}</Button>
      {proposal.mayPublish ? <Button look="primary" onPress={() => { onAct('publication'); }}>{t(actWord(proposal.kind, 'publication'))}</Button> : <p className="muted">{t('proposal.waits-for-second')}</p>}
    </ActBar>
  );
}

function DifferenceSection({ id, revision }: { readonly id: string; readonly revision: number }): ReactElement {
  const t = useWords();
  const found = useQuery({ queryKey: ['proposal-difference', id, revision], queryFn: () => ask(DifferenceView, `/api/proposals/${id}/difference`) });
  return (
    <Section id="khac-biet" title={t('proposal.view-difference')}>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ lines, from }) => <><p className="muted">{from === null ? t('proposal.against-nothing') : t('proposal.against', { version: from })}</p><Difference lines={lines} /></>}
      </Asked>
    </Section>
  );
}

function Past({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const t = useWords();
  return (
    <section className="findings" aria-labelledby="da-qua-ten">
      <h2 id="da-qua-ten">{t('proposal.past')}</h2>
      <ul role="list">
        {proposal.history.toReversed().map(({ id, kind, note, by, at }) => <li key={id}><span>{t(`proposal.event.${kind}`)}<br /><span className="muted small">{by} · <span className="num">{momentShort(at)}</span></span>{note !== null && <><br /><span className="small">{note}</span></>}</span></li>)}
      </ul>
      {proposal.decision !== null && <p className="small">{t('proposal.published-by', { number: proposal.decision.number })}</p>}
    </section>
  );
}
