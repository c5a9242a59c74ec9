// SPDX-License-Identifier: EUPL-1.2
import type { Channel } from '../contract.ts';

/** The way of filing as published procedures name it. */
export const channelOfLaw: Readonly<Record<Channel, 'DIRECT' | 'ONLINE' | 'POSTAL'>> = { 'counter': 'DIRECT', 'kiosk': 'DIRECT', 'online': 'ONLINE', 'national-portal': 'ONLINE', 'post': 'POSTAL' };
