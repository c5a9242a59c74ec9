// SPDX-License-Identifier: EUPL-1.2
import { messageWords } from '../drawing/account.ts';
import type { ProcessDefinition, ProcessNode } from '../model.ts';
import { around } from '../rules/return-to.ts';
import type { Finding } from './surroundings.ts';

/** Whether a clock ends the wait when nothing comes: beside it, or on the group it stands in. */
function isTimed({ nodes, ...definition }: ProcessDefinition, node: ProcessNode): boolean {
  const beside = [...nodes.values()].some(({ kind, out }) => kind === 'event-based' && out.some(({ to }) => to === node.id) && out.some(({ to }) => nodes.get(to)?.kind === 'timer'));
  return beside || around(definition, node.id).some((activity) => (nodes.get(activity)?.boundary ?? []).some((id) => nodes.get(id)?.kind === 'boundary-timer'));
}

/** Places where a dossier would wait for ever when what they wait for does not come, or came before. */
export function waitFindings(definition: ProcessDefinition): readonly Finding[] {
  const waits = [...definition.nodes.values()].filter((node) => node.kind === 'catch' && node.more?.triggers.some(({ kind }) => kind === 'message') === true && !isTimed(definition, node));
  return waits.map(({ id, name, more }) => {
    const words = messageWords[more?.triggers[0]?.name ?? ''] ?? '';
    return { path: `steps.${id}`, place: name === '' ? `Chỗ chờ «${words}»` : `«${name}»`, text: `Hồ sơ chờ đến khi ${words} mà không có đồng hồ: việc ấy không đến, hoặc đã đến từ trước, thì hồ sơ dừng ở đây. Đặt chỗ «Chờ việc nào đến trước» với một đồng hồ.`, blocks: false };
  });
}
