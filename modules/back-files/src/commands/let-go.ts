// SPDX-License-Identifier: EUPL-1.2
import type { BackFileContext } from '../model.ts';
import { letGoOfPictures } from '../store/let-go.ts';

/** So many a time: the next round takes the rest. */
const mostAtOnce = 500;

/** Hủy ảnh quét không còn cần: of papers that are in vaults and of dropped batches at once, of others after thirty days nobody worked on them. @returns how many papers and files */
export const letGoOfBackFiles = ({ db, clock }: Pick<BackFileContext, 'db' | 'clock'>): Promise<number> => letGoOfPictures(db, { at: clock.now(), limit: mostAtOnce });
