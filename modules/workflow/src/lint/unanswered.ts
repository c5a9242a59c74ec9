// SPDX-License-Identifier: EUPL-1.2
import type { StepRow } from '../drawing/model.ts';
import type { ProcessDefinition, Variables } from '../model.ts';
import { activeTasks } from '../rules/progress.ts';
import { begin, complete } from '../rules/steps.ts';
import { questionsBehind } from '../simulation/questions.ts';
import type { Finding } from './surroundings.ts';

/** What every dossier tells its process when it begins. */
const given: Variables = { channel: 'counter', procedure: '', circumstance: null, competentUnit: null };

/** Acts that finish a step and ask nothing beside. */
const silent: ReadonlySet<string> = new Set(['accept', 'approve', 'sign', 'number', 'return']);

/** Whether a dossier gets past the steps that acceptance does by itself, asked nothing. */
function isReceived(definition: ProcessDefinition, step: ReturnType<typeof begin>, rounds = 10): boolean {
  if (!step.ok) return false;
  const { state } = step.value;
  const task = activeTasks(definition, state).find(({ act }) => act === 'accept');
  return task === undefined || rounds === 0 || isReceived(definition, complete(definition, state, { taskId: task.taskId, variables: {} }), rounds - 1);
}

/** Ways that depend on an answer nobody is asked for: behind an acceptance, a signature or the handing out. */
export function unansweredFindings(definition: ProcessDefinition, steps: readonly StepRow[]): readonly Finding[] {
  const open = steps.filter(({ act }) => silent.has(act)).flatMap((step): readonly Finding[] => {
    const names = questionsBehind(definition, step.id).map(({ variable }) => variable).filter((variable) => !Object.hasOwn(given, variable));
    return names.length === 0 ? [] : [{
      path: `steps.${step.id}`, place: `Bước ${String(step.no)} «${step.name}»`, blocks: false,
      text: `Sau bước này quy trình đọc «${names.join('», «')}», mà việc hoàn thành bước không hỏi điều ấy. Đặt chỗ rẽ nhánh sau một bước thẩm định hoặc chuyển xử lý.`,
    }];
  });
  return [...open, ...(isReceived(definition, begin(definition, given)) ? [] : [{ path: 'process', place: 'Cả quy trình', blocks: true, text: 'Tiếp nhận xong thì quy trình không đi tiếp được: chỗ rẽ nhánh ngay sau đó đọc điều chưa ai trả lời và không có đường thường đi. Đánh dấu một đường thường đi, hoặc đặt chỗ rẽ nhánh sau một bước khác.' }])];
}
