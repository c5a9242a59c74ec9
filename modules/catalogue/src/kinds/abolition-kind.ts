// SPDX-License-Identifier: EUPL-1.2
import { type Clock, officeDay, officeDayText } from '@motcua/kernel';
import type { Finding, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { abolishProcedure } from '../commands/publish-version.ts';
import { Subject } from '../guide-model.ts';
import { might, must } from '../rules/finding.ts';
import { procedureVersions, unknownProcedures } from '../views/procedures.ts';
import { asJson, readContent } from './read-content.ts';

const Abolition = z.object({ subject: Subject, reason: z.string().max(4000), insteadOf: z.string().max(60).nullable().describe('code of the procedure to use from then on') });

/** Said of a version that was published and has not begun: whoever abolishes before its day withdraws it. */
const waiting = ({ version, validFrom }: { readonly version: number; readonly validFrom: string }): Finding => {
  const begins = officeDayText(Temporal.PlainDate.from(validFrom));
  return might('subject.code', 'Bản chưa có hiệu lực', `Bản ${version} đã công bố, có hiệu lực từ ${begins}. Bãi bỏ từ ${begins} hoặc trước ngày ấy thì rút luôn bản ${version}: bản ấy không có hiệu lực ngày nào. Muốn bản ấy có hiệu lực một thời gian thì chọn ngày bãi bỏ sau ${begins}.`);
};

/** Bãi bỏ thủ tục: an act of its own, drafted by one and decided by another; its key is the code of the procedure. */
export const abolitionKind = ({ clock }: { readonly clock: Clock }): ProposalKind => ({
  kind: 'abolition',
  label: 'Bãi bỏ thủ tục',
  read: (content) => readContent(Abolition, content),
  empty: (key) => asJson({ subject: { code: key, name: '' }, reason: '', insteadOf: null }),
  current: () => Promise.resolve(null),
  title: (content) => { const { subject } = Abolition.parse(content); return subject.name === '' ? '' : `Bãi bỏ: ${subject.name}`; },
  check: async (db, { key, content }) => {
    const { subject, reason, insteadOf } = Abolition.parse(content);
    const newest = (await procedureVersions(db, key)).find(({ validFrom, validUntil, openStart }) => openStart || validUntil !== validFrom);
    return [
      ...(subject.code !== key ? [must('subject.code', 'Thủ tục', `Bản soạn này là của thủ tục ${key}.`)] : []),
      ...(newest === undefined || newest.validUntil !== null ? [must('subject.code', 'Thủ tục', 'Thủ tục này không còn hiệu lực hoặc chưa có trong danh mục.')] : []),
      ...(reason.trim().length < 10 ? [must('reason', 'Lý do', 'Ghi lý do bãi bỏ: văn bản, điều khoản nào không còn quy định thủ tục này.')] : []),
      ...(insteadOf !== null && (await unknownProcedures(db, [insteadOf])).length > 0 ? [must('insteadOf', 'Thủ tục thay', 'Chưa tìm thấy thủ tục với mã này.')] : []),
      ...(newest !== undefined && !newest.openStart && newest.validFrom > officeDay(clock.now()).toString() ? [waiting(newest)] : []),
      might('reason', 'Hồ sơ đang giải quyết', 'Hồ sơ nộp trước ngày bãi bỏ vẫn được giải quyết đến hết; từ ngày ấy không nhận hồ sơ mới.'),
    ];
  },
  describe: (content) => {
    const { subject, reason, insteadOf } = Abolition.parse(content);
    return [{ key: 'subject', label: 'Thủ tục', text: `${subject.name} (${subject.code})` }, { key: 'reason', label: 'Lý do', text: reason }, { key: 'instead', label: 'Dùng thủ tục', ...(insteadOf === null ? {} : { text: insteadOf }) }];
  },
  publish: (tx, { key, content, ...publication }) => abolishProcedure(tx, key, { ...publication, reason: Abolition.parse(content).reason }),
});
