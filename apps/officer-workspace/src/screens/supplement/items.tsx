// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { CounterOutcome, PaperJudgement } from '@motcua/dossiers/contract';
import { t as words } from '@motcua/i18n';
import { Button, Message, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { Failure } from '@motcua/web-kit';
import { useSupplementReasons } from '../../api.ts';
import type { Known } from '../../api.ts';

type Item = { readonly paperNo: number | null; readonly what: string; readonly howToMend: string; readonly basis: string };

/** A supplement request while it is being written. */
export type Wanting = { readonly items: readonly Item[]; readonly reason: string; /** Why a paper the state holds is asked for all the same; empty: not said. */ readonly heldReason: string };

const emptyItem: Item = { paperNo: null, what: '', howToMend: '', basis: '' };
const longest = 1000;

/** A request that names every paper judged faulty or missing, with its remark; one empty place when there is none. */
export function wantingOf(papers: readonly (Pick<PaperJudgement, 'no' | 'state' | 'remark'> & { readonly name: string })[]): Wanting {
  const items = papers.filter(({ state }) => state === 'faulty' || state === 'missing').map(({ no, name, state, remark }) => ({
    paperNo: no, what: ((remark ?? '') === '' ? name : `${name}: ${remark ?? ''}`).slice(0, longest), howToMend: state === 'missing' ? words('supplement.hand-in') : '', basis: '',
  }));
  return { items: items.length === 0 ? [emptyItem] : items, reason: '', heldReason: '' };
}

/** How many places are still empty. */
export const emptyPlaces = ({ items, reason }: Wanting): number => items.filter(({ what, howToMend }) => what.trim() === '' || howToMend.trim() === '').length + (reason.trim() === '' ? 1 : 0);

/** What travels to the server. */
export function asked({ items, reason, heldReason }: Wanting): Omit<Extract<CounterOutcome, { kind: 'supplement' }>, 'kind'> {
  return { reason: reason.trim(), heldReason: heldReason.trim() === '' ? null : heldReason.trim(), items: items.map(({ basis, ...item }) => ({ ...item, basis: basis.trim() === '' ? null : basis.trim() })) };
}

type ItemFieldsProps = { readonly procedure: string; readonly wanting: Wanting; readonly isPressed: boolean; /** The server said that the state holds a paper asked for. */ readonly isHeld: boolean; readonly onChange: (wanting: Wanting) => void };

/** Whether a request was refused because the state holds a paper it asks for. */
export const isHeldRefusal = (failure: Failure | null): boolean => failure?.kind === 'refused' && failure.problem.code === 'held-in-vault';

/** Nội dung bổ sung: what is missing, how to mend it, on which basis; then the reason printed on form 02. */
export function ItemFields({ procedure, wanting, isPressed, isHeld, onChange }: ItemFieldsProps): ReactElement {
  const t = useWords();
  const { items, reason, heldReason } = wanting;
  const known = useSupplementReasons(procedure).data?.reasons ?? [];
  const setItems = (changed: readonly Item[]): void => { onChange({ ...wanting, items: changed }); };
  const set = (at: number, change: Partial<Item>): void => { setItems(items.map((item, which) => which === at ? { ...item, ...change } : item)); };
  // The name of the paper stays before the reason picked for it.
  const take = (at: number, picked: Known | undefined): void => {
    const before = items[at];
    if (picked === undefined || before === undefined) return;
    const paper = before.paperNo === null ? '' : `${before.what.split(': ')[0] ?? ''}: `;
    set(at, { what: `${paper}${picked.what}`.slice(0, longest), howToMend: picked.howToMend, basis: picked.basis ?? before.basis });
  };
  const missing = (text: string, id: 'supplement.what-missing' | 'supplement.how-missing' | 'supplement.reason-missing'): string | undefined => isPressed && text.trim() === '' ? t(id) : undefined;
  return (
    <>
      <ol className="stack wide" role="list">
        {items.map((item, at) => (
          <li key={at} className="card stretch">
            {known.length > 0 && (
              <Select
                name={`known-${String(at)}`} label={t('supplement.known')} optional empty={t('supplement.known-own')} value={String(known.find(({ what, howToMend }) => item.what.endsWith(what) && howToMend === item.howToMend)?.id ?? '')}
                choices={known.map(({ id, what }) => ({ value: String(id), label: what }))} onChange={(id) => { take(at, known.find((one) => String(one.id) === id)); }}
              />
            )}
            <TextField name={`what-${String(at)}`} label={t('supplement.what', { at: at + 1 })} value={item.what} error={missing(item.what, 'supplement.what-missing')} onChange={(what) => { set(at, { what }); }} />
            <TextField name={`how-${String(at)}`} label={t('supplement.how-label')} hint={t('supplement.how-hint')} value={item.howToMend} error={missing(item.howToMend, 'supplement.how-missing')} onChange={(howToMend) => { set(at, { howToMend }); }} />
            <TextField name={`basis-${String(at)}`} label={t('supplement.basis')} optional value={item.basis} onChange={(basis) => { set(at, { basis }); }} />
            {items.length > 1 && <Button look="quiet" onPress={() => { setItems(items.filter((_, which) => which !== at)); }}>{t('supplement.drop', { at: at + 1 })}</Button>}
          </li>
        ))}
      </ol>
      <Button onPress={() => { setItems([...items, emptyItem]); }}>{t('supplement.add')}</Button>
      <TextArea name="supplement-reason" label={t('supplement.reason')} value={reason} error={missing(reason, 'supplement.reason-missing')} onChange={(changed) => { onChange({ ...wanting, reason: changed }); }} />
      {(isHeld || heldReason !== '') && <><Message tone="warning"><p>{t('supplement.held')}</p></Message><TextArea name="held-reason" label={t('supplement.held-reason')} hint={t('supplement.held-hint')} value={heldReason} onChange={(changed) => { onChange({ ...wanting, heldReason: changed }); }} rows={2} /></>}
    </>
  );
}
