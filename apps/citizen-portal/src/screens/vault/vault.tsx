// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { EmptyState, LinkButton, Page, Section, Select, Tag, TextField, useWords } from '@motcua/ui';
import type { IconName, Tone } from '@motcua/ui';
import { dayText, momentText } from '@motcua/i18n';
import { goTo, useAddress, useTitle, withQuery } from '@motcua/web-kit';
import type { OwnVault, VaultPaper, VaultState } from '@motcua/vault/contract';
import { useOrganisations, useVault } from '../../api.ts';
import { SignedIn } from '../failure.tsx';
import { DisputeDialog } from './dispute-dialog.tsx';
import { VaultNotices } from './notices.tsx';
import { OwnPaperActs } from './own-paper.tsx';
import { OwnUploadForm } from './own-upload.tsx';
import { matches } from './search.ts';
import { Readers } from './readers.tsx';

const states: readonly VaultState[] = ['in-force', 'expired', 'replaced', 'revoked'];
const signOf: Readonly<Record<VaultState, { readonly tone: Tone; readonly sign: IconName }>> = {
  'in-force': { tone: 'leaf', sign: 'circle-check' }, 'expired': { tone: 'turmeric', sign: 'clock' }, 'replaced': { tone: 'ink', sign: 'archive' }, 'revoked': { tone: 'lacquer', sign: 'circle-x' },
};

/** Kho giấy tờ của tôi: every paper the state holds of this person, and beside it who looked at what. */
export function Vault(): ReactElement {
  const t = useWords();
  const organisations = useOrganisations().data?.organisations ?? [];
  const organisation = useAddress().query.get('to-chuc');
  const name = organisations.find((one) => one.organisation === organisation)?.organisationName ?? organisation;
  const [uploaded, setUploaded] = useState<string | null>(null);
  const vault = useVault(organisation);
  const title = name === null ? t('vault.title') : t('vault.title-of', { name });
  useTitle(t('work.title', { list: title }));
  return (
    <Page title={vault.data === undefined ? title : name === null ? t('vault.title-count', { count: vault.data.papers.length }) : t('vault.title-of-count', { name, count: vault.data.papers.length })}>
      {organisations.length > 0 && <Select name="kho-cua" label={t('vault.whose')} empty={t('vault.whose-own')} value={organisation ?? ''} choices={organisations.map((one) => ({ value: one.organisation, label: t('vault.whose-organisation', { name: one.organisationName, code: one.organisation }) }))} onChange={(chosen) => { goTo(withQuery({ 'to-chuc': chosen })); }} />}
      <SignedIn answer={vault} loading={t('loading.vault')}>
        {({ papers }) => (
          <div className="columns">
            <div className="stack wide">
              <VaultNotices organisation={organisation} />
              <Papers papers={papers} organisation={organisation} uploaded={uploaded} />
              <OwnUploadForm organisation={organisation} onKept={setUploaded} />
            </div>
            <Readers isShort organisation={organisation} />
          </div>
        )}
      </SignedIn>
    </Page>
  );
}

type PapersProps = { readonly papers: OwnVault['papers']; readonly organisation: string | null; /** The paper uploaded just now: its signatures are judged at once. */ readonly uploaded: string | null };

