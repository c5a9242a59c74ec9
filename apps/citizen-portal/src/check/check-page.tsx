// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';
import { Button, Message, Page, TextArea, Upload, useWords } from '@motcua/ui';
import { stepsOf, useOnline } from '@motcua/web-kit';
import { Camera } from './camera.tsx';
import { type Outcome, checkCode, checkFile } from './check.ts';
import { keepPage } from './kept-keys.ts';
import { OutcomeCard } from './outcome.tsx';

const printed = '/x/';
const codeInAddress = (): string => (location.pathname.startsWith(printed) ? stepsOf(location.pathname.slice(printed.length)).join('/') : '');

type Said = { readonly owner: string; readonly hotline: string; readonly worker: string };

/** Kiểm tra giấy: by the camera, a picture or file, or the code typed in; with and without a line. */
export function CheckPage({ owner, hotline, worker }: Said): ReactElement {
  const t = useWords();
  const isOnline = useOnline();
  const [typed, setTyped] = useState(codeInAddress);
  const [isScanning, setScanning] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isKept, setKept] = useState(false);
  const [problem, setProblem] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const told = useCallback((checked: Outcome): void => {
    setOutcome(checked);
    setBusy(false);
    place.current?.focus();
  }, []);
  const show = (checking: Promise<Outcome>): void => {
    setBusy(true);
    setProblem('');
    void checking.then(told);
  };
  useEffect(() => {
    const given = codeInAddress();
    if (given !== '') void checkCode(given).then(told);
    void keepPage(worker).then(setKept);
  }, [told, worker]);
  const seen = useCallback((code: string) => { setScanning(false); setTyped(code); void checkCode(code).then(told); }, [told]);
  const unseen = useCallback(() => { setScanning(false); setProblem(t('paper-check.no-camera')); }, [t]);
  const typedIn = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') { show(checkCode(typed)); return; }
    setOutcome(null);
    setProblem(t('paper-check.nothing-typed'));
  };
  return (
    <Page title={t('verify.title')}>
      <p>{t('paper-check.intro', { owner })}</p>
      {!isOnline && <Message tone="warning">{t('paper-check.no-line')}</Message>}
      <div ref={place} tabIndex={-1} className="stack" aria-live="polite">{isBusy ? <p>{t('paper-check.checking')}</p> : outcome !== null && <OutcomeCard outcome={outcome} owner={owner} hotline={hotline} />}</div>
      <div className="halves">
        <section className="card stack" aria-labelledby="bang-may-anh">
          <h2 id="bang-may-anh">{t('paper-check.by-camera')}</h2>
          {isScanning ? <Camera onCode={seen} onFailure={unseen} onClose={() => { setScanning(false); }} /> : <Button look="primary" onPress={() => { setProblem(''); setScanning(true); }}>{t('paper-check.camera-open')}</Button>}
          <Upload name="tep" label={t('paper-check.choose-file')} hint={t('paper-check.file-hint')} accept="image/*,application/pdf" onFiles={([file]) => { if (file !== undefined) show(checkFile(file)); }} />
        </section>
        <form className="card stack" aria-labelledby="bang-ma" onSubmit={typedIn}>
          <h2 id="bang-ma">{t('paper-check.by-code')}</h2>
          <TextArea name="ma" label={t('paper-check.code')} hint={t('paper-check.code-hint')} rows={3} value={typed} onChange={setTyped} error={problem === '' ? undefined : problem} />
          <Button type="submit" busy={isBusy}>{t('paper-check.check')}</Button>
        </form>
      </div>
      {isKept && <p className="muted small" role="status">{t('paper-check.kept')}</p>}
    </Page>
  );
}
