// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { DigitisingClass, PaperJudgement } from '@motcua/dossiers/contract';
import { listText } from '@motcua/i18n';
import { Tag, TextField, useWords } from '@motcua/ui';

type Duty = { readonly name: string; readonly class: DigitisingClass; readonly basis: string };

/** What is to be known of a paper before it is taken: that the vault or the e-form stands for it, or that it must be digitised, and why. */
function PaperNotes({ isFromVault, isByForm, duty }: { readonly isFromVault: boolean; readonly isByForm: boolean; readonly duty: Duty | undefined }): ReactElement | null {
  const t = useWords();
  if (isByForm) return <p><Tag tone="leaf" sign="check">{t('paper.by-form')}</Tag></p>;
  if (isFromVault) return <p><Tag tone="leaf" sign="archive">{t('counter.from-vault')}</Tag></p>;
  return duty === undefined ? null : <p className="row"><Tag tone="ink" sign="scan-barcode">{t('digitise.must')}</Tag><span className="muted small">{t(`digitise.why.${duty.class}`)} · {duty.basis}</span></p>;
}

type JudgingProps = { readonly papers: readonly PaperJudgement[]; readonly names: Readonly<Record<number, string>>; readonly fromVault?: readonly number[]; readonly byForm?: readonly number[]; readonly duties?: readonly Duty[]; readonly onChange: (papers: readonly PaperJudgement[]) => void };

const isFaulty = ({ state }: PaperJudgement): boolean => state === 'faulty' || state === 'missing';
const mostCopies = 999;

const states = ['ok', 'faulty', 'missing', 'not-needed'] as const;

/** Giấy tờ phải nộp, row by row: Space passes a row and goes to the next one not seen, ↑↓ move. */
export function Judging({ papers, names, fromVault = [], byForm = [], duties = [], onChange }: JudgingProps): ReactElement {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const judge = (no: number, change: Partial<PaperJudgement>): void => { onChange(papers.map((paper) => paper.no === no ? { ...paper, ...change } : paper)); };
  const focusRow = (at: number): void => { list.current?.querySelectorAll<HTMLElement>('[data-paper]')[at]?.focus(); };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    if (event.target !== event.currentTarget) return;
    const paper = papers[at];
    if (event.code === 'Space' && paper !== undefined) {
      event.preventDefault();
      judge(paper.no, { state: 'ok', remark: null });
      const next = papers.findIndex(({ state }, other) => other > at && state === 'not-seen');
      focusRow(next < 0 ? at : next);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focusRow(event.key === 'ArrowDown' ? Math.min(papers.length - 1, at + 1) : Math.max(0, at - 1));
    }
  };

  return (
    <ol className="paper-rows" role="list" ref={list}>
      {papers.map((paper, at) => (
        <li key={paper.no} className="paper-row" data-paper tabIndex={0} aria-label={`${names[paper.no] ?? ''}: ${t(`paper-state.${paper.state}`)}`} onKeyDown={(event) => { onKeyDown(event, at); }}>
          <span className="clamp-2" title={names[paper.no]}>{listText(names[paper.no] ?? '')}</span>
          <PaperNotes isFromVault={fromVault.includes(paper.no)} isByForm={byForm.includes(paper.no) && paper.state === 'not-needed'} duty={duties.find(({ name }) => name === names[paper.no])} />
          <span className="row">
            {states.map((state) => (
              <button
                key={state} type="button" className="button" aria-pressed={paper.state === state} data-state={state} tabIndex={-1}
                aria-label={`${t(`judge.${state}`)}: ${names[paper.no] ?? ''}`} onClick={() => { judge(paper.no, { state }); }}
              >
                {t(`judge.${state}`)}
              </button>
            ))}
            <Count label={t('judge.originals')} of={names[paper.no] ?? ''} value={paper.originals} onChange={(originals) => { judge(paper.no, { originals }); }} />
            <Count label={t('judge.copies')} of={names[paper.no] ?? ''} value={paper.copies} onChange={(copies) => { judge(paper.no, { copies }); }} />
            {!isFaulty(paper) && paper.remark === null && <button type="button" className="link-button" tabIndex={-1} onClick={() => { judge(paper.no, { remark: '' }); }}>{t('judge.note')}<span className="hidden-visually"> {names[paper.no]}</span></button>}
          </span>
          {(isFaulty(paper) || paper.remark !== null) && (
            <TextField name={`ghi-chu-${String(paper.no)}`} label={t(isFaulty(paper) ? 'judge.remark' : 'judge.note')} value={paper.remark ?? ''} onChange={(remark) => { judge(paper.no, { remark }); }} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** How many were handed in: a small number that can be put right. */
function Count({ label, of, value, onChange }: { readonly label: string; readonly of: string; readonly value: number; readonly onChange: (value: number) => void }): ReactElement {
  return (
    <label className="paper-count">
      <span>{label}<span className="hidden-visually"> {of}</span></span>
      <input
        className="input w-num" type="text" inputMode="numeric" value={String(value)} onFocus={(event) => { event.target.select(); }}
        onChange={(event) => { const typed = Number(event.target.value); if (Number.isInteger(typed) && typed >= 0 && typed <= mostCopies) onChange(typed); }}
      />
    </label>
  );
}
