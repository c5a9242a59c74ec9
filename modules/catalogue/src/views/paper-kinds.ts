// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { ComponentKinds, PaperKind, PaperKinds } from '../contract/paper-kinds.ts';
import type { Procedure } from '../model.ts';
import { componentName, paperKindMatcher } from '../rules/match-paper-kind.ts';
import { confirmedComponents, storedKinds } from '../store/paper-kinds.ts';
import { newestProcedure } from './procedures.ts';

/** The standard list of papers (danh mục giấy tờ chuẩn), by name; retired kinds too, for papers that bear their code. */
export const paperKinds = async (db: Db): Promise<readonly PaperKind[]> => (await storedKinds(db)).map(({ code, name, aliases, issuingBody, heldIn, validMonths, procedure, retired }) => ({ code, name, aliases, issuingBody, heldIn, validMonths, procedure, retired }));

/** Which kind of paper each component of a procedure is, as people confirmed it. */
export type ComponentKindOf = (component: string) => string | null;

/** The confirmed kinds of a procedure's components, asked by name: null where nobody confirmed one. */
export async function componentKind(db: Db, procedure: string): Promise<ComponentKindOf> {
  const known = new Map((await confirmedComponents(db, procedure)).map(({ name, kind }) => [name, kind]));
  return (component) => known.get(componentName(component)) ?? null;
}

/** The same, and where nobody said anything yet the kind a component is called by and nothing else: enough for advice, not to leave a paper out. */
export async function componentKindOrSure(db: Db, procedure: string): Promise<ComponentKindOf> {
  const [confirmed, kinds] = await Promise.all([confirmedComponents(db, procedure), storedKinds(db)]);
  const known = new Map(confirmed.map(({ name, kind }) => [name, kind]));
  const match = paperKindMatcher(kinds);
  return (component) => {
    const name = componentName(component);
    if (known.has(name)) return known.get(name) ?? null;
    const proposed = match(component);
    return proposed?.sure === true ? proposed.code : null;
  };
}

/** The list as its screen shows it, with how many components were confirmed to be each. */
export async function paperKindList(db: Db, mayEnter: boolean): Promise<PaperKinds> {
  const [kinds, confirmed] = await Promise.all([storedKinds(db), confirmedComponents(db, null)]);
  const counts = Map.groupBy(confirmed, ({ kind }) => kind);
  return { mayEnter, kinds: kinds.map((kind) => ({ ...kind, components: counts.get(kind.code)?.length ?? 0 })) };
}

const namesIn = ({ papers }: Procedure): readonly string[] => [...new Map(papers.flatMap((group) => group.papers.map(({ name }) => [componentName(name), name] as const))).values()].filter((name) => name !== '');

/** The components of the newest version with what is confirmed and what is proposed; undefined for an unknown procedure. */
export async function componentKinds(db: Db, code: string, mayConfirm: boolean): Promise<ComponentKinds | undefined> {
  const found = await newestProcedure(db, code);
  if (found === undefined) return undefined;
  const [kinds, confirmed] = await Promise.all([storedKinds(db), confirmedComponents(db, code)]);
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const said = new Map(confirmed.map((one) => [one.name, one]));
  const match = paperKindMatcher(kinds);
  return {
    mayConfirm, kinds: kinds.filter(({ retired }) => !retired).map(({ code: kind, name }) => ({ code: kind, name })),
    components: namesIn(found.procedure).map((name) => {
      const known = said.get(componentName(name));
      const proposed = known === undefined ? match(name) : null;
      return {
        name, confirmed: known === undefined ? null : { kind: known.kind, kindName: byCode.get(known.kind ?? '')?.name ?? null, by: known.by }, proposed: proposed === null ? null : { kind: proposed.code, kindName: byCode.get(proposed.code)?.name ?? proposed.code, sure: proposed.sure },
        heldIn: byCode.get(known?.kind ?? '')?.heldIn ?? null,
      };
    }),
  };
}
