// SPDX-License-Identifier: EUPL-1.2
import type { ComponentType } from 'react';
import type { MessageId } from '@motcua/i18n';
import { lazy } from '@motcua/ui';
import type { Finding } from '@motcua/proposals/contract';

/** What an editor of a kind is given: it shows a content and tells the next one, and keeps nothing itself. */
export type EditorProps = {
  /** Id of the bản soạn. */
  readonly proposal: string;
  readonly content: unknown;
  readonly onChange: (next: unknown) => void;
  readonly findings: readonly Finding[];
  /** Code or key of the subject. */
  readonly subject: string;
  readonly isReadOnly: boolean;
};

/** The editor of each kind, loaded when a bản soạn of it is opened. */
export const editors: Readonly<Record<string, ComponentType<EditorProps> | undefined>> = {
  eform: lazy(async () => ({ default: (await import('../eforms/editor.tsx')).EformEditor })),
  'paper-template': lazy(async () => ({ default: (await import('../paper-templates/template-editor.tsx')).TemplateEditor })),
  messages: lazy(async () => ({ default: (await import('../messages/message-editor.tsx')).MessageEditor })),
  procedure: lazy(async () => ({ default: (await import('../catalogue/procedure-editor.tsx')).ProcedureEditor })),
  fees: lazy(async () => ({ default: (await import('../catalogue/fees-editor.tsx')).FeesEditor })),
  guide: lazy(async () => ({ default: (await import('../catalogue/guide-editor.tsx')).GuideEditor })),
  checklist: lazy(async () => ({ default: (await import('../catalogue/checklist-editor.tsx')).ChecklistEditor })),
  abolition: lazy(async () => ({ default: (await import('../catalogue/abolition-editor.tsx')).AbolitionEditor })),
  pack: lazy(async () => ({ default: (await import('../packs/pack-content.tsx')).PackContent })),
  review: lazy(async () => ({ default: (await import('../reviews/review-editor.tsx')).ReviewEditor })),
  process: lazy(async () => ({ default: (await import('../processes/designer/editor.tsx')).ProcessEditor })),
};

/** Kinds whose content is not written here: it came signed. */
export const fixedKinds: ReadonlySet<string> = new Set(['pack']);

/** Kinds that can be tried on past dossiers; a pack is tried by what is in it. */
export const triedKinds: ReadonlySet<string> = new Set(['procedure', 'process', 'eform', 'pack']);

type ProposalAct = 'submission' | 'return' | 'withdrawal' | 'publication';

const actWords: Readonly<Record<string, Partial<Record<ProposalAct, MessageId>> | undefined>> = { review: { submission: 'review.act.submission', publication: 'review.act.publication' } };

/** What an act is called for a kind: a review is approved where a text is published. */
export const actWord = (kind: string, act: ProposalAct): MessageId => actWords[kind]?.[act] ?? `proposal.act.${act}`;

/** The key of a subject where people know it; a review's is nothing to read. */
export const shownKey = ({ kind, key }: { readonly kind: string; readonly key: string }): string => (kind === 'review' ? '' : key);
