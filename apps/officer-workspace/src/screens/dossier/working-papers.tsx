// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier, OpeningPurpose, WorkingSubject } from '@motcua/dossiers/contract';
import { Button, DateField, Dialog, ErrorSummary, MessageArea, Select, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { dayText, momentText } from '@motcua/i18n';
import { newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { sentDay } from './digitised-about.tsx';
import { FileLink } from './paper-viewer.tsx';
import { FilePicker, Pages, saidOf, useScan } from './scan-parts.tsx';
import { Signatures } from './signatures.tsx';

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

type ScanningProps = { readonly dossier: OfficerDossier; readonly subject: WorkingSubject; readonly onClose: () => void };

/** Pages, what they say, signature. */
function Scanning({ dossier, subject, onClose }: ScanningProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [said, setSaid] = useState(nothing);
  const { scan, add, error, isBusy } = useScan(dossier.code, { working: subject });
  const sign = useMutation({
    mutationFn: () => send(ActDone, {
      method: 'POST', path: `/api/dossiers/${dossier.code}/working-papers`,
      body: { clientKey, version: dossier.version, scan: scan?.id, pagesOnPaper: Number(said.pagesOnPaper), number: said.number.trim() === '' ? null : said.number.trim(), signedOn: sentDay(said.signedOn) ?? '', author: said.author, content: said.content },
    }),
    onSuccess: async () => {
      onClose();
      await dossiersChanged(queries);
    },
  });
  const { faults, words } = saidOf([sign.error, error]);
  return (
    <>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{words}</MessageArea>
      <FilePicker label={t(scan === null ? 'digitise.choose' : 'digitise.more')} isBusy={isBusy} onFiles={add} />
      {isBusy && <p role="status">{t('digitise.reading')}</p>}
      {scan !== null && <Pages code={dossier.code} scan={scan} />}
      {scan !== null && <SaidFields said={said} scanned={scan.pages.length} faultOf={(path) => faults.find((one) => one.field === path)?.text} onSaid={setSaid} />}
      <div className="row end">
        <span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span>
        {scan !== null && <Button look="primary" busy={sign.isPending || isBusy} onPress={() => { sign.mutate(); }}>{t('digitise.sign')}</Button>}
      </div>
    </>
  );
}

function WorkingDialog({ dossier, onClose }: { readonly dossier: OfficerDossier; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const choices = useChoices(dossier);
  const [chosen, setChosen] = useState('opinion');
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0];
  return (
    <Dialog title={t('working.digitise')} onClose={onClose} broad>
      <Select name="working" label={t('working.which')} value={chosen} choices={choices.map(({ value, label }) => ({ value, label }))} onChange={setChosen} />
      {choice !== undefined && <Scanning key={choice.value} dossier={dossier} subject={choice.subject} onClose={onClose} />}
    </Dialog>
  );
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
