// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, type PublishedProcedure, abolitionOf, procedureVersions } from '@motcua/catalogue';
import type { ProcedurePage, VersionsPage } from '@motcua/citizen-portal/props';
import type { Db } from '@motcua/db-kit';

type Version = ProcedurePage['version'];

const hrefOf = (code: string): string => `/thu-tuc/${encodeURIComponent(code)}`;

function standingOn(day: string, { validFrom, validUntil }: PublishedProcedure, isFirst: boolean): Version['standing'] {
  if (validUntil !== null && validUntil <= day) return 'over';
  return validFrom > day && !isFirst ? 'coming' : 'in-force';
}

/** The versions of a procedure, newest first, each with how it stands on `day`. */
async function standings(db: Db, code: string, day: string) {
  return (await procedureVersions(db, code)).map((found) => ({ ...found, standing: standingOn(day, found, found.openStart) }));
}

/** Every version of a procedure as its page lists them. */
export async function listedVersions(db: Db, code: string, day: string): Promise<readonly (VersionsPage['versions'][number] & { readonly name: string })[]> {
  return (await standings(db, code, day)).map(({ procedure, version, validFrom, validUntil, standing }) => ({
    version, name: procedure.name, href: `${hrefOf(code)}?ban=${version}`, decision: procedure.decision, since: validFrom, until: validUntil, standing,
  }));
}

/** The version a page shows: the one asked for, else the one that counts on `day`, else the newest; undefined when there is none. */
export async function shownVersion(db: Db, code: string, asked: { readonly day: string; readonly version: number | undefined }): Promise<{ readonly procedure: Procedure; readonly version: Version } | undefined> {
  const versions = await standings(db, code, asked.day);
  const current = versions.find(({ standing }) => standing === 'in-force');
  const shown = asked.version === undefined ? current ?? versions[0] : versions.find(({ version }) => version === asked.version);
  if (shown === undefined) return undefined;
  const next = versions.find(({ version, validFrom }) => version === shown.version + 1 && validFrom === shown.validUntil);
  return { procedure: shown.procedure, version: {
    since: shown.validFrom, until: shown.validUntil, standing: shown.standing, currentHref: current === undefined || current === shown ? null : hrefOf(code),
    next: next === undefined ? null : { href: `${hrefOf(code)}?ban=${next.version}`, since: next.validFrom },
    abolishedBy: shown.validUntil === null || next !== undefined ? null : await abolitionOf(db, code, shown.version), earlierHref: versions.length > 1 ? `${hrefOf(code)}/ban-cu` : null,
  } };
}
