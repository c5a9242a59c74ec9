// SPDX-License-Identifier: EUPL-1.2
declare module 'bpmn-moddle' {
  export type ModdleProperty = { readonly name: string; readonly type: string; readonly isReference?: boolean };
  export type ModdleElement = {
    readonly $type: string;
    readonly $descriptor: { readonly properties: readonly ModdleProperty[] };
    readonly $model: { create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement };
    $parent?: ModdleElement;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
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
