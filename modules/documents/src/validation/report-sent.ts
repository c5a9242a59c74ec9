// SPDX-License-Identifier: EUPL-1.2
import type { DocumentReportContract } from '../contract.ts';
import type { DocumentReport } from './model.ts';

/** A report as it travels to browsers and partners: instants as texts, without the codes of the reader. */
export function reportSent({ document, reason, signatures }: DocumentReport): DocumentReportContract {
  return { document, reason, signatures: signatures.map(({ code: _code, path, signedAt, stampUntil, ...about }) => ({ ...about, path: [...path], signedAt: signedAt?.toString() ?? null, stampUntil: stampUntil?.toString() ?? null })) };
}
