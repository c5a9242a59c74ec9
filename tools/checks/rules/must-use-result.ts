// SPDX-License-Identifier: EUPL-1.2
import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import type { Type } from 'typescript';

const createRule = ESLintUtils.RuleCreator.withoutDocs;

const partsOf = (type: Type): readonly Type[] => (type.isUnion() ? type.types.flatMap(partsOf) : [type]);

const isRefusal = (type: Type): boolean => type.getProperty('ok') !== undefined && type.getProperty('error') !== undefined;

const unwrapped = (node: TSESTree.Expression): TSESTree.Expression =>
  (node.type === AST_NODE_TYPES.UnaryExpression && node.operator === 'void' ? unwrapped(node.argument) : node);

/** A Result whose refusal nobody looks at: the act may not have been done, and the code goes on as if it were. */
export const mustUseResult = createRule({
  meta: {
    type: 'problem',
    schema: [],
    defaultOptions: [],
    messages: { dropped: 'This answer may be a refusal and is dropped. Look at its `ok`, pass it on, or say in the code why it cannot refuse.' },
  },
  create: (context) => {
    const services = ESLintUtils.getParserServices(context);
    return {
      ExpressionStatement: ({ expression }) => {
        const type = services.getTypeAtLocation(unwrapped(expression));
        if (partsOf(type).some(isRefusal)) context.report({ node: expression, messageId: 'dropped' });
      },
    };
  },
});
