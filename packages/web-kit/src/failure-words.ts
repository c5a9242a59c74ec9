// SPDX-License-Identifier: EUPL-1.2
import { t } from '@motcua/i18n';
import type { Failure } from './api.ts';

/** A failure in the words of the handbook: what happened, and what to do next. */
export function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'refused': return [...new Set([failure.problem.title, failure.problem.detail, ...faultsOf(failure).map(({ text }) => text)])].filter((part) => part !== undefined).join(' ');
    case 'signed-out': return t('failure.signed-out');
    case 'offline': return t('failure.offline');
    case 'broken': return failure.incident === null ? t('failure.broken') : t('failure.broken-incident', { incident: failure.incident });
  }
}

/** The places to mend, by the path of their field. */
export function faultsOf(failure: Failure): readonly { readonly field: string; readonly text: string }[] {
  if (failure.kind !== 'refused') return [];
  return (failure.problem.errors ?? []).map(({ path, label, text }) => ({ field: path, text: named(label, text) }));
}

/** The words of a fault with the name of its field in front, unless they begin with it: «Mã tổ chức có 10 chữ số» is not «Mã: Mã tổ chức…». */
function named(label: string | undefined, text: string): string {
  return label === undefined || text.toLocaleLowerCase('vi').startsWith(`${label.toLocaleLowerCase('vi')} `) ? text : `${label}: ${text}`;
}
