// SPDX-License-Identifier: EUPL-1.2
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'openTag', heard: (name: string, attributesOf: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    on(event: 'text', heard: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', heard: (text: string) => void): this;
    on(event: 'attention' | 'error', heard: () => void): this;
    parse(text: string): void;
  }
}
