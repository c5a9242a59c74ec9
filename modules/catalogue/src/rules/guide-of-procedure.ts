// SPDX-License-Identifier: EUPL-1.2
import type { Guide } from '../guide-model.ts';
import type { Procedure, RequiredPaper } from '../model.ts';
import { byCircumstance } from './circumstances.ts';

/** A guide to begin from: the circumstances as one question, every published paper once under its own. */
export function guideOfProcedure(procedure: Procedure): Guide {
  const { always, only } = byCircumstance(procedure);
  const isAsked = only.length > 0;
  const choices = [...only.map(({ name }, at) => ({ value: `th_${at + 1}`, label: name })), ...(isAsked && (always.length > 0 || only.length === 1) ? [{ value: `th_${only.length + 1}`, label: 'Không thuộc trường hợp nào ở trên' }] : [])];
  const named = ({ code, name }: RequiredPaper): string => code ?? name;
  const everywhere = always.flatMap(({ papers }) => papers).filter(({ name }) => name !== '').map((paper) => ({ when: isAsked ? ['-'] : [], then: [named(paper), 'Trường hợp nào cũng cần'] }));
  const inCase = only.flatMap(({ name: circumstance, papers }, at) => papers.filter(({ name }) => name !== '').map((paper) => ({ when: [`"th_${at + 1}"`], then: [named(paper), `Vì thuộc trường hợp «${circumstance}»`] })));
  return {
    subject: { code: procedure.code, name: procedure.name },
    questions: isAsked ? [{ id: 'truong_hop', label: 'Ông/bà thuộc trường hợp nào?', type: 'string', choices, hint: null }] : [],
    conditions: [], cases: only.map(({ name }, at) => ({ id: `t_${at + 1}`, when: [`"th_${at + 1}"`], then: [name, ''], note: null })),
    papers: [...everywhere, ...inCase].slice(0, 600).map((rule, at) => ({ id: `g_${at + 1}`, ...rule, note: null })),
  };
}
