// SPDX-License-Identifier: EUPL-1.2
export function peerEngine(xml: string): Promise<() => number>;
