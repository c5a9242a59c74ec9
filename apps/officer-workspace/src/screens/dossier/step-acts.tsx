// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { Button, Kbd, useWords } from '@motcua/ui';
import { momentText, withoutNumber } from '@motcua/i18n';
import { useMe } from '../../api.ts';
import { actForms, actTitle, hasForm, offered } from './act-forms.ts';
import { mayHandOver } from './hand-over.tsx';

type StepActsProps = { readonly dossier: OfficerDossier; readonly primary: PossibleAct | null; readonly onAct: (possible: PossibleAct) => void; readonly onHandOver: (taskId: string) => void };

const isEnding = ({ act }: PossibleAct): boolean => hasForm(act) && actForms[act].isEnding === true;

/** Việc của bước này: the primary act first, those that end the dossier last and quiet; one that cannot be done says why when pressed. */
export function StepActs({ dossier, primary, onAct, onHandOver }: StepActsProps): ReactElement {
  const t = useWords();
  const others = offered(dossier).filter((possible) => possible !== primary && possible.act !== 'submit' && possible.act !== 'write-message' && possible.act !== 'digitise');
  const [task] = dossier.tasks;
  const me = useMe().data;
  const handed = me?.kind === 'officer' ? dossier.acts.filter(({ act, taskId }) => act === 'assign' && dossier.tasks.some((one) => one.taskId === taskId && mayHandOver(me, one.agency))) : [];
  return (
    <section aria-labelledby="viec-buoc">
      <h2 id="viec-buoc">{t('dossier.step-acts')}</h2>
      {task !== undefined && <p>{withoutNumber(task.name)}<br /><span className="muted">{[task.unit ?? task.agencyName, task.dueAt === null ? '' : t('dossier.due', { at: momentText(task.dueAt) })].filter((part) => part !== '').join(' · ')}</span></p>}
      {dossier.acts.length === 0 && <p className="muted">{t('dossier.no-acts')}</p>}
      <div className="acts">
        {primary !== null && <Button look="primary" onPress={() => { onAct(primary); }}>{t(actTitle(primary.act, dossier))} <Kbd>{t('key.next-act')}</Kbd></Button>}
        {others.filter((possible) => !isEnding(possible)).map((possible) => (
          <Button key={possible.act + (possible.taskId ?? '')} onPress={() => { onAct(possible); }}>{t(actTitle(possible.act, dossier))}{possible.act === 'request-supplement' && <Kbd>{t('key.supplement')}</Kbd>}</Button>
        ))}
        {handed.map(({ taskId }) => <Button key={`giao ${taskId ?? ''}`} onPress={() => { onHandOver(taskId ?? ''); }}>{t('act.hand-over')}</Button>)}
        {others.filter(isEnding).map((possible) => <Button key={possible.act} look="quiet" onPress={() => { onAct(possible); }}>{t(`act.${possible.act}`)}</Button>)}
      </div>
      <ol className="timeline" role="list">
        {dossier.steps.map(({ name, state, unit }, at) => <li key={at} className={state}><div>{withoutNumber(name)}{unit !== null && <span className="muted"> · {unit}</span>}</div></li>)}
      </ol>
    </section>
  );
}
