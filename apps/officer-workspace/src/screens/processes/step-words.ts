// SPDX-License-Identifier: EUPL-1.2
import { isMessageId } from '@motcua/i18n';
import type { MessageId, Translate } from '@motcua/i18n';

const known = (id: string, otherwise: MessageId): MessageId => (isMessageId(id) ? id : otherwise);

/** The message of a role of the model; what no role is called says so. */
export const roleWord = (role: string): MessageId => known(`role.${role}`, 'step.no-role');
/** What finishes a step. */
export const actWord = (act: string): MessageId => known(`step.act.${act}`, 'step.act.none');
export const signatureWord = (signature: string): MessageId => known(`step.signature.${signature}`, 'step.signature.none');

/** Where a step is done: a word of the process, or an agency's code. */
export const agencyWord = (t: Translate, agency: string): string => {
  const id = `step.agency.${agency === '' ? 'competent' : agency}`;
  return isMessageId(id) ? t(id) : agency;
};
