// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Thread } from '@motcua/ui';
import { useMessage } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';

/** Trao đổi với người nộp: what was written on this dossier, and a place to answer. */
export function DossierThread({ dossier }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const queries = useQueryClient();
  const message = useMessage({ path: `/api/dossiers/${dossier.code}/messages`, version: dossier.version, onWritten: () => dossiersChanged(queries) });
  const may = dossier.acts.some(({ act, allowed }) => act === 'write-message' && allowed);
  if (!may && dossier.messages.length === 0) return null;
  return <Thread messages={dossier.messages} reader="office" may={may} failure={message.failure} isBusy={message.isBusy} onSend={message.send} />;
}
