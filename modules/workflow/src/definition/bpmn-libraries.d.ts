// SPDX-License-Identifier: EUPL-1.2
declare module 'bpmn-moddle' {
  export type ModdleElement = { readonly $type: string; get(name: string): unknown };
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
  }
}

declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
