// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Code, ErrorSummary, LinkButton, Message, MessageArea, Page, RadioGroup, TextArea, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { ActDone } from '@motcua/dossiers/contract';
import type { OwnDossier, WishKind } from '@motcua/dossiers/contract';
import { failureOf, failureWords, faultsOf, goTo, newClientKey, send } from '@motcua/web-kit';

const kinds: readonly WishKind[] = ['correct', 'stop', 'withdraw'];

/** Đề nghị điều chỉnh, dừng, rút: said to the office, which decides; what each means stands under its name. */
export function AskForChange({ dossier }: { readonly dossier: OwnDossier }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<WishKind | ''>('');
  const [text, setText] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [clientKey] = useState(newClientKey);
  const wish = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/my/dossiers/${dossier.code}/wishes`, body: { clientKey, version: dossier.version, kind, text: text.trim() } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['my-dossiers'] }); goTo(`/ho-so/${dossier.code}`); },
  });
  const failure = wish.error === null ? null : failureOf(wish.error);
  const submit = (): void => { setPressed(true); if (kind !== '' && text.trim() !== '') wish.mutate(); };
  return (
    <Page title={t('wish.title')} message={<><ErrorSummary faults={failure === null ? [] : faultsOf(failure)} /><MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea></>}>
      <p>{dossier.procedure.name} · <Code code={dossier.code} /></p>
      <p className="text">{t('wish.text')}</p>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <RadioGroup
          name="kind" label={t('wish.kind')} value={kind} error={isPressed && kind === '' ? t('wish.kind-missing') : undefined} onChange={(chosen) => { setKind(kinds.find((one) => one === chosen) ?? ''); }}
          choices={kinds.filter((one) => dossier.acceptedAt !== null || one === 'correct').map((one) => ({ value: one, label: t(`wish.kind.${one}`), hint: t(`wish.hint.${one}`) }))}
        />
        <TextArea name="text" label={t('wish.what')} hint={t('wish.what-hint')} value={text} error={isPressed && text.trim() === '' ? t('wish.what-missing') : undefined} onChange={setText} />
        <div className="row">
          <LinkButton href={`/ho-so/${dossier.code}`}>{t('ending.keep')}</LinkButton>
          <Button type="submit" look="primary" busy={wish.isPending}>{t('wish.send')}</Button>
        </div>
      </form>
    </Page>
  );
}

/** What was asked and what the office said. */
export function Wishes({ dossier }: { readonly dossier: OwnDossier }): ReactElement | null {
  const t = useWords();
  const [newest] = dossier.wishes;
  if (newest?.decision !== null) return null;
  return <Message><p className="strong">{t('wish.waiting', { what: t(`wish.kind.${newest.kind}`) })}</p><p>{newest.text}</p><p className="muted small">{momentText(newest.at)}</p></Message>;
}
