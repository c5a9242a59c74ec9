// SPDX-License-Identifier: EUPL-1.2
import { type KeyPlace, KeyRefused, RevocationUnknown, certificateFacts, enterSigningMeans, isRevoked } from '@motcua/documents';
import { type Officer, fold, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Outcome } from './perform.ts';

/** How long a place has to show a certificate; milliseconds. */
const patience = 20_000;

const accountFault = (text: string): ReturnType<typeof refuse<{ readonly code: 'fields-to-mend'; readonly fields: readonly { readonly path: string; readonly label: string; readonly text: string }[] }>> =>
  refuse({ code: 'fields-to-mend' as const, fields: [{ path: 'account', label: 'Tài khoản', text }] });

/**
 * Ghi danh khóa ký: an officer enters a key that lies elsewhere. Its certificate is asked for at once: it must be in the officer's name, in date and not taken back.
 *
 * @error key-refused, certificate-expired, certificate-revoked
 * @error means-unknown - this installation reaches no such place
 * @legal nd-30-2020/digital-signature
 */
export async function enrolSigningMeans(ctx: DossierContext, { officer, kind, account }: { readonly officer: Officer; readonly kind: KeyPlace; readonly account: string }): Promise<Outcome<{ readonly id: string }>> {
  const keys = ctx.keysElsewhere;
  if (keys?.kinds.includes(kind) !== true) return refuse({ code: 'means-unknown' });
  const at = ctx.clock.now();
  try {
    const identity = await keys.identity({ kind, account, name: officer.name }, { pin: null, patience });
    const { name, validFrom, validUntil } = certificateFacts(identity.certificate);
    if (fold(name) !== fold(officer.name)) return accountFault(`Chứng thư số của tài khoản này mang tên «${name}», không phải ${officer.name}. Ghi tài khoản của chính mình.`);
    if (Temporal.Instant.compare(at, validFrom) < 0 || Temporal.Instant.compare(at, validUntil) >= 0) return refuse({ code: 'certificate-expired', who: name, until: validUntil.toString() });
    if (ctx.proofs !== undefined && await isRevoked(identity, ctx.proofs.revocation)) return refuse({ code: 'certificate-revoked', who: name });
    const id = await enterSigningMeans(ctx.db, { officer: officer.id, kind, account, certificate: identity.certificate, at });
    return id === undefined ? accountFault('Khóa ký này đã ghi danh rồi.') : ok({ id });
  } catch (fault) {
    if (fault instanceof KeyRefused) return refuse({ code: 'key-refused', why: fault.message });
    if (fault instanceof RevocationUnknown) return refuse({ code: 'proof-unavailable', why: fault.message });
    throw fault;
  }
}
