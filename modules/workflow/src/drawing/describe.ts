// SPDX-License-Identifier: EUPL-1.2
import type { Part } from '@motcua/proposals';
import { roles } from '@motcua/kernel/actor';
import { roleWords } from '../lint/role-words.ts';
import type { StepRow, TableRow } from './model.ts';
import { actWords, agencyWords, signatureWords } from './step-words.ts';
import { readTable } from './table.ts';

const said = (key: string, label: string, text: string): readonly Part[] => (text === '' ? [] : [{ key, label, text }]);

const roleOf = (role: string): string => { const known = roles.find((each) => each === role); return known === undefined ? role : roleWords[known]; };

function stepPart(step: StepRow, nameOf: (id: string) => string): Part {
  const { id, name, actor, content, role, unit, agency, hours, budget, form, output, signature, citizenLabel, act, returns, each } = step;
  return {
    key: id, label: name === '' ? 'Bước chưa có tên' : name, parts: [
      ...said('actor', 'Đơn vị, người thực hiện', actor), ...said('content', 'Nội dung công việc', content), ...said('role', 'Vai trò', roleOf(role)), ...said('agency', 'Nơi làm', agencyWords[agency] ?? agency), ...said('unit', 'Đơn vị trong cơ quan', unit),
      ...said('hours', 'Số giờ làm việc', hours.replace('.', ',')), ...said('budget', 'Quỹ giờ chung', budget), ...said('form', 'Mẫu giấy lập ở bước này', form), ...said('output', 'Sản phẩm', output), ...said('signature', 'Chữ ký', signatureWords[signature] ?? signature),
      ...said('act', 'Việc hoàn thành bước', actWords[act] ?? act), ...said('each', 'Làm cho từng phần tử của', each), ...said('citizenLabel', 'Người dân đọc', citizenLabel), ...said('returnTo', 'Trả về được', returns.map(nameOf).join('; ')),
    ],
  };
}

/** A process in words, step by step: what a difference between two versions is read from. A file that is no model says so in one line. */
export async function describeProcess(xml: string): Promise<readonly Part[]> {
  const table = await readTable(xml, 'whole');
  if (!table.ok) return [{ key: 'xml', label: 'Sơ đồ', text: table.error.map(({ text }) => text).join(' ') }];
  const { name, symbol, procedures, rows } = table.value;
  const names = new Map(rows.flatMap((row) => (row.kind === 'step' ? [[row.id, row.name] as const] : [])));
  const part = (row: TableRow): Part => (row.kind === 'step' ? stepPart(row, (id) => names.get(id) ?? id) : { key: row.id, label: 'Nhánh', text: row.text.replaceAll(/bước \d+ /gu, '') });
  return [...said('name', 'Tên quy trình', name), ...said('symbol', 'Ký hiệu', symbol), ...said('procedures', 'Dùng cho thủ tục', procedures), { key: 'steps', label: 'Các bước', parts: rows.map(part) }];
}
