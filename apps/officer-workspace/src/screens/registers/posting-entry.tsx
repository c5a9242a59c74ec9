// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { MessageId, Translate } from '@motcua/i18n';
import { isMessageId } from '@motcua/i18n';
import type { AgencyOption } from '@motcua/organisation/contract';
import { useWords } from '@motcua/ui';
import { EntryDialog, codesOf, dayOf, orNull } from './entry-dialog.tsx';

const roleNames = [
  'guide', 'intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'cashier', 'consulted-officer', 'postal-worker', 'procedure-controller', 'province-leader', 'agency-administrator', 'province-administrator',
] as const;

/** A role in Vietnamese; one the catalogue does not know names itself. */
export function roleWord(role: string, t: Translate): string {
  const id = `role.${role}`;
  return isMessageId(id) ? t(id) : role;
}

/** A posting: who, as what, from where, for which procedures, until when, and who takes over. */
export function PostingEntry({ agency, agencies, onClose, onDone }: { readonly agency: string; readonly agencies: readonly AgencyOption[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const places = agencies.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <EntryDialog
      title={t('posting.add')} act="register.enter" path="/api/postings" register="postings" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'from-agency', label: 'posting.home', kind: 'choice', choices: places, start: agency, hint: 'posting.home-hint' }, { name: 'officer', label: 'posting.officer', kind: 'officer', at: 'from-agency' }, { name: 'seat', label: 'posting.seat', kind: 'choice', choices: places, optional: true, hint: 'posting.seat-hint' },
        { name: 'role', label: 'posting.role', kind: 'choice', choices: roleNames.map((role) => ({ value: role, label: t(`role.${role}` satisfies MessageId) })) }, { name: 'procedures', label: 'delegation.scope', kind: 'procedures', optional: true, hint: 'posting.scope-hint' },
        { name: 'documentNumber', label: 'delegation.number', kind: 'text' }, { name: 'from', label: 'delegation.from', kind: 'day' }, { name: 'through', label: 'delegation.through', kind: 'day', optional: true },
        { name: 'backup-agency', label: 'posting.backup-agency', kind: 'choice', choices: places, start: agency, optional: true }, { name: 'backup', label: 'posting.backup', kind: 'officer', at: 'backup-agency', optional: true },
      ]}
      body={(typed) => ({
        officer: typed['officer'], role: typed['role'], agency, unit: null, homeAgency: typed['from-agency'] === agency ? null : typed['from-agency'], seat: orNull(typed, 'seat'), procedures: codesOf(typed, 'procedures'), backup: orNull(typed, 'backup'),
        documentNumber: typed['documentNumber'], from: dayOf(typed, 'from'), through: orNull(typed, 'through') === null ? null : dayOf(typed, 'through'),
      })}
    />
  );
}

/** An absence: meanwhile the back-up of each post does its steps. */
export function AbsenceEntry({ agency, onClose, onDone }: { readonly agency: string; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  return (
    <EntryDialog
      title={t('absence.add')} act="register.enter" path="/api/absences" register="postings" onClose={onClose} onDone={onDone}
      fields={[{ name: 'officer', label: 'posting.officer', kind: 'officer', at: 'at' }, { name: 'from', label: 'delegation.from', kind: 'day' }, { name: 'through', label: 'delegation.through', kind: 'day' }, { name: 'reason', label: 'act-field.reason', kind: 'text' }]}
      body={(typed) => ({ officer: typed['officer'], agency, from: dayOf(typed, 'from'), through: dayOf(typed, 'through'), reason: typed['reason'] })} known={{ at: agency }}
    />
  );
}
