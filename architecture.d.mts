// SPDX-License-Identifier: EUPL-1.2
export declare const mayImport: Readonly<Record<string, readonly string[]>>;
export declare const layers: readonly (readonly string[])[];
