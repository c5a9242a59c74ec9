// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { AgencyOption, DelegationRow } from '@motcua/organisation/contract';
import { useWords } from '@motcua/ui';
import { EntryDialog, codesOf, dayOf, orNull } from './entry-dialog.tsx';

const kinds = ['KT', 'TL', 'TUQ', 'TM'] as const;

/** A paper enters the register, field by field as it is written. */
export function DelegationEntry({ agencies, onClose, onDone }: { readonly agencies: readonly AgencyOption[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  return (
    <EntryDialog
      title={t('delegation.add')} act="register.enter" path="/api/delegations" register="delegations" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'agency', label: 'register.agency', kind: 'choice', hint: 'delegation.agency-hint', choices: agencies.map(({ code, name }) => ({ value: code, label: name })) },
        { name: 'kind', label: 'delegation.kind', kind: 'choice', choices: kinds.map((kind) => ({ value: kind, label: t(`delegation-kind.${kind}`) })) },
        { name: 'delegator', label: 'delegation.delegator', kind: 'officer' }, { name: 'delegateAgency', label: 'delegation.delegate-agency', kind: 'choice', choices: agencies.map(({ code, name }) => ({ value: code, label: name })) },
        { name: 'delegate', label: 'delegation.delegate', kind: 'officer', at: 'delegateAgency' }, { name: 'delegateTitle', label: 'delegation.delegate-title', kind: 'text', hint: 'delegation.title-hint' },
        { name: 'number', label: 'delegation.number', kind: 'text' }, { name: 'issuedOn', label: 'delegation.issued-on', kind: 'day' }, { name: 'legalBasis', label: 'delegation.basis', kind: 'long' },
        { name: 'procedures', label: 'delegation.scope', kind: 'procedures', optional: true, hint: 'delegation.scope-hint' },
        { name: 'from', label: 'delegation.from', kind: 'day' }, { name: 'through', label: 'delegation.through', kind: 'day', optional: true, hint: 'delegation.through-hint' },
        { name: 'appraisal.by', label: 'delegation.appraised-by', kind: 'text', optional: true }, { name: 'appraisal.number', label: 'delegation.appraisal-number', kind: 'text', optional: true }, { name: 'appraisal.on', label: 'delegation.appraised-on', kind: 'day', optional: true },
      ]}
      body={(typed) => ({
        kind: typed['kind'], agency: typed['agency'], delegator: typed['delegator'], delegate: typed['delegate'], delegateTitle: typed['delegateTitle'], number: typed['number'], issuedOn: dayOf(typed, 'issuedOn'), legalBasis: typed['legalBasis'],
        procedures: codesOf(typed, 'procedures'), from: dayOf(typed, 'from'), through: orNull(typed, 'through') === null ? null : dayOf(typed, 'through'),
        appraisal: orNull(typed, 'appraisal.by') === null ? null : { by: typed['appraisal.by'], number: typed['appraisal.number'], on: dayOf(typed, 'appraisal.on') },
      })}
    />
  );
}

/** A paper is taken back: from which day, by which paper, why. */
export function RevocationEntry({ row, onClose, onDone }: { readonly row: DelegationRow; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  return (
    <EntryDialog
      title={t('delegation.revoke-title', { number: row.number, name: row.delegate.name })} act="delegation.revoke" path={`/api/delegations/${row.id}/revocation`} register="delegations" isEnding onClose={onClose} onDone={onDone}
      fields={[
        { name: 'from', label: 'delegation.revoked-from', kind: 'day' }, { name: 'number', label: 'delegation.revocation-number', kind: 'text' }, { name: 'reason', label: 'act-field.reason', kind: 'long' },
        ...(row.kind === 'TUQ' ? [{ name: 'competenceMoved', label: 'delegation.competence-moved', kind: 'yes' } as const] : []),
      ]}
      body={(typed) => ({ from: dayOf(typed, 'from'), number: typed['number'], reason: typed['reason'], competenceMoved: typed['competenceMoved'] === 'yes' })}
    />
  );
}
