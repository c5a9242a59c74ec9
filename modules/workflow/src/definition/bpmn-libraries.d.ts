// SPDX-License-Identifier: EUPL-1.2
declare module 'bpmn-moddle' {
  export type ModdleProperty = { readonly name: string; readonly type: string; readonly isReference?: boolean };
  export type ModdleElement = {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly $descriptor: { readonly properties: readonly ModdleProperty[] };
    get(name: string): unknown;
    $instanceOf(type: string): boolean;
  };
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
    toXML(root: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}

declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
