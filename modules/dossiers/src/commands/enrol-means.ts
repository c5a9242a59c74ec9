// SPDX-License-Identifier: EUPL-1.2
import { type KeyPlace, KeyRefused, RevocationUnknown, type SigningIdentity, certificateFacts, enterSigningMeans, isRevoked } from '@motcua/documents';
import { type Officer, fold, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import { agencyKeysKept } from '../permissions.ts';
import type { Outcome } from './perform.ts';

/** How long a place has to show a certificate; milliseconds. */
const patience = 20_000;

const accountFault = (text: string): ReturnType<typeof refuse<{ readonly code: 'fields-to-mend'; readonly fields: readonly { readonly path: string; readonly label: string; readonly text: string }[] }>> =>
  refuse({ code: 'fields-to-mend' as const, fields: [{ path: 'account', label: 'Tài khoản', text }] });

/** Whether a certificate is in its owner's name, in date and not taken back. */
async function certificateCounts(ctx: DossierContext, identity: SigningIdentity, { owner, agency, at }: { readonly owner: string; readonly agency: string | null; readonly at: Temporal.Instant }): Promise<Outcome<null>> {
  const { name, validFrom, validUntil } = certificateFacts(identity.certificate);
  if (fold(name) !== fold(owner)) return accountFault(`Chứng thư số của tài khoản này mang tên «${name}», không phải ${owner}. ${agency === null ? 'Ghi tài khoản của chính mình.' : 'Ghi tài khoản của cơ quan.'}`);
  if (Temporal.Instant.compare(at, validFrom) < 0 || Temporal.Instant.compare(at, validUntil) >= 0) return refuse({ code: 'certificate-expired', who: name, until: validUntil.toString() });
  return ctx.proofs !== undefined && await isRevoked(identity, ctx.proofs.revocation) ? refuse({ code: 'certificate-revoked', who: name }) : ok(null);
}

/** `agency`: whose seal the key makes; null: the officer's own. */
type Enrolled = { readonly officer: Officer; readonly agency: string | null; readonly kind: KeyPlace; readonly account: string };

/**
 * Ghi danh khóa ký: an officer enters a key that lies elsewhere, his own or that of an agency whose seal he puts on. Its certificate is asked for at once: it must be in the owner's name, in date and not taken back.
 *
 * @error key-refused, certificate-expired, certificate-revoked
 * @error means-unknown - this installation reaches no such place
 * @error not-permitted - he does not put on the seal of this agency
 * @legal nd-30-2020/digital-signature
 */
export async function enrolSigningMeans(ctx: DossierContext, { officer, agency, kind, account }: Enrolled): Promise<Outcome<{ readonly id: string }>> {
  const keys = ctx.keysElsewhere;
  if (agency !== null && !agencyKeysKept(officer).includes(agency)) return refuse({ code: 'not-permitted', act: 'issue' });
  const owner = agency === null ? officer.name : (await findAgency(ctx.db, agency))?.name ?? agency;
  if (keys?.kinds.includes(kind) !== true) return refuse({ code: 'means-unknown' });
  const at = ctx.clock.now();
  try {
    const identity = await keys.identity({ kind, account, owner: agency === null ? 'officer' : 'agency', name: owner }, { pin: null, patience });
    const counts = await certificateCounts(ctx, identity, { owner, agency, at });
    if (!counts.ok) return counts;
    const id = await enterSigningMeans(ctx.db, { officer: officer.id, agency, kind, account, certificate: identity.certificate, at });
    return id === undefined ? accountFault('Khóa ký này đã ghi danh rồi.') : ok({ id });
  } catch (fault) {
    if (fault instanceof KeyRefused) return refuse({ code: 'key-refused', why: fault.message });
    if (fault instanceof RevocationUnknown) return refuse({ code: 'proof-unavailable', why: fault.message });
    throw fault;
  }
}