function Papers({ papers, organisation, uploaded }: PapersProps): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const [state, setState] = useState('');
  const [disputed, setDisputed] = useState<VaultPaper | null>(null);
  if (papers.length === 0) return <EmptyState><p>{t('vault.none')}</p><LinkButton look="primary" href="/thu-tuc">{t('search.title')}</LinkButton></EmptyState>;
  const kinds = [...new Map(papers.map((paper) => [paper.kind, paper.name]))].map(([value, label]) => ({ value, label }));
  const found = papers.filter((paper) => matches(paper, typed) && (kind === '' || paper.kind === kind) && (state === '' || paper.state === state));
  return (
    <div className="stack wide">
      <search className="stack wide">
        <TextField name="tim" label={t('vault.find')} hint={t('vault.find-hint')} value={typed} onChange={setTyped} />
        <div className="halves">
          <Select name="loai" label={t('vault.kind')} empty={t('vault.all-kinds')} choices={kinds} value={kind} onChange={setKind} />
          <Select name="hieu-luc" label={t('vault.state')} empty={t('vault.all-states')} choices={states.map((value) => ({ value, label: t(`vault.state.${value}`) }))} value={state} onChange={setState} />
        </div>
      </search>
      <p className="muted" role="status">{t('vault.found', { count: found.length })}</p>
      <ul className="lines" role="list">{found.map((paper) => <Paper key={paper.id} paper={paper} isFresh={paper.id === uploaded} onDispute={() => { setDisputed(paper); }} />)}</ul>
      <Section id="mang-di" title={t('vault.take')}>
        <p className="text">{t('vault.take-text')}</p>
        <p className="row"><LinkButton href={organisation === null ? '/api/my/vault/export' : `/api/my/vault/export?organisation=${organisation}`} download>{t('vault.take-act')}</LinkButton></p>
      </Section>
      {disputed !== null && <DisputeDialog paper={disputed} onClose={() => { setDisputed(null); }} />}
    </div>
  );
}

function Paper({ paper, isFresh, onDispute }: { readonly paper: VaultPaper; readonly isFresh: boolean; readonly onDispute: () => void }): ReactElement {
  const t = useWords();
  const { id, name, number, state, issuedOn, validUntil, agencyName, dossier, checkHref, origin, code, changes, source: from } = paper;
  const [isOpen, setOpen] = useState(false);
  const source = [t(`vault.origin.${origin}`), agencyName, issuedOn === null ? null : t('vault.issued-on', { day: dayText(issuedOn) })].filter((part) => part !== null).join(' · ');
  return (
    <li className="stack">
      <h2 className="line-title">{name}{number === null ? '' : ` ${number}`}</h2>
      {origin === 'own-upload' && state === 'in-force' ? (
        // Nobody compared it: what it says of itself is the person's word, and is not shown as the state's.
        <p className="row"><Tag tone="turmeric" sign="triangle-alert">{t('own-upload.mark')}</Tag>{validUntil !== null && <span>{t('own-upload.until', { day: dayText(validUntil) })}</span>}</p>
      ) : (
        <p className="row">{origin === 'own-upload' && <Tag tone="turmeric" sign="triangle-alert">{t('own-upload.mark')}</Tag>}<Tag {...signOf[state]}>{t(`vault.state.${state}`)}</Tag><span>{validUntil === null ? t('vault.no-end') : t('vault.until', { day: dayText(validUntil) })}</span></p>
      )}
      <p className="muted">{source}</p>
      <p className="muted small">{t('vault.code', { code })}{from === null ? '' : ` · ${from}`}{dossier === null ? '' : <> · <a href={`/ho-so/${dossier}`}>{t('vault.from-dossier', { dossier })}</a></>}</p>
      {changes.map(({ type, at, who, reason, number: decision }, place) => <p key={place}>{t(`vault.change.${type}`, { who, at: momentText(at), reason, number: decision ?? '' })}</p>)}
      <div className="row">
        <LinkButton look="primary" href={`/api/my/vault/${id}/document`} download>{t('vault.open')}<span className="hidden-visually"> {name}</span></LinkButton>
        {checkHref !== null && <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t('vault.show-code')}<span className="hidden-visually"> {name}</span></button>}
        {origin !== 'own-upload' && <button type="button" className="link-button" onClick={onDispute}>{t('vault.dispute')}<span className="hidden-visually"> {name}</span></button>}
      </div>
      {origin === 'own-upload' && <OwnPaperActs id={id} name={name} isChecked={isFresh} />}
      {isOpen && checkHref !== null && (
        <figure className="stack">
          <img src={`/api/my/vault/${id}/code.svg`} width={180} height={180} alt={t('vault.code-picture', { name })} />
          <figcaption className="text">{t('vault.code-text')} <a href={checkHref}>{t('vault.check')}</a></figcaption>
        </figure>
      )}
    </li>
  );
}
