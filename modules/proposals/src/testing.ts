// SPDX-License-Identifier: EUPL-1.2
/** What tests of owners walk a bản soạn with. */
export { publish as publishProposal, submit as submitProposal } from './commands/decide.ts';
export { viewProposal } from './views/proposals.ts';
