// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DraftFile } from '@motcua/dossiers/contract';
import type { OwnUploads } from '@motcua/dossiers/contract';
import { Button, Select, useWords } from '@motcua/ui';
import { dayText } from '@motcua/i18n';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import type { z } from 'zod';

type OwnPapersProps = { readonly draftId: string; readonly paperNo: number; readonly papers: OwnUploads['papers']; readonly onKept: (file: z.infer<typeof DraftFile>) => void };

/** Giấy tự tải lên kho, attached to a component in one press: those of its kind first, the newest chosen already, then those it calls by name, then the others while its kind is not known. */
export function OwnPapers({ draftId, paperNo, papers, onKept }: OwnPapersProps): ReactElement | null {
  const t = useWords();
  const fitting = papers.filter(({ fits }) => fits.includes(paperNo));
  const named = papers.filter((one) => one.named.includes(paperNo));
  const offered = [...fitting, ...named, ...papers.filter(({ open }) => open.includes(paperNo))];
  const [chosen, setChosen] = useState(fitting[0]?.entry ?? '');
  const take = useMutation({ mutationFn: (entry: string) => send(DraftFile, { method: 'POST', path: `/api/drafts/${draftId}/own-uploads`, body: { entry, paperNo } }), onSuccess: onKept });
  if (offered.length === 0) return null;
  const label = ({ name, number, issuedOn }: OwnUploads['papers'][number]): string => [`${name} ${number ?? ''}`.trim(), issuedOn === null ? null : t('vault.issued-on', { day: dayText(issuedOn) })].filter((part) => part !== null).join(', ');
  return (
    <div className="stack">
      <Select name={`tu-tai-len-${String(paperNo)}`} label={t('own-upload.from-vault')} empty={t('own-upload.none-chosen')} value={chosen} error={take.error === null ? undefined : failureWords(failureOf(take.error))} choices={offered.map((one) => ({ value: one.entry, label: label(one) }))} onChange={setChosen} />
      {chosen !== '' && <p><Button busy={take.isPending} onPress={() => { take.mutate(chosen); }}>{t('own-upload.use')}</Button></p>}
    </div>
  );
}
