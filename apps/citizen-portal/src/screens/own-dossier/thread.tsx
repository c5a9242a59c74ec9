// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OwnDossier } from '@motcua/dossiers/contract';
import { Thread } from '@motcua/ui';
import { useMessage } from '@motcua/web-kit';

/** Trao đổi với cơ quan: what was written on this dossier, and a place to ask. */
export function DossierThread({ dossier }: { readonly dossier: OwnDossier }): ReactElement | null {
  const queries = useQueryClient();
  const message = useMessage({ path: `/api/my/dossiers/${dossier.code}/messages`, version: dossier.version, onWritten: () => Promise.all(['my-dossiers'].map((key) => queries.invalidateQueries({ queryKey: [key] }))) });
  const may = dossier.acts.some(({ act, allowed }) => act === 'write-message' && allowed);
  if (!may && dossier.messages.length === 0) return null;
  return <Thread messages={dossier.messages} reader="citizen" may={may} failure={message.failure} isBusy={message.isBusy} onSend={message.send} />;
}
