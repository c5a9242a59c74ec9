// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText, momentShort, officeDayOf } from '@motcua/i18n';
import { SigningMeansList } from '@motcua/dossiers/contract';
import type { OwnSigningMeans, SigningMeansView } from '@motcua/dossiers/contract';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import type { OfficerMe } from '../../workspace.tsx';
import { useSigningMeans } from '../dossier/signing-key.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import type { EntryField } from './entry-dialog.tsx';
import { PictureKeeper } from './signature-picture.tsx';

/** Khóa ký: an officer's own keys, entered and ended; those of an agency's signatories for its administrator. */
export function SigningKeys({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  useTitle(t('work.title', { list: t('keys.title') }));
  return (
    <Page title={t('keys.title')}>
      {['dossier.complete-step', 'dossier.approve', 'dossier.issue'].some((act) => me.acts.includes(act)) && <OwnKeys />}
      {me.acts.includes('dossier.approve') && <Section id="hinh-chu-ky" title={t('picture.mine')}><PictureKeeper path="/api/my/signature-pictures" kind="officer" whose={me.name} /></Section>}
      {me.acts.includes('signing-means.read') && <KeysOfAgency me={me} />}
    </Page>
  );
}

function OwnKeys(): ReactElement {
  const t = useWords();
  const keys = useSigningMeans(true);
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const [ending, setEnding] = useState<SigningMeansView | null>(null);
  const kinds = keys.data?.kinds ?? [];
  return (
    <Section id="cua-toi" title={t('keys.mine')}>
      <MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>
      <Asked answer={keys} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ here, agencies, means }) => (
          <>
            <p>{here === null ? t('keys.none-here') : t('keys.here-line', { name: here.certificateName, until: dayText(officeDayOf(here.validUntil)) })}</p>
            {agencies.map((agency) => <p key={agency.code}>{agency.here === null ? t('keys.no-seal-here', { agency: agency.name }) : t('keys.here-line', { name: agency.here.certificateName, until: dayText(officeDayOf(agency.here.validUntil)) })}</p>)}
            {kinds.length === 0 ? <p className="muted">{t('keys.no-places')}</p> : <p><Button onPress={() => { setAdding(true); }}>{t('keys.add')}</Button></p>}
            {means.length > 0 && <KeyTable means={means} onEnd={setEnding} />}
          </>
        )}
      </Asked>
      {isAdding && (
        <EntryDialog
          title={t('keys.add')} act="register.enter" path="/api/my/signing-means" register="signing-means" onClose={() => { setAdding(false); }} onDone={() => { setAdding(false); setSaid(t('keys.entered')); }}
          fields={[{ name: 'kind', label: 'keys.kind', kind: 'choice', choices: kinds.map((kind) => ({ value: kind, label: t(`keys.kind.${kind}`) })) }, { name: 'account', label: 'keys.account', kind: 'text', hint: 'keys.account-hint' }, ...ownersToChoose(keys.data, t)]}
          body={({ kind, account, agency }) => ({ kind, account, agency: agency === undefined || agency === '' ? null : agency })}
        />
      )}
      {ending !== null && (
        <EntryDialog
          title={t('keys.end-title', { kind: t(`keys.kind.${ending.kind}`), account: ending.account })} act="register.end" path={`/api/my/signing-means/${ending.id}/end`} register="signing-means" isEnding fields={[]} body={() => ({})} beside={() => <p>{t('keys.end-effect')}</p>}
          onClose={() => { setEnding(null); }} onDone={() => { setEnding(null); setSaid(t('keys.ended')); }}
        />
      )}
    </Section>
  );
}

/** Whose key is entered, for who also puts on the seal of an agency. */
function ownersToChoose(keys: OwnSigningMeans | undefined, t: ReturnType<typeof useWords>): readonly EntryField[] {
  const agencies = keys?.agencies ?? [];
  return agencies.length === 0 ? [] : [{ name: 'agency', label: 'keys.whose', kind: 'choice', optional: true, choices: agencies.map(({ code, name }) => ({ value: code, label: t('keys.of-seal', { agency: name }) })), hint: 'keys.whose-hint' }];
}

function KeysOfAgency({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const agencies = useAgencies().data?.agencies ?? [];
  const [agency, setAgency] = useState(me.postings[0]?.agency ?? '');
  const list = useQuery({ queryKey: ['signing-means', agency], enabled: agency !== '', queryFn: () => ask(SigningMeansList, '/api/signing-means', { agency }) });
  return (
    <Section id="cua-co-quan" title={t('keys.of-agency')}>
      <Select name="co-quan" label={t('keys.agency')} value={agency} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={setAgency} />
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ means }) => (means.length === 0 ? <EmptyState><p>{t('keys.none-at')}</p></EmptyState> : <KeyTable means={means} />)}
      </Asked>
    </Section>
  );
}

function KeyTable({ means, onEnd }: { readonly means: readonly SigningMeansView[]; readonly onEnd?: (means: SigningMeansView) => void }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('keys.caption', { count: means.length })} rows={means} rowKey={({ id }) => id}
      columns={[
        { id: 'kind', title: t('keys.kind'), isRowTitle: true, cell: ({ kind, account }) => <>{t(`keys.kind.${kind}`)}<br /><span className="muted small">{account}</span></> },
        { id: 'who', title: t('keys.certificate'), cell: ({ certificateName, agency, validFrom, validUntil }) => <>{certificateName}{agency !== null && <> <Tag tone="turmeric" sign="stamp">{t('keys.seal')}</Tag></>}<br /><span className="muted small">{t('keys.valid', { from: dayText(officeDayOf(validFrom)), until: dayText(officeDayOf(validUntil)) })}</span></> },
        { id: 'entered', title: t('keys.entered-at'), cell: ({ enteredAt }) => <span className="num">{momentShort(enteredAt)}</span> },
        { id: 'state', title: t('register.state'), cell: ({ usable, endedAt }) => <Tag tone={usable ? 'leaf' : 'ink'} sign={usable ? 'circle-check' : 'clock'}>{usable ? t('keys.usable') : endedAt === null ? t('keys.not-usable') : t('register.ended-on', { day: dayText(officeDayOf(endedAt)) })}</Tag> },
        ...onEnd === undefined ? [] : [{ id: 'act', title: t('work.acts'), cell: (one: SigningMeansView) => (one.endedAt === null ? <Button label={`${t('register.end')} ${one.account}`} onPress={() => { onEnd(one); }}>{t('register.end')}</Button> : null) }],
      ]}
    />
  );
}
