// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DocumentReportContract } from '@motcua/documents/contract';
import { Button, Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

type Report = DocumentReportContract;
const tones = { valid: 'good', invalid: 'bad', indeterminate: 'warning', unsigned: 'plain' } as const;

function Verdict({ report }: { readonly report: Report }): ReactElement {
  const t = useWords();
  return (
    <Message tone={tones[report.document]}>
      <p><strong>{t(`signatures.${report.document}`)}</strong> {report.reason}</p>
      {report.signatures.length > 0 && (
        <ul className="lines" role="list">
          {report.signatures.map(({ kind, signer, path, signedAt, timeProof, stampUntil, verdict, reason, changesAfter }, at) => (
            <li key={at}>
              <p>{t(`signatures.kind.${kind}`)}: {signer} · {t(`signatures.${verdict}`)} {reason}</p>
              <p className="muted small">{[signedAt === null ? '' : momentText(signedAt), t(`signatures.time.${timeProof}`), stampUntil === null ? '' : t('signatures.stampUntil', { day: momentText(stampUntil) }), t(`signatures.after.${changesAfter}`), path.join(' ← ')].filter((said) => said !== '').join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </Message>
  );
}

/** Kiểm tra chữ ký của một tệp PDF nộp vào, hay của kết quả: asked for by the officer, judged on the spot. */
export function Signatures({ code, document, purpose }: { readonly code: string; readonly document: string; readonly purpose: string }): ReactElement {
  const t = useWords();
  const [isAsked, setAsked] = useState(false);
  const answer = useQuery({ queryKey: ['signatures', document], enabled: isAsked, staleTime: Infinity, queryFn: () => ask(DocumentReportContract, `/api/dossiers/${code}/documents/${document}/signatures`, { purpose }) });
  if (!isAsked) return <Button look="quiet" onPress={() => { setAsked(true); }}>{t('signatures.check')}</Button>;
  if (answer.error !== null) return <Message tone="bad"><p>{failureWords(failureOf(answer.error))}</p></Message>;
  return answer.data === undefined ? <p role="status">{t('signatures.checking')}</p> : <Verdict report={answer.data} />;
}
