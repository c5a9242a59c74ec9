// SPDX-License-Identifier: EUPL-1.2
import { procedureOn } from '@motcua/catalogue';
import { acceptUpload } from '@motcua/documents';
import { type Partner, cleanText, fold, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, DossierPaper, PartnerFiling } from '../contract.ts';
import { type Outcome, found } from './perform.ts';
import { filed, officesFor } from './submit.ts';
import { papersAsked } from '../rules/papers-asked.ts';

/**
 * A dossier filed on the national portal enters the same work lists as any other. The partner's message id makes it once only.
 *
 * @error fields-to-mend - an attached file or an answer cannot be taken; nothing is stored, the partner may send again
 */
export function fileFromPartner(ctx: DossierContext, actor: Partner, body: PartnerFiling): Promise<Outcome<ActDone>> {
  return found(ctx, { actor, clientKey: body.messageId }, async ({ tx, at, id }) => {
    const published = await procedureOn(tx, body.procedure, officeDay(at).toString());
    const asked = new Map((published === undefined ? [] : papersAsked(published.procedure, body.circumstance)).map(({ no, name }) => [fold(name), no]));
    const documents = new Map<number, DossierPaper['documents']>();
    const besides: { name: string; documents: DossierPaper['documents'] }[] = [];
    for (const [index, paper] of body.papers.entries()) {
      const taken = await acceptUpload(tx, ctx.files, {
        content: Buffer.from(paper.contentBase64, 'base64'), name: paper.fileName, declaredType: 'application/octet-stream', purpose: 'component', by: actor.name, at, ownerKind: 'dossier', ownerRef: id,
      });
      if (!taken.ok) return refuse({ code: 'fields-to-mend', fields: [{ path: `papers.${index}`, label: paper.name, text: taken.error.text }] });
      const { id: document, name, size, mediaType } = taken.value;
      const no = asked.get(fold(paper.name));
      const file = { id: document, name, size, mediaType };
      if (no === undefined) besides.push({ name: cleanText(paper.name), documents: [file] });
      else documents.set(no, [...documents.get(no) ?? [], file]);
    }
    const fact = await filed(ctx, { tx, at }, {
      procedure: body.procedure, circumstance: body.circumstance, channel: 'national-portal', agencies: await officesFor(tx, body.solvingAgency),
      applicant: body.applicant, submitter: null, authorisation: null, ownerId: body.applicant.personalId, origin: body.nationalCode, answers: body.answers, returnWay: body.returnWay,
      fee: { amountVnd: 0, way: 'none' }, documents, besides,
    });
    return fact.ok ? ok([fact.value]) : fact;
  });
}
