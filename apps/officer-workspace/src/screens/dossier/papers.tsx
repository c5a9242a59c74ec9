// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { DraftForms, OpeningPurpose } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Button, EnterpriseCard, PaperAnswered, Select, Tag, useWords } from '@motcua/ui';
import type { IconName, Tone } from '@motcua/ui';
import { dayText, fileSizeText, listText, momentInList, momentText } from '@motcua/i18n';
import { ask, nowIso, useAddress } from '@motcua/web-kit';
import { DigitiseDialog } from './digitise.tsx';
import { FileAdvice } from './file-advice.tsx';
import { FileLink } from './paper-viewer.tsx';
import { Signatures } from './signatures.tsx';
import { WorkingPapers } from './working-papers.tsx';
import { PlaceOf } from '../papers/originals.tsx';
import { ChecksToLook } from '../catalogue/known-reasons.tsx';

type State = OfficerDossier['papers'][number]['state'];
const looks: Readonly<Record<State, { readonly tone: Tone; readonly sign: IconName }>> = {
  'not-seen': { tone: 'ink', sign: 'clock' }, 'ok': { tone: 'leaf', sign: 'check' }, 'faulty': { tone: 'lacquer', sign: 'circle-x' },
  'missing': { tone: 'turmeric', sign: 'file-plus' }, 'not-needed': { tone: 'ink', sign: 'circle-pause' },
};

/** A component kept outside the system: the mark for everybody, where to find it for those who may know. */
function SecretPaper({ dossier, no }: { readonly dossier: OfficerDossier; readonly no: number }): ReactElement | null {
  const t = useWords();
  const secret = dossier.secretPapers.find((one) => one.no === no);
  if (secret === undefined) return null;
  const { details } = secret;
  return (
    <>
      <p><Tag tone="turmeric" sign="archive">{t('secret.mark')}</Tag></p>
      {details === null ? <p className="muted">{t('secret.closed')}</p> : (
        <p className="muted">{t('secret.details', { level: t(`secrecy.${details.level}`), number: details.number, day: dayText(details.issuedOn), keeper: details.keeper, venue: details.venue, way: t(`secret-way.${details.way}`) })}</p>
      )}
    </>
  );
}

/** Bắt buộc số hóa: that a paper must be digitised, why, and whether it is. */
function ToDigitise({ dossier, no }: { readonly dossier: OfficerDossier; readonly no: number }): ReactElement | null {
  const t = useWords();
  const duty = dossier.toDigitise.find((one) => one.no === no);
  if (duty === undefined) return null;
  return <p className="row">{duty.isDone ? <Tag tone="leaf" sign="check">{t('digitise.done')}</Tag> : <Tag tone="turmeric" sign="scan-barcode">{t('digitise.must')}</Tag>}<span className="muted small">{t(`digitise.why.${duty.class}`)} · {duty.basis}</span></p>;
}

