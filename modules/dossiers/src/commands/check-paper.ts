// SPDX-License-Identifier: EUPL-1.2
import { type ContentUse, type TokenClaims, documentsWithContent, tokenKeyOf, verifyToken } from '@motcua/documents';
import { officeMinuteText } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { CheckPaper, CheckedPaper } from '../contract.ts';
import { issuedAs } from '../lifecycle/issued-papers.ts';
import type { Dossier } from '../model.ts';
import { checkTerms, termOfCode, titleOfKind } from '../papers/titles.ts';
import { foldedEach, load } from '../store/ledger.ts';
import { printedWith } from '../store/printed-files.ts';
import { logCheck } from '../store/paper-checks.ts';
import { type Replacement, replacedIn } from '../views/replaced-paper.ts';

type Fact = { readonly term: string; readonly value: string };
type Found = { readonly kind: string; readonly code: string; readonly number: string; readonly dossier: Dossier | undefined; readonly facts: readonly Fact[]; readonly replaced: Replacement | null };

const minute = (at: Temporal.Instant): string => officeMinuteText(at);

async function byCode(ctx: DossierContext, text: string): Promise<Found | null> {
  const { publicKeys } = await tokenKeyOf(ctx.db, ctx.secret, ctx.clock.now());
  // What people paste is the whole address as often as the code in it.
  const token = verifyToken(publicKeys, text.slice(text.lastIndexOf('/') + 1));
  if (!token.ok) return null;
  const { k: kind, c: code, d, iat }: TokenClaims = token.value;
  const dossier = (await load(ctx.db, code))?.dossier;
  const said = Object.entries(d).flatMap(([key, value]) => (checkTerms[key] === undefined ? [] : [{ term: checkTerms[key], value }]));
  return {
    kind, code, number: d['n'] ?? '', dossier, facts: [{ term: termOfCode(code), value: code }, { term: 'Lập lúc', value: minute(Temporal.Instant.fromEpochMilliseconds(iat * 1000)) }, ...said],
    replaced: dossier === undefined ? null : replacedIn(dossier, { kind, issued: iat, number: d['n'] }),
  };
}

const isOurs = ({ ownerKind, purpose }: ContentUse): boolean => ownerKind === 'issued-paper' || (ownerKind === 'dossier' && purpose === 'result');

async function byContent(ctx: DossierContext, sha256: string): Promise<Found | null> {
  const use = (await documentsWithContent(ctx.db, sha256)).find(isOurs);
  const printed = use === undefined ? await printedWith(ctx.db, sha256) : undefined;
  const [dossier] = await foldedEach(ctx.db, [use?.ownerRef ?? printed?.dossier].filter((id) => id !== undefined));
  const issued = dossier === undefined ? null : use === undefined ? printed ?? null : issuedAs(dossier, use);
  if (dossier === undefined || issued === null) return null;
  const { kind, number, at } = issued;
  const agency = await findAgency(ctx.db, kind === 'result' ? dossier.agencies.solving : dossier.agencies.receiving);
  return {
    kind, code: dossier.code, number, dossier, replaced: replacedIn(dossier, { kind, issued: Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000), number }),
    facts: [{ term: 'Mã hồ sơ', value: dossier.code }, { term: 'Lập lúc', value: minute(Temporal.Instant.from(at)) }, { term: 'Cơ quan', value: agency?.name ?? '' }, { term: 'Số', value: number }],
  };
}

const replacedFacts = ({ isRevoked, replacedAt, by }: Replacement): readonly Fact[] =>
  [{ term: isRevoked ? 'Bị thu hồi lúc' : 'Đã được thay lúc', value: minute(Temporal.Instant.from(replacedAt)) }, { term: isRevoked ? 'Quyết định thu hồi, số' : 'Giấy thay, số', value: by }];

/**
 * Kiểm tra giấy: whether a paper is ours, unchanged and still counts. Anybody may ask, and is told what the paper itself says.
 * Each check by a person is written down for the issuer: when, which paper, what came of it, not who asked. A robot that previews a link is answered and not counted.
 */
export async function checkPaper(ctx: DossierContext, asked: CheckPaper, by: 'person' | 'robot' = 'person'): Promise<CheckedPaper> {
  const at = ctx.clock.now();
  const way = 'code' in asked ? 'code' : 'file';
  const found = 'code' in asked ? await byCode(ctx, asked.code) : await byContent(ctx, asked.sha256);
  if (found === null) {
    if (by === 'person') await logCheck(ctx.db, { at, way, verdict: 'mismatch', paper: null });
    return { verdict: 'mismatch', paper: null, facts: [], at: at.toString() };
  }
  const { kind, code, number, dossier, replaced, facts } = found;
  const verdict = replaced === null ? 'genuine' : replaced.isRevoked ? 'revoked' : 'replaced';
  if (by === 'person') await logCheck(ctx.db, { at, way, verdict, paper: { kind, code, number, agencies: dossier === undefined ? [] : [...new Set(Object.values(dossier.agencies))] } });
  return { verdict, paper: titleOfKind(kind), facts: [...facts, ...replaced === null ? [] : replacedFacts(replaced)], at: at.toString() };
}
