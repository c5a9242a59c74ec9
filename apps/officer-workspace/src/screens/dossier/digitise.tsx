// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { OfficerDossier, Scan } from '@motcua/dossiers/contract';
import { Checkbox, Dialog, ErrorSummary, FileAdviceLines, MessageArea, Select, TextField, useWords } from '@motcua/ui';
import { listText } from '@motcua/i18n';
import { AboutFields, aboutRead, isAbout, sentAbout } from './digitised-about.tsx';
import { FilePicker, Pages, SignRow, saidOf, useScan } from './scan-parts.tsx';
import { OnRequest } from './digitise-on-request.tsx';
import { useActSubmission } from './act-submission.ts';
import { KeyFields, Waiting, ownKeys, useSigningMeans } from './signing-key.tsx';
import type { KeyChoice } from './signing-key.tsx';
import type { About } from './digitised-about.tsx';

type Paper = OfficerDossier['papers'][number];
type DigitiseProps = { readonly dossier: OfficerDossier; readonly paper: Paper; /** A scan that was begun elsewhere, to go on with; null: none. */ readonly begun: string | null; readonly onClose: () => void };
type Values = readonly { readonly name: string; readonly value: string }[];

type ComparedProps = {
  readonly scan: Scan; readonly pages: string; readonly kind: string; readonly values: Values; readonly about: About; readonly faultOf: (path: string) => string | undefined; readonly onAbout: (about: About) => void;
  readonly onPages: (typed: string) => void; readonly onKind: (code: string) => void; readonly onValues: (values: Values) => void;
};

/** What the officer says after comparing: pages of the paper, its kind, and the values that were read. */
function Compared({ scan, pages, kind, values, about, faultOf, onAbout, onPages, onKind, onValues }: ComparedProps): ReactElement {
  const t = useWords();
  return (
    <>
      {scan.advice.length > 0 && <FileAdviceLines name={listText(scan.paperName)} advice={{ checked: true, advice: scan.advice }} />}
      <TextField name="pagesOnPaper" label={t('digitise.pages-on-paper')} hint={t('digitise.pages-hint', { scanned: scan.pages.length })} width="day" typing={{ inputMode: 'numeric' }} value={pages} error={faultOf('pagesOnPaper')} onChange={onPages} />
      {scan.kind === null
        ? <Select name="kind" label={t('digitise.kind')} value={kind} empty="" error={faultOf('kind')} choices={scan.kinds.map(({ code, name }) => ({ value: code, label: name }))} onChange={onKind} />
        : <p>{t('digitise.code', { kind: scan.kind.name, code: scan.code ?? '' })}</p>}
      <AboutFields about={about} months={(scan.kind ?? scan.kinds.find(({ code }) => code === kind))?.validMonths ?? null} faultOf={faultOf} onAbout={onAbout} />
      {values.length > 0 && (
        <fieldset className="stack">
          <legend>{t('digitise.values')}</legend>
          {values.map(({ name, value }, place) => <TextField key={name} name={`value-${String(place)}`} label={name} value={value} onChange={(typed) => { onValues(values.map((one, index) => (index === place ? { ...one, value: typed } : one))); }} />)}
        </fieldset>
      )}
    </>
  );
}

type Typed = { readonly scan: string | undefined; readonly notes: string | undefined; readonly pages: string; readonly kind: string; readonly bearsNotes: boolean; readonly values: Values; readonly about: About; readonly isAsked: boolean; readonly receipt: string };

/** What travels of what was compared. */
const sentOf = ({ scan, notes, pages, kind, bearsNotes, values, about, isAsked, receipt }: Typed): object => ({
  scan, pagesOnPaper: Number(pages), kind: kind === '' ? null : kind, bearsNotes, withNotes: notes ?? null, values: values.filter(({ value }) => value.trim() !== ''), about: sentAbout(about),
  onRequest: isAsked ? { receiptNumber: receipt.trim() === '' ? null : receipt.trim() } : null,
});

/** Số hóa một giấy: scan, compare with the paper, confirm what was read, sign. */
export function DigitiseDialog(props: DigitiseProps): ReactElement | null {
  const keys = useSigningMeans(true);
  // The keys are there first: a choice that comes later would change under the hand.
  return keys.isLoading ? null : <Digitising {...props} keys={ownKeys(keys.data)} />;
}

function Digitising({ dossier, paper, begun, keys, onClose }: DigitiseProps & { readonly keys: KeyChoice | null }): ReactElement {
  const t = useWords();
  const first = useScan(dossier.code, { paperNo: paper.no }, begun);
  const second = useScan(dossier.code, { paperNo: paper.no });
  const [pages, setPages] = useState('');
  const [kind, setKind] = useState('');
  const [bearsNotes, setBearsNotes] = useState(false);
  const [values, setValues] = useState<Values | null>(null);
  const [typedAbout, setAbout] = useState<About | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [receipt, setReceipt] = useState('');
  const { scan } = first;
  const confirmed = values ?? (scan?.values ?? []).filter(({ name }) => !isAbout(name));
  const about = typedAbout ?? aboutRead(scan?.values ?? []);
  // Scan and scan with notes are two files: a key elsewhere confirms one.
  const choice = bearsNotes ? null : keys;
  const { doIt: sign, picked, pick, isPressed, waiting, said, ...submission } = useActSubmission({
    dossier, keys: choice, path: () => 'digitised', elsewhere: 'digitised-signing', onDone: onClose,
    body: () => sentOf({ scan: scan?.id, notes: second.scan?.id, pages, kind, bearsNotes, values: confirmed, about, isAsked, receipt }),
  });
  const { faults, words } = saidOf([sign.error, first.error, second.error]);
  if (waiting !== null) return <Waiting id={waiting} onClose={onClose} onSigned={submission.signed} onNot={submission.notSigned} />;
  return (
    <Dialog title={t('act.digitise')} onClose={onClose} broad>
      <p className="muted clamped">{listText(paper.name)}</p>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{`${words}${said}`}</MessageArea>
      <FilePicker label={t(scan === null ? 'digitise.choose' : 'digitise.more')} isBusy={first.isBusy} onFiles={first.add} />
      {first.isBusy && <p role="status">{t('digitise.reading')}</p>}
      {scan !== null && (
        <>
          <Pages code={dossier.code} scan={scan} onArrange={first.arrange} />
          <Compared scan={scan} pages={pages} kind={kind} values={confirmed} about={about} onAbout={setAbout} faultOf={(path) => faults.find((one) => one.field === path)?.text} onPages={setPages} onKind={setKind} onValues={setValues} />
          <OnRequest scan={scan} isAsked={isAsked} receipt={receipt} faultOf={(path) => faults.find((one) => one.field === path)?.text} onAsked={setAsked} onReceipt={setReceipt} />
          <Checkbox name="bearsNotes" label={t('digitise.bears-notes')} checked={bearsNotes} onChange={(checked) => { setBearsNotes(checked); second.clear(); }} />
          {bearsNotes && <FilePicker label={t('digitise.choose-notes')} isBusy={second.isBusy} onFiles={second.add} />}
          {second.scan !== null && <Pages code={dossier.code} scan={second.scan} onArrange={second.arrange} />}
          <KeyFields keys={choice} picked={picked} isPressed={isPressed} onPick={pick} />
        </>
      )}
      <SignRow hasScan={scan !== null} busy={[sign.isPending, first.isBusy, second.isBusy].includes(true)} onClose={onClose} onSign={submission.submit} />
    </Dialog>
  );
}
