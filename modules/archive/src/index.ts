// SPDX-License-Identifier: EUPL-1.2
/**
 * Archive: lưu trữ hồ sơ.
 *
 * Answers: which closed dossiers are to be handed in by when, for how long each is kept; packs a dossier, reads a package back, destroys what is kept no longer.
 * Hides the layout of packages, what stays of what was destroyed.
 */
export { handIn } from './commands/hand-in.ts';
export { destroyApproved } from './commands/destroy.ts';
export { packageSchemas, schemaJudge, schemasIn } from './package/schemas.ts';
export { verifyPackage } from './package/verify-package.ts';
export { packageFiles } from './views/package-files.ts';
export { dueForHandIn } from './views/due.ts';
export type { ArchiveContext } from './model.ts';
export { archiveActs } from './permissions.ts';
