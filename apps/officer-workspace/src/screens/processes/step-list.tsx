// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { ProcessView } from '@motcua/workflow/contract';
import { withoutNumber } from '@motcua/i18n';
import { useWords } from '@motcua/ui';
import { depthClass } from './depth.ts';
import { hoursText } from './hours.ts';
import { actWord, agencyWord, roleWord, signatureWord } from './step-words.ts';

/** The step table to read: the columns of provincial decisions, and in words what only the diagram expresses. */
export function StepList({ caption, rows }: { readonly caption: string; readonly rows: ProcessView['rows'] }): ReactElement {
  const t = useWords();
  const numbers = new Map(rows.flatMap((row) => (row.kind === 'step' ? [[row.id, row.no] as const] : [])));
  return (
    <div>
      <p id="bang-buoc" className="table-caption">{caption}</p>
      <div className="table-scroll" role="region" aria-labelledby="bang-buoc" tabIndex={0}>
        <table className="table stacks step-list" aria-labelledby="bang-buoc">
          <thead>
            <tr>
              <th scope="col" className="num">{t('step.no')}</th><th scope="col">{t('step.who')}</th><th scope="col">{t('step.content')}</th><th scope="col" className="num">{t('step.hours')}</th>
              <th scope="col">{t('step.output')}</th><th scope="col">{t('step.signature')}</th><th scope="col">{t('step.returns')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => row.kind === 'branch' ? (
              <tr key={row.id} className={`branch-row${depthClass(row.depth)}`}><td className="num" aria-hidden="true">⋮</td><td colSpan={6}><strong>{t('step.branch')}</strong> {row.text}</td></tr>
            ) : (
              <tr key={row.id} className={depthClass(row.depth).trim()}>
                <td className="num" data-title={t('step.no')}>{row.no}</td>
                <td data-title={t('step.who')}>{row.actor === '' ? t(roleWord(row.role)) : row.actor}<br /><span className="muted small">{t(roleWord(row.role))} · {agencyWord(t, row.agency)}{row.unit === '' ? '' : ` · ${row.unit}`}{row.each === '' ? '' : ` · ${t('step.for-each', { list: row.each })}`}</span></td>
                <th scope="row">{withoutNumber(row.name)}<br /><span className="muted small">{t(actWord(row.act))}</span><Content name={withoutNumber(row.name)} content={row.content} /></th>
                <td className="num" data-title={t('step.hours')}>{row.hours === '' ? (row.budget === '' ? t('step.no-hours') : t('step.shared')) : hoursText(row.hours)}{row.budget !== '' && <><br /><span className="muted small">{row.budget}</span></>}</td>
                <Cell title={t('step.output')}>{[row.form === '' ? '' : t('step.form-no', { number: row.form }), row.output].filter((text) => text !== '').join('; ') || '–'}</Cell>
                <Cell title={t('step.signature')}>{t(signatureWord(row.signature))}</Cell>
                <Cell title={t('step.returns')}>{row.returns.length === 0 ? '–' : t('step.returns-to', { steps: row.returns.map((id) => String(numbers.get(id) ?? '?')).join(', ') })}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const shortEnough = 160;

/** What the step's name does not say yet; a long text one step away. */
function Content({ name, content }: { readonly name: string; readonly content: string }): ReactElement | null {
  const t = useWords();
  if (content === '' || content === name) return null;
  if (content.length <= shortEnough) return <p className="pre small step-content">{content}</p>;
  return <details className="more"><summary>{t('step.full-content')}</summary><p className="pre small step-content">{content}</p></details>;
}

/** A cell of a table that becomes a card on a phone; there nothing is said of what is not there. */
function Cell({ title, children }: { readonly title: string; readonly children: string }): ReactElement {
  return <td data-title={title} className={children === '–' ? 'none' : ''}>{children}</td>;
}
