// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { OfficerDossier, OpeningPurpose, WorkingSubject } from '@motcua/dossiers/contract';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, Select, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { dayText, momentText } from '@motcua/i18n';
import { useActSubmission } from './act-submission.ts';
import { sentDay } from './digitised-about.tsx';
import { FileLink } from './paper-viewer.tsx';
import { FilePicker, Pages, SignRow, saidOf, useScan } from './scan-parts.tsx';
import { Signatures } from './signatures.tsx';
import { KeyFields, Waiting, ownKeys, useSigningMeans } from './signing-key.tsx';
import type { KeyChoice } from './signing-key.tsx';

type Choice = { readonly value: string; readonly label: string; readonly subject: WorkingSubject };

/** What the dossier has that may lie on paper: an opinion, the answers of asked agencies, the minutes of verifications. */
function useChoices({ consultations, checks }: OfficerDossier): readonly Choice[] {
  const t = useWords();
  return [
    { value: 'opinion', label: t('working.appraisal-opinion'), subject: { kind: 'appraisal-opinion', about: null } },
    ...consultations.map(({ id, agencyName }): Choice => ({ value: id, label: `${t('working.consultation-answer')}: ${agencyName}`, subject: { kind: 'consultation-answer', about: id } })),
    ...checks.map(({ id, heldAt, kind }): Choice => ({ value: id, label: `${t('working.check-minutes')}: ${t(`check.kind.${kind}`)}, ${momentText(heldAt)}`, subject: { kind: 'check-minutes', about: id } })),
  ];
}

type Said = Readonly<Record<'number' | 'signedOn' | 'author' | 'content' | 'pagesOnPaper', string>>;
const nothing: Said = { number: '', signedOn: '', author: '', content: '', pagesOnPaper: '' };

type SaidFieldsProps = { readonly said: Said; readonly scanned: number; readonly faultOf: (path: string) => string | undefined; readonly onSaid: (said: Said) => void };

/** What the officer reads on the paper after comparing. */
function SaidFields({ said, scanned, faultOf, onSaid }: SaidFieldsProps): ReactElement {
  const t = useWords();
  const field = (name: keyof Said) => ({ name, value: said[name], error: faultOf(name), onChange: (typed: string) => { onSaid({ ...said, [name]: typed }); } });
  return (
    <>
      <TextField {...field('pagesOnPaper')} label={t('digitise.pages-on-paper')} hint={t('digitise.pages-hint', { scanned })} width="day" typing={{ inputMode: 'numeric' }} />
      <TextField {...field('author')} label={t('working.author')} />
      <div className="halves">
        <TextField {...field('number')} label={t('digitise.about.number')} optional />
        <DateField {...field('signedOn')} label={t('working.signed-on')} />
      </div>
      <TextArea {...field('content')} label={t('working.content')} rows={3} />
    </>
  );
}

type ScanningProps = { readonly dossier: OfficerDossier; readonly subject: WorkingSubject; readonly keys: KeyChoice | null; /** What chooses the paper. */ readonly which: ReactElement; readonly onClose: () => void };

/** Pages, what they say, signature. */
function Scanning({ dossier, subject, keys, which, onClose }: ScanningProps): ReactElement {
  const t = useWords();
  const [text, setText] = useState(nothing);
  const { scan, add, arrange, error, isBusy } = useScan(dossier.code, { working: subject });
  const { doIt: sign, picked, pick, isPressed, waiting, said, ...submission } = useActSubmission({
    dossier, keys, path: () => 'working-papers', elsewhere: 'working-paper-signing', onDone: onClose,
    body: () => ({ scan: scan?.id, pagesOnPaper: Number(text.pagesOnPaper), number: text.number.trim() === '' ? null : text.number.trim(), signedOn: sentDay(text.signedOn) ?? '', author: text.author, content: text.content }),
  });
  const { faults, words } = saidOf([sign.error, error]);
  if (waiting !== null) return <Waiting id={waiting} onClose={onClose} onSigned={submission.signed} onNot={submission.notSigned} />;
  return (
    <Dialog title={t('working.digitise')} onClose={onClose} broad>
      {which}
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{`${words}${said}`}</MessageArea>
      <FilePicker label={t(scan === null ? 'digitise.choose' : 'digitise.more')} isBusy={isBusy} onFiles={add} />
      {isBusy && <p role="status">{t('digitise.reading')}</p>}
      {scan !== null && <Pages code={dossier.code} scan={scan} onArrange={arrange} />}
      {scan !== null && <SaidFields said={text} scanned={scan.pages.length} faultOf={(path) => faults.find((one) => one.field === path)?.text} onSaid={setText} />}
      {scan !== null && <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={pick} />}
      <SignRow hasScan={scan !== null} busy={sign.isPending || isBusy} onClose={onClose} onSign={submission.submit} />
    </Dialog>
  );
}

function WorkingDialog({ dossier, onClose }: { readonly dossier: OfficerDossier; readonly onClose: () => void }): ReactElement | null {
  const t = useWords();
  const keys = useSigningMeans(true);
  const choices = useChoices(dossier);
  const [chosen, setChosen] = useState('opinion');
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0];
  // The keys are there first: a choice that comes later would change under the hand.
  if (choice === undefined || keys.isLoading) return null;
  const which = <Select name="working" label={t('working.which')} value={chosen} choices={choices.map(({ value, label }) => ({ value, label }))} onChange={setChosen} />;
  return <Scanning key={choice.value} dossier={dossier} subject={choice.subject} keys={ownKeys(keys.data)} which={which} onClose={onClose} />;
}

/** Ý kiến, kết quả xác minh trên giấy: those that were digitised, and the way to digitise one. */
export function WorkingPapers({ dossier, purpose, mayDigitise }: { readonly dossier: OfficerDossier; readonly purpose: OpeningPurpose; readonly mayDigitise: boolean }): ReactElement | null {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { code, working, acceptedAt } = dossier;
  if (acceptedAt === null || (working.length === 0 && !mayDigitise)) return null;
  return (
    <>
      <h2>{t('working.title')}</h2>
      {working.length === 0 && <p className="muted">{t('working.none')}</p>}
      <ul className="lines" role="list">
        {working.map(({ no, kind, number, signedOn, author, content, pages, file, at, who }) => (
          <li key={no}>
            <p className="row"><Tag tone="leaf" sign="check">{t('digitise.done')}</Tag><strong>{t(`working.${kind}`)}</strong></p>
            <p>{t('working.line', { author, day: dayText(signedOn) })}{number !== null && <> · {t('working.number', { number })}</>}</p>
            <p className="pre">{content}</p>
            <p><FileLink code={code} file={{ ...file, mediaType: 'application/pdf' }} purpose={purpose} /> <span className="muted small">{t('working.by', { pages, who, at: momentText(at) })}</span></p>
            <Signatures code={code} document={file.id} purpose={purpose} />
          </li>
        ))}
      </ul>
      {mayDigitise && <p><Button onPress={() => { setOpen(true); }}>{t('working.digitise')}</Button></p>}
      {isOpen && <WorkingDialog dossier={dossier} onClose={() => { setOpen(false); }} />}
    </>
  );
}
