// SPDX-License-Identifier: EUPL-1.2
/** The samples of the register with whatever a test is about. */
export { aControlSlip, anApology, anIntakeReceipt, anIntakeRefusal, aResult, aStopNotice, aSupplementRequest, aTrackingBook } from './sample/views.ts';
