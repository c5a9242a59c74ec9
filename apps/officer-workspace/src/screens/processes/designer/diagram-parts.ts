// SPDX-License-Identifier: EUPL-1.2
import type { MessageId } from '@motcua/i18n';

/** What of the modeller this screen speaks with; the modeller's own types say more than is so. */
export type Shape = { readonly id: string; readonly type: string; readonly width?: number; readonly height?: number; readonly x?: number; readonly y?: number; readonly parent?: Shape; readonly source?: Shape };
type Entry = { readonly group: string; readonly className: string; readonly title: string; readonly action: Readonly<Record<string, (event: Event, on: Shape) => void>> };
type Entries = Readonly<Record<string, Entry>>;
type Pad = { readonly registerProvider: (provider: unknown) => void };
type Starter = { readonly start: (event: Event, shape: unknown, more?: unknown) => void };
type Modeling = { readonly removeElements: (elements: readonly Shape[]) => void; readonly createShape: (shape: unknown, at: { readonly x: number; readonly y: number }, on: Shape, hints: unknown) => void };
type Factory = { readonly createShape: (what: Readonly<Record<string, unknown>>) => unknown };
type Moddle = { readonly create: (type: string, attributes: Readonly<Record<string, unknown>>) => unknown };
export type Say = (id: MessageId) => string;

/** The elements that can be published, and no others: what the modeller offers beyond them would only be refused. */
const offered: readonly { readonly id: string; readonly icon: string; readonly word: MessageId; readonly type: string; readonly more?: Readonly<Record<string, unknown>>; readonly appended: boolean }[] = [
  { id: 'task', icon: 'bpmn-icon-user-task', word: 'diagram.task', type: 'bpmn:UserTask', appended: true },
  { id: 'choice', icon: 'bpmn-icon-gateway-xor', word: 'diagram.choice', type: 'bpmn:ExclusiveGateway', appended: true },
  { id: 'fork', icon: 'bpmn-icon-gateway-parallel', word: 'diagram.fork', type: 'bpmn:ParallelGateway', appended: true },
  { id: 'some', icon: 'bpmn-icon-gateway-or', word: 'diagram.some', type: 'bpmn:InclusiveGateway', appended: true },
  { id: 'race', icon: 'bpmn-icon-gateway-eventbased', word: 'diagram.race', type: 'bpmn:EventBasedGateway', appended: true },
  { id: 'decision', icon: 'bpmn-icon-business-rule-task', word: 'diagram.decision', type: 'bpmn:BusinessRuleTask', appended: true },
  { id: 'group', icon: 'bpmn-icon-subprocess-expanded', word: 'diagram.group', type: 'bpmn:SubProcess', more: { isExpanded: true }, appended: false },
  { id: 'call', icon: 'bpmn-icon-call-activity', word: 'diagram.call', type: 'bpmn:CallActivity', appended: true },
  { id: 'message', icon: 'bpmn-icon-intermediate-event-catch-message', word: 'diagram.message', type: 'bpmn:IntermediateCatchEvent', more: { eventDefinitionType: 'bpmn:MessageEventDefinition' }, appended: true },
  { id: 'wait', icon: 'bpmn-icon-intermediate-event-catch-timer', word: 'diagram.wait', type: 'bpmn:IntermediateCatchEvent', more: { eventDefinitionType: 'bpmn:TimerEventDefinition' }, appended: true },
  { id: 'start', icon: 'bpmn-icon-start-event-none', word: 'diagram.start', type: 'bpmn:StartEvent', appended: false },
  { id: 'end', icon: 'bpmn-icon-end-event-none', word: 'diagram.end', type: 'bpmn:EndEvent', appended: true },
];

const making = (factory: Factory, moddle: Moddle, say: Say) => ({ type, more = {} }: (typeof offered)[number]): unknown => factory.createShape({
  type, ...more, ...(type === 'bpmn:UserTask' ? { businessObject: moddle.create(type, { 'name': say('draw.new-step'), 'motcua:role': 'handling-officer' }) } : {}),
});

/** A group of steps comes with the place it begins at. */
const withStart = (factory: Factory, group: unknown): readonly unknown[] => [group, factory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: group })];

