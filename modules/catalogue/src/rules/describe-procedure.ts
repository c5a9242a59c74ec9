// SPDX-License-Identifier: EUPL-1.2
import { fold, officeDayText } from '@motcua/kernel';
import type { Part } from '@motcua/proposals';
import type { Procedure } from '../model.ts';
import { isDay } from './decision-of.ts';
import { channelTitles, feeText, paperText, partTitles, timeText } from './procedure-words.ts';

type Named = { readonly code: string | null; readonly name: string };

const said = (key: string, label: string, text: string | null): Part => ({ key, label, ...(text === null || text === '' ? {} : { text }) });
const listed = (key: string, label: string, items: readonly Named[]): Part =>
  ({ key, label, parts: items.map(({ code, name }) => ({ key: code ?? fold(name), label: code === null ? name : `${name} (${code})` })) });

const levelNames: Readonly<Record<string, string>> = { MINISTRY: 'cấp bộ', PROVINCE: 'cấp tỉnh', COMMUNE: 'cấp xã', VERTICAL: 'cơ quan ngành dọc', OTHER_AGENCY: 'cơ quan khác', UNDETERMINED: 'chưa xác định' };

// Published records hold days that are none: they are shown as they came.
const dayWords = (day: string | null): string => (day === null ? '' : `, ngày ${isDay(day) ? officeDayText(Temporal.PlainDate.from(day)) : day}`);

/** A procedure in words, part by part in the order decisions print them: what a difference between two versions is read from. */
export function describeProcedure(procedure: Procedure): readonly Part[] {
  const { onlineReason, sets } = procedure;
  return [
    said('name', partTitles.name, procedure.name),
    said('field', 'Lĩnh vực', procedure.field?.name ?? null),
    said('levels', 'Cấp thực hiện', procedure.levels.map((level) => levelNames[level] ?? level).join(', ')),
    said('online', 'Dịch vụ công trực tuyến', `${procedure.onlineLevel === 'FULL' ? 'toàn trình' : 'một phần hoặc tại quầy'}${onlineReason === undefined ? '' : `: ${onlineReason}`}`),
    said('non-territorial', 'Phi địa giới', procedure.nonTerritorial ? 'có' : 'không'),
    { key: 'steps', label: partTitles.steps, parts: procedure.steps.map(({ name, text }, at) => said(name === null ? `buoc-${at + 1}` : fold(name), name ?? `Bước ${at + 1}`, text)) },
    { key: 'methods', label: partTitles.methods, parts: procedure.methods.map(methodPart) },
    { key: 'circumstances', label: 'Trường hợp', parts: procedure.circumstances.map(({ code, name, time }) => said(code ?? fold(name), name, time === null ? null : timeText(time))) },
    {
      key: 'papers', label: partTitles.papers, parts: [
        ...(sets === undefined ? [] : [said('sets', 'Số lượng hồ sơ', `${sets} bộ`)]),
        ...procedure.papers.map(({ circumstance, papers }) => ({ key: circumstance === null ? 'moi-truong-hop' : fold(circumstance), label: circumstance ?? 'Mọi trường hợp', parts: papers.map((paper) => said(paper.code ?? fold(paper.name), paper.name, paperText(paper))) })),
      ],
    },
    listed('applicants', partTitles.applicants, procedure.applicantKinds),
    listed('executing', 'Cơ quan thực hiện', procedure.executingAgencies), listed('competent', 'Cơ quan có thẩm quyền', procedure.competentAgencies), listed('coordinating', 'Cơ quan phối hợp', procedure.coordinatingAgencies),
    said('address', 'Địa chỉ tiếp nhận', procedure.receivingAddress),
    listed('results', partTitles.results, procedure.results), listed('legal-bases', partTitles['legal-bases'], procedure.legalBases),
    said('conditions', 'Yêu cầu, điều kiện', procedure.conditions), said('keywords', 'Từ khóa', procedure.keywords), said('note', 'Ghi chú', procedure.note),
    said('decision', partTitles.decision, procedure.decision.number === null ? null : `${procedure.decision.number}${dayWords(procedure.decision.date)}`),
  ];
}

function methodPart({ channel, time, note, fees }: Procedure['methods'][number]): Part {
  return { key: channel, label: channelTitles[channel], parts: [
    said('time', 'Thời hạn', timeText(time)), said('note', 'Ghi chú', note), ...fees.map((fee, at) => said(`fee-${at + 1}`, `Khoản thu ${at + 1}`, feeText(fee))),
  ] };
}
