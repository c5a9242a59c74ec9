// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { PackCandidates } from '@motcua/packs/contract';
import { Button, Checkbox, Dialog, ErrorSummary, MessageArea, TextArea, TextField, useWords } from '@motcua/ui';
import { ask, download, failureOf, failureWords, faultsOf } from '@motcua/web-kit';

type Item = PackCandidates['items'][number];
type Typed = { readonly procedure: string; readonly name: string; readonly title: string; readonly version: string; readonly notes: string };

const idOf = ({ kind, key }: Item): string => `${kind} ${key}`;

/** Làm gói: a procedure brings what belongs to it; more procedures may be added; the agency's signature is set by the server. */
export function MakePack({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState<Typed>({ procedure: '', name: '', title: '', version: '1', notes: '' });
  const [items, setItems] = useState<readonly Item[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [bad, setBad] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const found = useQuery({
    queryKey: ['pack-candidates', typed.procedure.trim()], enabled: typed.procedure.trim().length > 3, placeholderData: keepPreviousData,
    queryFn: () => ask(PackCandidates, '/api/packs/candidates', { procedure: typed.procedure.trim() }),
  });
  const chosen = items.filter((item) => !left.has(idOf(item)));
  const make = useMutation({
    mutationFn: () => download({ path: '/api/packs', body: { name: typed.name.trim(), title: typed.title.trim(), version: Number(typed.version), notes: typed.notes.trim(), items: chosen.map(({ kind, key }) => ({ kind, key })) }, fileName: `${typed.name.trim()}-${typed.version}.zip` }),
    onSuccess: onClose,
  });
  const failure = make.error === null ? null : failureOf(make.error);
  const wrong = [...bad, ...(failure === null ? [] : faultsOf(failure))];
  const of = (name: keyof Typed) => ({ name, label: t(`pack.field.${name}`), value: typed[name], error: wrong.find(({ field }) => field === name)?.text, onChange: (value: string) => { setTyped({ ...typed, [name]: value }); } });
  const take = (): void => {
    setBad(found.data?.items.length === 0 || found.data === undefined ? [{ field: 'procedure', text: t('pack.bad.unknown') }] : []);
    setItems([...items, ...(found.data?.items ?? []).filter((item) => !items.some((each) => idOf(each) === idOf(item)))]); };
  const go = (): void => {
    const faults = [
      ...(/^[a-z0-9][a-z0-9.-]{0,79}$/u.test(typed.name.trim()) ? [] : ['name' as const]), ...(typed.title.trim().length < 3 ? ['title' as const] : []),
      ...(/^[1-9]\d{0,5}$/u.test(typed.version) ? [] : ['version' as const]), ...(chosen.length === 0 ? ['procedure' as const] : []),
    ].map((field) => ({ field, text: t(`pack.bad.${field}`) }));
    setBad(faults);
    if (faults.length === 0 && !make.isPending) make.mutate();
  };
  return (
    <Dialog title={t('pack.make')} onClose={onClose} broad>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
        <ErrorSummary faults={wrong} />
        <div className="row">
          <TextField {...of('procedure')} hint={t('pack.field.procedure-hint')} width="code" />
          <Button onPress={take}>{t('pack.take-in', { count: found.data?.items.length ?? 0 })}</Button>
        </div>
        {items.length > 0 && (
          <fieldset className="group">
            <legend>{t('pack.items')}</legend>
            {items.map((item) => <Checkbox key={idOf(item)} name={`muc-${idOf(item)}`} label={`${item.title} (${item.key})`} checked={!left.has(idOf(item))} onChange={(isIn) => { const next = new Set(left); if (isIn) next.delete(idOf(item)); else next.add(idOf(item)); setLeft(next); }} />)}
          </fieldset>
        )}
        <TextField {...of('title')} />
        <TextField {...of('name')} hint={t('pack.field.name-hint')} width="code" />
        <TextField {...of('version')} width="num" />
        <TextArea {...of('notes')} rows={3} optional />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={make.isPending}>{t('pack.make-and-download')}</Button></div>
      </form>
    </Dialog>
  );
}
