// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { momentShort } from '@motcua/i18n';
import { MergeAnswer } from '@motcua/proposals/contract';
import { Asked, Button, Dialog, RadioGroup, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import { Difference } from './difference.tsx';

type MergeProps = {
  readonly id: string; readonly revision: number; readonly content: unknown;
  readonly onClose: () => void; readonly onTake: (merged: { readonly content: unknown; readonly revision: number }) => void;
};

/** Gộp: who saved meanwhile, what does not collide is in already, what does is chosen place by place. Nothing is saved before the last press. */
export function MergeDialog({ id, revision, content, onClose, onTake }: MergeProps): ReactElement {
  const t = useWords();
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const merge = useQuery({
    queryKey: ['proposal-merge', id, revision, theirs], gcTime: 0, placeholderData: keepPreviousData,
    queryFn: () => send(MergeAnswer, { method: 'POST', path: `/api/proposals/${id}/merges`, body: { revision, content, takeTheirs: theirs } }),
  });
  return (
    <Dialog title={t('proposal.merge')} onClose={onClose} broad>
      <Asked answer={merge} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(answer) => (
          <>
            <p>{t('proposal.merge-who', { who: answer.by, at: momentShort(answer.at) })}</p>
            {answer.collisions.length === 0 ? <p>{t('proposal.merge-clean')}</p> : (
              <Section id="trung" title={t('proposal.collisions', { count: answer.collisions.length })}>
                {answer.collisions.map(({ path, place, mine, theirs: other }) => (
                  <RadioGroup
                    key={path} name={`trung-${path}`} label={place} value={theirs.includes(path) ? 'theirs' : 'mine'}
                    choices={[{ value: 'mine', label: t('proposal.mine'), hint: mine }, { value: 'theirs', label: t('proposal.theirs', { who: answer.by }), hint: other }]}
                    onChange={(value) => { setTheirs(value === 'theirs' ? [...theirs, path] : theirs.filter((each) => each !== path)); }}
                  />
                ))}
              </Section>
            )}
            <Section id="sau-gop" title={t('proposal.after-merge', { who: answer.by })}><Difference lines={answer.difference} /></Section>
            <div className="row end">
              <Button onPress={onClose}>{t('act.later')}</Button>
              <Button look="primary" busy={merge.isFetching} onPress={() => { onTake({ content: answer.content, revision: answer.revision }); }}>{t('proposal.take-merged')}</Button>
            </div>
          </>
        )}
      </Asked>
    </Dialog>
  );
}
