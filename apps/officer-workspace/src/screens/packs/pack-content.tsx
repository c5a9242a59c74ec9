// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { momentShort } from '@motcua/i18n';
import { PackView } from '@motcua/packs/contract';
import { Asked, DataTable, EmptyState, Facts, Message, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import type { EditorProps } from '../proposals/editors.ts';

const looks = {
  new: { tone: 'leaf', sign: 'file-plus' }, changed: { tone: 'turmeric', sign: 'pencil' }, same: { tone: 'ink', sign: 'check' }, unknown: { tone: 'lacquer', sign: 'circle-x' },
} as const;

/** What a pack brings: whose it is, its items against what is in force, and how its own tests go here. It is never edited: it is signed. */
export function PackContent({ proposal }: EditorProps): ReactElement {
  const t = useWords();
  const pack = useQuery({ queryKey: ['pack-proposal', proposal], queryFn: () => ask(PackView, `/api/packs/proposals/${proposal}`) });
  return (
    <Asked answer={pack} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ title, name, version, notes, madeBy, madeAt, signature, items, tests }) => (
        <>
          <Message tone={signature.verdict === 'valid' ? 'good' : 'bad'}><p>{signature.verdict === 'valid' ? t('pack.signature-good', { signer: signature.signer, issuer: signature.issuer }) : `${t('pack.signature-bad', { signer: signature.signer === '' ? madeBy : signature.signer })} ${signature.reason}`}</p></Message>
          <Facts facts={[
            { term: t('pack.what'), value: title }, { term: t('pack.field.name'), value: <span className="num">{name}</span> }, { term: t('pack.field.version'), value: <span className="num">{version}</span> },
            { term: t('pack.made-by'), value: <>{madeBy}, <span className="num">{momentShort(madeAt)}</span></> }, ...(notes === '' ? [] : [{ term: t('pack.field.notes'), value: notes }]),
          ]}
          />
          <Section id="noi-dung-goi" title={t('pack.items')}>
            <DataTable
              caption={t('pack.items-caption')} rows={items} rowKey={({ kind, key }) => `${kind} ${key}`}
              columns={[
                { id: 'what', title: t('pack.what'), isRowTitle: true, cell: ({ title: of, key, kindLabel }) => <>{of}<br /><span className="muted small">{kindLabel} <span className="num">{key}</span></span></> },
                { id: 'standing', title: t('pack.standing'), cell: ({ standing }) => <Tag tone={looks[standing].tone} sign={looks[standing].sign}>{t(`pack.standing.${standing}`)}</Tag> },
              ]}
            />
          </Section>
          <Section id="bo-thu" title={t('pack.tests')}>
            {tests.length === 0 ? <EmptyState><p>{t('pack.no-tests')}</p></EmptyState> : (
              <DataTable
                caption={t('pack.tests-caption', { passed: tests.filter(({ passed }) => passed).length, total: tests.length })} rows={tests.map((test, at) => ({ ...test, at }))} rowKey={({ at }) => String(at)}
                columns={[
                  { id: 'what', title: t('pack.what'), isRowTitle: true, cell: ({ kindLabel, key }) => <>{kindLabel}<br /><span className="muted small num">{key}</span></> }, { id: 'name', title: t('pack.test'), cell: ({ name: asked }) => asked },
                  { id: 'passed', title: t('pack.outcome'), cell: ({ passed }) => <Tag tone={passed ? 'leaf' : 'lacquer'} sign={passed ? 'circle-check' : 'circle-x'}>{t(passed ? 'pack.passed' : 'pack.failed')}</Tag> },
                ]}
              />
            )}
          </Section>
        </>
      )}
    </Asked>
  );
}
