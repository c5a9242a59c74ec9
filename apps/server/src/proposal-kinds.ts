// SPDX-License-Identifier: EUPL-1.2
import { abolitionKind, companionKinds, handlingsOf, papersUnsaid, procedureKind, unknownProcedures } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { testAuthorityOf } from '@motcua/documents';
import type { DossierContext, DryRunItem } from '@motcua/dossiers';
import { eformKind } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { messageKind } from '@motcua/messages';
import { packItems, packKind, publisherRoots } from '@motcua/packs';
import type { PackContext } from '@motcua/packs/http';
import { answersNamed, paperTemplateKind, templatesOn } from '@motcua/paper-templates';
import { type ProposalKind, proposed } from '@motcua/proposals';
import { reviewKind } from '@motcua/reform';
import { type ProcessNeighbours, processKind } from '@motcua/workflow';

type Parts = DossierContext & { readonly neighbours: ProcessNeighbours };

/** What may be drafted in the product, each by its owner; what others name stands before them. */
const kindsOf = ({ neighbours, ...context }: Parts): readonly ProposalKind[] => [
  eformKind({ ...context, namedElsewhere: answersNamed, papersUnsaid }), processKind(neighbours, context.clock), procedureKind(context), ...companionKinds(context),
  messageKind({ unknownProcedures }), paperTemplateKind({ unknownProcedures, knowsAgency: async (db, code) => await findAgency(db, code) !== undefined }),
];

/** What packs are made of, whose signatures are believed, and what belongs to a procedure. */
export function packContext(context: Parts): PackContext {
  const { db, clock, secret } = context;
  const kinds = kindsOf(context);
  return {
    db, clock, secret, kinds,
    trust: async (at) => ({ roots: [(await testAuthorityOf(at, secret, clock.now())).root, ...await publisherRoots(at)] }),
    partsOf: async (procedure) => {
      const day = officeDay(clock.now()).toString();
      const [handlings, templates] = await Promise.all([handlingsOf(db, procedure, day), templatesOn(db, day)]);
      const keys: Readonly<Record<string, readonly string[]>> = {
        'process': handlings.map(({ processKey }) => processKey), 'eform': handlings.map(({ eformKey }) => eformKey),
        'paper-template': templates.filter(({ procedures }) => procedures.includes(procedure)).map(({ key }) => key),
      };
      return kinds.flatMap(({ kind }) => [...new Set(keys[kind] ?? [procedure])].map((key) => ({ kind, key })));
    },
  };
}

/** Every kind of bản soạn of this installation. */
export const proposalKinds = (context: PackContext): readonly ProposalKind[] => [...context.kinds, abolitionKind(context), reviewKind, packKind(context)];

/** What a bản soạn proposes, thing by thing: a pack proposes several. */
export async function itemsOf(db: Db, id: string): Promise<readonly DryRunItem[] | undefined> {
  const one = await proposed(db, id);
  return one?.kind === 'pack' ? packItems(one.content) : one && [one];
}