/** The draft as it will be printed, without number and signature. */
export function DraftLinks({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const word = useQuery({ queryKey: ['draft-forms', code], queryFn: () => ask(DraftForms, `/api/dossiers/${encodeURIComponent(code)}/draft`) }).data?.word === true;
  return <p><a href={`/api/dossiers/${code}/draft/pdf`} target="_blank" rel="noreferrer">{t('sign.draft-pdf')}</a>{word && <> · <a href={`/api/dossiers/${code}/draft/docx`}>{t('sign.draft-word')}</a></>}</p>;
}

/** Dữ liệu đăng ký doanh nghiệp: what the register said, each with its moment. */
function RegisterExtracts({ dossier: { extracts } }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  if (extracts.length === 0) return null;
  return <><h2>{t('enterprise.kept')}</h2><ul className="lines" role="list">{extracts.map((extract) => <li key={extract.at}><EnterpriseCard extract={extract} /></li>)}</ul></>;
}

/** Who signed and sealed the result, beside it. */
function ResultSignatures({ dossier: { code, result }, purpose }: { readonly dossier: OfficerDossier; readonly purpose: OpeningPurpose }): ReactElement | null {
  const document = result?.documentId ?? null;
  return document === null ? null : <Signatures code={code} document={document} purpose={purpose} />;
}

/** Giấy tờ: what was handed in and how it was judged; what was issued; opinions and consultations. */
export function Papers({ dossier, purpose, onPurpose }: { readonly dossier: OfficerDossier; readonly purpose: OpeningPurpose; readonly onPurpose: (purpose: OpeningPurpose) => void }): ReactElement {
  const t = useWords();
  const { code, papers, issued, draft, opinions, consultations, originals, originalReturns } = dossier;
  const mayDigitise = dossier.acts.some(({ act, allowed }) => act === 'digitise' && allowed);
  const { query } = useAddress();
  const sought = query.get('giay');
  const begun = query.get('quet');
  const [digitised, setDigitised] = useState<number | null>(begun === null ? null : Number(sought));
  const scanned = papers.find(({ no }) => no === digitised);
  return (
    <section aria-labelledby="giay">
      <h2 id="giay">{t('dossier.papers')} <span className="num">{papers.length}</span></h2>
      {dossier.toDigitise.some(({ isDone }) => !isDone) && <p className="strong">{t('digitise.left', { left: dossier.toDigitise.filter(({ isDone }) => !isDone).length, must: dossier.toDigitise.length })}</p>}
      <ChecksToLook procedure={dossier.procedure.code} stage={dossier.acceptedAt === null ? 'intake' : 'appraisal'} />
      {papers.length === 0 && <p className="muted">{t('dossier.no-papers')}</p>}
      {papers.some(({ documents }) => documents.length > 0) && (
        <Select name="opening-purpose" label={t('opening.purpose')} hint={t('opening.told')} value={purpose} choices={OpeningPurpose.options.map((value) => ({ value, label: t(`opening.purpose.${value}`) }))} onChange={(chosen) => { onPurpose(OpeningPurpose.parse(chosen)); }} />
      )}
      {originals.some(({ place }) => place !== 'applicant') && <p><a href={`/api/dossiers/${code}/originals/labels`} target="_blank" rel="noreferrer">{t('original.labels')}</a></p>}
      <ol className="lines" role="list">
        {papers.map(({ no, name, state, remark, documents, reused, answered }) => (
          <li key={no} {...(String(no) === sought ? { 'aria-current': 'true' as const } : {})}>
            <p className={String(no) === sought ? 'strong' : ''}>{listText(name)}</p>
            {answered !== undefined && <PaperAnswered answered={answered} declaration={`/api/dossiers/${code}/printed/declaration`} />}
            {reused !== undefined && <p className="muted">{t('paper.reused', { name: `${reused.name} ${reused.number ?? ''}`.trim(), code: reused.code })}</p>}
            <p className="row">{answered?.register === 'form' && state === 'not-needed' ? <Tag tone="leaf" sign="check">{t('paper.by-form')}</Tag> : <Tag {...looks[state]}>{t(`paper-state.${state}`)}</Tag>}{remark !== null && <span>{remark}</span>}</p>
            <ToDigitise dossier={dossier} no={no} />
            <SecretPaper dossier={dossier} no={no} />
            {mayDigitise && documents.every(({ name: file }) => !file.endsWith('.pdf') || !/^\d{10,12}[.-]/u.test(file)) && dossier.secretPapers.every((secret) => secret.no !== no) && <p><Button onPress={() => { setDigitised(no); }}>{t('act.digitise')}</Button></p>}
            {originals.filter((one) => one.no === no).map((one) => <p key={one.label}><PlaceOf paper={one} /></p>)}
            {documents.map(({ id, name: fileName, size, mediaType }) => <div key={id}><p><FileLink code={code} file={{ id, name: fileName, mediaType }} purpose={purpose} /> <span className="num muted small">{fileSizeText(size)}</span></p>{mediaType === 'application/pdf' && <Signatures code={code} document={id} purpose={purpose} />}<FileAdvice code={code} document={id} name={fileName} /></div>)}
          </li>
        ))}
      </ol>
      <RegisterExtracts dossier={dossier} />
      {scanned !== undefined && <DigitiseDialog dossier={dossier} paper={scanned} begun={String(scanned.no) === sought ? begun : null} onClose={() => { setDigitised(null); }} />}
      {originalReturns.length > 0 && <><h2>{t('original.returned')}</h2><ul className="lines" role="list">{originalReturns.map(({ number, at, href, receivedBy, slip }) => <li key={href}><a href={href} target="_blank" rel="noreferrer">{t(slip === null ? 'original.return-paper' : 'original.return-by-post', { number, slip: slip ?? '' })}</a> <span className="muted small">{[momentText(at), receivedBy ?? ''].filter((part) => part !== '').join(' · ')}</span></li>)}</ul></>}
      {issued.length > 0 && <><h2>{t('dossier.issued')}</h2><ul className="lines" role="list">{issued.map(({ form, href, title }, at) => <li key={at}><a href={href} target="_blank" rel="noreferrer">{title}</a>{form === 'result' && <ResultSignatures dossier={dossier} purpose={purpose} />}</li>)}</ul></>}
      {draft !== null && <><h2>{t('sign.draft')}</h2><p className="strong">{draft.title}</p><ol>{draft.provisions.map((line, at) => <li key={at}>{line}</li>)}</ol><p className="muted">{draft.by}</p><DraftLinks code={code} /></>}
      {opinions.length > 0 && <><h2>{t('dossier.opinions')}</h2>{opinions.map(({ at, who, step, text }, place) => <p key={place}><span className="muted">{t('dossier.opinion', { who, step })} {momentInList(at, nowIso())}</span><br />{text}</p>)}</>}
      <WorkingPapers dossier={dossier} purpose={purpose} mayDigitise={mayDigitise} />
      {consultations.length > 0 && (
        <>
          <h2>{t('dossier.consultations')}</h2>
          <ul className="lines" role="list">
            {consultations.map(({ id, agencyName, question, dueAt, answer, agrees }) => (
              <li key={id}>
                <p className="strong">{agencyName}</p><p>{question}</p>
                <p className="muted">{answer === null ? t('dossier.consultation-due', { at: momentText(dueAt) }) : `${t(agrees === true ? 'agree.yes' : 'agree.no')}: ${answer}`}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
