// SPDX-License-Identifier: EUPL-1.2
import type { Rule } from 'eslint';

/** Twelve digits that begin like a number given to a person: province codes 001 to 096. Ours are fake and begin with 000. */
export const realPersonalId = /(?<![\d.])0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}(?![\d.])/u;

/** A personal identity number (số định danh cá nhân) that could be somebody's. */
export const noRealNationalId: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { real: 'Twelve digits in a real range are a person. Fake numbers start with 000.' },
  },
  create: (context) => ({
    Literal: (node) => {
      if (typeof node.value === 'string' && realPersonalId.test(node.value)) context.report({ node, messageId: 'real' });
    },
    TemplateElement: (node) => {
      if (realPersonalId.test(node.value.raw)) context.report({ node, messageId: 'real' });
    },
    JSXText: (node: Rule.Node & { readonly value?: unknown }) => {
      if (typeof node.value === 'string' && realPersonalId.test(node.value)) context.report({ node, messageId: 'real' });
    },
  }),
};
