// SPDX-License-Identifier: EUPL-1.2
/** Routes of the dossiers: citizens, officers, live screens, partners. */
export { citizenRoutes } from './citizen.ts';
export { officerActRoutes } from './officer-acts.ts';
export { digitisingRoutes } from './digitising.ts';
export { datedTableRoutes } from './dated-tables.ts';
export { onSiteRoutes } from './on-site.ts';
export { procedureMoveRoutes } from './procedure-moves.ts';
export { versionMoveRoutes } from './version-moves.ts';
export { sealUseRoutes } from './seals.ts';
export { conversationRoutes } from './conversation.ts';
export { jointDraftRoutes } from './joint-drafts.ts';
export { latenessRoutes } from './lateness.ts';
export { officerViewRoutes } from './officer-views.ts';
export { trackingBookRoutes } from './tracking-book.ts';
export { calendarRoutes } from './calendar.ts';
export { liveScreens } from './live.ts';
export type { LiveScreens } from './live.ts';
export { owedRoutes } from './owed.ts';
export { paperRoutes } from './papers.ts';
export { postRoutes } from './post.ts';
export { transferRoutes } from './transfers.ts';
export { partnerRoutes } from './partner.ts';
export { supplementRoutes } from './supplements.ts';
export { dryRunRoutes } from './dry-run.ts';
export { benchRoutes } from './bench.ts';
export { readinessRoutes } from './readiness.ts';
export { dossierVaultRoutes } from './vault.ts';
export { reuseRoutes } from './reuse.ts';
