// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Section, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

type Consultation = OfficerDossier['consultations'][number];

/** Lấy ý kiến và xác minh: who was asked and what came, silence told as silence; every check with its minutes. */
export function Inquiries({ dossier }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  const { consultations, checks } = dossier;
  if (consultations.length + checks.length === 0) return null;
  return (
    <Section id="xac-minh" title={t('inquiries.title')}>
      <ul className="lines" role="list">
        {consultations.map((asked) => (
          <li key={asked.id}><p><strong>{asked.agencyName}</strong> · {t(`consultation.${standOf(asked)}`, { at: momentText(asked.dueAt), legal: asked.deemed ?? '' })}</p><p>{asked.question}</p>{asked.answer !== null && <p>{asked.answer}</p>}</li>
        ))}
        {checks.map(({ id, kind, heldAt, place, participants, content, applicantAttends, who, minutes }) => (
          <li key={id}>
            <p><strong>{t(`check.kind.${kind}`)}</strong> · {momentText(heldAt)} · {place} · {who}</p>
            <p>{content}</p><p className="muted">{t('check.participants', { who: participants })}{applicantAttends ? ` · ${t('check.applicant-told')}` : ''}</p>
            {minutes === null ? <p className="muted">{t('check.no-minutes')}</p> : (
              <>
                <p className="strong">{t('check.minutes', { at: momentText(minutes.heldAt), place: minutes.place, who: minutes.who })}</p>
                <p className="muted">{t('check.participants', { who: minutes.participants })}</p><p>{minutes.findings}</p><p>{t('check.conclusion', { text: minutes.conclusion })}</p>
                <p><a href={`/api/dossiers/${dossier.code}/checks/${id}/printed`} target="_blank" rel="noreferrer">{minutes.number === null ? t('check.print') : t('check.print-number', { number: minutes.number })}</a></p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function standOf({ answer, agrees, deemed, lapsed, silent }: Consultation): 'agrees' | 'disagrees' | 'deemed' | 'lapsed' | 'silent' | 'waiting' {
  if (answer !== null) return agrees === true ? 'agrees' : 'disagrees';
  if (deemed !== null) return 'deemed';
  if (lapsed) return 'lapsed';
  return silent ? 'silent' : 'waiting';
}
