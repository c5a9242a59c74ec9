// SPDX-License-Identifier: EUPL-1.2
declare module 'dmn-moddle' {
  export type DmnElement = { readonly $type: string; get(name: string): unknown; set(name: string, value: unknown): void };
  export class DmnModdle {
    create(type: string, attributes?: Readonly<Record<string, unknown>>): DmnElement;
    createAny(type: string, namespace: string, properties: Readonly<Record<string, unknown>>): DmnElement;
    fromXML(xml: string): Promise<{ readonly rootElement: DmnElement; readonly warnings: readonly { readonly message: string }[] }>;
    toXML(root: DmnElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
