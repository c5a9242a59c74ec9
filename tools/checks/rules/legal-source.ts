// SPDX-License-Identifier: EUPL-1.2
import { legalSources } from '@motcua/legal';
import type { Rule } from 'eslint';

const tag = /@legal\s+(?<key>\S+)/gu;

/** A docstring that names an article the register does not know. */
export const legalSource: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unknown: 'legal/sources.yml has no «{{key}}». Add the article with its dates, or name the right one.' },
  },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        for (const { groups } of comment.value.matchAll(tag)) {
          const key = groups?.['key'] ?? '';
          if (comment.loc != null && !legalSources.has(key)) context.report({ loc: comment.loc, messageId: 'unknown', data: { key } });
        }
      }
    },
  }),
};
