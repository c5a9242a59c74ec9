// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { DossierCopies } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { momentText } from '@motcua/i18n';
import { Button, Dialog, ErrorSummary, LinkButton, Message, MessageArea, Section, Select, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import type { Failure } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { useMe } from '../../api.ts';

const Printed = z.object({ copyNo: z.number(), href: z.string() });

function useCopies(code: string): DossierCopies | undefined {
  const me = useMe().data;
  return useQuery({ queryKey: ['copies', code], enabled: me?.kind === 'officer' && me.acts.includes('printed-copies.read'), queryFn: () => ask(DossierCopies, `/api/dossiers/${encodeURIComponent(code)}/copies`) }).data;
}

/** Why a copy was not printed, or the copy to open. */
function Outcome({ failure, printed }: { readonly failure: Failure | null; readonly printed: z.infer<typeof Printed> | undefined }): ReactElement {
  const t = useWords();
  return (
    <>
      <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
      <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
      {printed !== undefined && <Message tone="good"><p>{t('copy.printed', { no: printed.copyNo })}</p><p><LinkButton href={printed.href}>{t('copy.open')}</LinkButton></p></Message>}
    </>
  );
}

type FormProps = { readonly dossier: OfficerDossier; readonly copies: DossierCopies; readonly only?: 'result' };

/** Asks for what a copy needs, writes it into the log and gives the copy to print. */
function CopyForm({ dossier, copies, only }: FormProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const offers = copies.offers.filter(({ paper }) => only === undefined || paper === only);
  const [clientKey, setClientKey] = useState(newClientKey);
  const [paper, setPaper] = useState(offers[0]?.paper ?? '');
  const [reason, setReason] = useState(only === 'result' ? t('copy.reason-start') : '');
  const [forWhom, setForWhom] = useState(dossier.applicant.name);
  const [sheets, setSheets] = useState('');
  const [isPressed, setPressed] = useState(false);
  const offer = offers.find((one) => one.paper === paper);
  const needsSheets = offer?.needsSheets === true;
  const missing = { reason: reason.trim() === '', forWhom: forWhom.trim() === '', sheets: needsSheets && sheets.trim() === '' };
  const print = useMutation({
    mutationFn: () => send(Printed, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(dossier.code)}/copies`, body: { clientKey, paper, reason: reason.trim(), forWhom: forWhom.trim(), sheets: needsSheets ? sheets.trim() : '' } }),
    onSuccess: async () => { setPressed(false); setSheets(''); setClientKey(newClientKey()); await dossiersChanged(queries); },
  });
  const failure = print.error === null ? null : failureOf(print.error);
  const told = failure === null ? [] : faultsOf(failure);
  const lacks = (name: keyof typeof missing, label: string): string | undefined => told.find(({ field }) => field === name)?.text ?? (isPressed && missing[name] ? t('act-field.missing', { name: label }) : undefined);
  const submit = (): void => { setPressed(true); if (!Object.values(missing).includes(true) && !print.isPending) print.mutate(); };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Outcome failure={failure} printed={print.data} />
      {only === undefined && <Select name="ban-in-giay" label={t('copy.which')} value={paper} choices={offers.map(({ paper: value, title, number }) => ({ value, label: number === '' ? title : `${title}, ${number}` }))} onChange={(chosen) => { setPaper(offers.find(({ paper: one }) => one === chosen)?.paper ?? paper); }} />}
      <TextField name="ban-in-cho" label={t('copy.for')} value={forWhom} error={lacks('forWhom', t('copy.for'))} onChange={setForWhom} />
      <TextField name="ban-in-ly-do" label={t('copy.reason')} value={reason} error={lacks('reason', t('copy.reason'))} onChange={setReason} />
      {needsSheets && <SheetsField basis={offer.basis ?? ''} inHand={copies.inHand} value={sheets} error={lacks('sheets', t('copy.sheets'))} onChange={setSheets} />}
      <div className="row end"><Button type="submit" look={only === undefined ? 'primary' : 'plain'} busy={print.isPending}>{t('copy.print')} · {t('copy.next', { no: offer?.nextNo ?? 1 })}</Button></div>
    </form>
  );
}

type SheetsFieldProps = { readonly basis: string; readonly inHand: readonly string[]; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void };

/** The numbers of the sheets in the printer, and which the reader may use. */
function SheetsField({ basis, inHand, ...field }: SheetsFieldProps): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name="sheets" label={t('copy.sheets')} hint={t('copy.sheets-hint', { basis })} {...field} />
      <p className="muted small">{inHand.length === 0 ? t('copy.none-in-hand') : t('copy.in-hand', { runs: inHand.join(', ') })}</p>
    </>
  );
}

/** Bản in giấy: the copies printed of the papers of a dossier, and the next one. */
export function Copies({ dossier }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  const copies = useCopies(dossier.code);
  const [isOpen, setOpen] = useState(false);
  if (copies === undefined || (copies.offers.length === 0 && copies.copies.length === 0)) return null;
  return (
    <Section id="ban-in" title={t('copy.section')}>
      {copies.copies.length === 0 && <p className="muted">{t('copy.none')}</p>}
      {copies.copies.length > 0 && (
        <ul className="lines" role="list">
          {copies.copies.map(({ id, paper, copyNo, forWhom, reason, who, agencyName, at, sheets, spoiled, href }) => (
            <li key={id}>
              <p>{spoiled ? <><strong>{t('copy.no-of', { no: copyNo })}</strong> <Tag tone="lacquer" sign="circle-x">{t('copy.spoiled')}</Tag></> : <a href={href} target="_blank" rel="noreferrer">{t('copy.no-of', { no: copyNo })}</a>} · {paper}{sheets.length > 0 && <> · <span className="num">{sheets.join(', ')}</span></>}</p>
              <p className="muted">{momentText(at)} · {who}, {agencyName} · {t('copy.for')}: {forWhom} · {reason}</p>
            </li>
          ))}
        </ul>
      )}
      {copies.offers.length > 0 && <div className="row"><Button onPress={() => { setOpen(true); }}>{t('copy.print')}</Button></div>}
      {isOpen && <Dialog title={t('copy.print')} onClose={() => { setOpen(false); }}><p className="muted">{t('copy.what')}</p><CopyForm dossier={dossier} copies={copies} /></Dialog>}
    </Section>
  );
}

/** Where a result is handed over: the signed result as a printed copy, for whoever wants it on paper. */
export function CopyAtHandOver({ dossier, act }: { readonly dossier: OfficerDossier; readonly act: string }): ReactElement | null {
  return act === 'return' ? <ResultOnPaper dossier={dossier} /> : null;
}

function ResultOnPaper({ dossier }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  const copies = useCopies(dossier.code);
  const [isOpen, setOpen] = useState(false);
  const result = copies?.offers.find(({ paper }) => paper === 'result');
  if (copies === undefined || result === undefined) return null;
  return (
    <>
      <p><button type="button" className="link-button" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t('copy.print-paper', { paper: result.title })}</button></p>
      {isOpen && <CopyForm dossier={dossier} copies={copies} only="result" />}
    </>
  );
}