/** What stands at the side of the canvas, to be drawn. */
export function paletteModule(say: Say): Readonly<Record<string, unknown>> {
  class OwnPalette {
    static $inject = ['palette', 'create', 'elementFactory', 'bpmnFactory', 'globalConnect'];
    private readonly entries: Entries;
    constructor(...[palette, create, factory, moddle, connect]: readonly [Pad, Starter, Factory, Moddle, { readonly start: (event: Event) => void }]) {
      const make = making(factory, moddle, say);
      const drawn = offered.map((each) => { const begin = (event: Event): void => { create.start(event, each.type === 'bpmn:SubProcess' ? withStart(factory, make(each)) : make(each)); }; return [`create.${each.id}`, { group: 'make', className: each.icon, title: say(each.word), action: { dragstart: begin, click: begin } }] as const; });
      this.entries = { 'connect': { group: 'tools', className: 'bpmn-icon-connection-multi', title: say('diagram.connect'), action: { click: (event) => { connect.start(event); } } }, ...Object.fromEntries(drawn) };
      palette.registerProvider(this);
    }
    getPaletteEntries(): Entries { return this.entries; }
  }
  return { paletteProvider: ['type', OwnPalette] };
}

const goesOn = ({ type }: Shape): boolean => type !== 'bpmn:EndEvent' && type !== 'bpmn:SequenceFlow' && type !== 'label';

/** What stands beside the chosen element: what may come behind it, a clock on a step, a line, away with it. */
export function contextPadModule(say: Say): Readonly<Record<string, unknown>> {
  class OwnPad {
    static $inject = ['contextPad', 'autoPlace', 'elementFactory', 'bpmnFactory', 'connect', 'modeling'];
    private readonly make: (each: (typeof offered)[number]) => unknown;
    private readonly parts: { readonly place: { readonly append: (on: Shape, shape: unknown) => void }; readonly factory: Factory; readonly connect: Starter; readonly modeling: Modeling };
    constructor(...[pad, place, factory, moddle, connect, modeling]: readonly [Pad, { readonly append: (on: Shape, shape: unknown) => void }, Factory, Moddle, Starter, Modeling]) {
      this.make = making(factory, moddle, say);
      this.parts = { place, factory, connect, modeling };
      pad.registerProvider(this);
    }
    getContextPadEntries(on: Shape): Entries {
      const { place, factory, connect, modeling } = this.parts;
      const appended = goesOn(on) ? offered.filter((each) => each.appended).map((each) => [`append.${each.id}`, { group: 'make', className: each.icon, title: say(each.word), action: { click: () => { place.append(on, this.make(each)); } } }] as const) : [];
      const clock = (): void => { modeling.createShape(factory.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }), { x: (on.x ?? 0) + (on.width ?? 0) / 2, y: (on.y ?? 0) + (on.height ?? 0) }, on, { attach: true }); };
      return {
        ...Object.fromEntries(appended),
        ...(['bpmn:UserTask', 'bpmn:SubProcess', 'bpmn:CallActivity'].includes(on.type) ? { 'attach.timer': { group: 'make', className: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer', title: say('diagram.clock'), action: { click: clock } } } : {}),
        ...(goesOn(on) ? { connect: { group: 'connect', className: 'bpmn-icon-connection', title: say('diagram.connect'), action: { click: (event: Event) => { connect.start(event, on); }, dragstart: (event: Event) => { connect.start(event, on); } } } } : {}),
        delete: { group: 'edit', className: 'bpmn-icon-trash', title: say('diagram.delete'), action: { click: () => { modeling.removeElements([on]); } } },
      };
    }
  }
  return { contextPadProvider: ['type', OwnPad] };
}

const words: Readonly<Record<string, MessageId>> = {
  'Activate hand tool': 'diagram.hand', 'Activate lasso tool': 'diagram.lasso', 'Activate global connect tool': 'diagram.connect', 'Delete': 'diagram.delete', 'Search in diagram': 'diagram.search',
  'element required': 'diagram.broken', 'no process or collaboration to display': 'diagram.broken', 'no shape type specified': 'diagram.broken',
};

/** The modeller's few words, in ours. */
export const translateModule = (say: Say): Readonly<Record<string, unknown>> =>
  ({ translate: ['value', (template: string) => { const known = words[template]; return known === undefined ? template : say(known); }] });
