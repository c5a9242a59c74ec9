// SPDX-License-Identifier: EUPL-1.2
declare module 's3rver' {
  /** A small S3 service for tests. */
  export default class S3rver {
    constructor(options: { readonly port: number; readonly address: string; readonly silent: boolean; readonly directory: string; readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[] });
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
