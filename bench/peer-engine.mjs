// SPDX-License-Identifier: EUPL-1.2
// In JavaScript: the type declarations of these two packages contradict their exports.
import { BpmnModdle } from 'bpmn-moddle';
import * as elements from 'bpmn-elements';
import { Serializer, TypeResolver } from 'moddle-context-serializer';

/** Runs a model to its end task by task on bpmn-elements, its context read once, its state through JSON at each step. Answers a function that does it once and counts the steps. */
export async function peerEngine(xml) {
  const context = new elements.Context(Serializer(await new BpmnModdle().fromXML(xml), TypeResolver(elements)));
  return () => {
    const begun = new elements.Definition(context.clone());
    begun.run();
    let state = begun.getState();
    for (let done = 0; ; done += 1) {
      const next = new elements.Definition(context.clone()).recover(JSON.parse(JSON.stringify(state)));
      next.resume();
      const waiting = next.getPostponed().find(({ type }) => type === 'bpmn:UserTask');
      if (waiting === undefined) return done;
      next.signal({ id: waiting.id });
      state = next.getState();
    }
  };
}
