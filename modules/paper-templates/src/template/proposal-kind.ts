// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { ok, refuse } from '@motcua/kernel';
import type { Finding, JsonValue, Part, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { findFile, insertTemplate, listTemplates } from '../store/templates.ts';
import { TemplateContent } from './content.ts';
import { eformFieldsOf } from './eform-fields.ts';
import { inspectTemplate, templateLines } from './fill.ts';
import { templateLuggage } from './luggage.ts';
import { isOfManyDossiers, paperKindTitles } from './papers.ts';

/** What this kind asks its neighbours: which of some procedures and agencies nobody has. */
export type TemplateNeighbours = { readonly unknownProcedures: (db: Db, codes: readonly string[]) => Promise<readonly string[]>; readonly knowsAgency: (db: Db, code: string) => Promise<boolean> };

const asJson = (value: unknown): JsonValue => z.json().parse(JSON.parse(JSON.stringify(value)));
const nothing: TemplateContent = { title: '', paper: 'result', everyProcedure: false, agency: null, procedures: [], eform: null, file: null };
const contentIn = (content: JsonValue): TemplateContent => {
  const read = TemplateContent.safeParse(content);
  return read.success ? read.data : nothing;
};
const finding = (path: string, place: string, text: string, blocks = true): Finding => ({ path, place, text, blocks });

async function fileFindings(db: Db, { file, eform, paper: of }: TemplateContent): Promise<readonly Finding[]> {
  if (file === null) return [finding('file', 'Tệp Word', 'Chưa có tệp. Tải lên tệp .docx có các trường dữ liệu.')];
  const bytes = await findFile(db, file.sha256);
  if (bytes === undefined) return [finding('file', 'Tệp Word', 'Tệp này chưa được tải lên. Tải lại tệp.')];
  const { issues, paper } = inspectTemplate(bytes, { paper: of, answers: (await eformFieldsOf(db, eform)).map(({ name }) => name) });
  const told = paper === null || JSON.stringify(templateLines(paper)) === JSON.stringify(file.lines) ? [] : [finding('file', 'Tệp Word', 'Nội dung kèm theo không khớp với tệp. Tải lại tệp.')];
  return [...told, ...issues.map(({ place, text, blocks }) => finding('file', `Tệp Word, ${place}`, text, blocks))];
}

function whichProcedures({ paper, everyProcedure, procedures }: TemplateContent): readonly Finding[] {
  if (everyProcedure && procedures.length > 0) return [finding('procedures', 'Thủ tục', 'Mẫu dùng cho mọi thủ tục thì không kê riêng thủ tục nào. Bỏ danh sách, hoặc bỏ chọn mọi thủ tục.')];
  if (paper === 'result' && everyProcedure) return [finding('everyProcedure', 'Thủ tục', 'Mẫu kết quả chỉ dùng cho thủ tục được kê. Bỏ chọn mọi thủ tục và kê thủ tục.')];
  return isOfManyDossiers(paper) && procedures.length > 0 ? [finding('procedures', 'Thủ tục', 'Giấy này ghi nhiều hồ sơ của nhiều thủ tục. Chọn mọi thủ tục, không kê riêng.')] : [];
}

function describe(content: JsonValue): readonly Part[] {
  const { title, paper, everyProcedure, agency, procedures, eform, file } = contentIn(content);
  return [
    { key: 'title', label: 'Tên mẫu', text: title }, { key: 'paper', label: 'Loại giấy', text: paperKindTitles[paper] }, { key: 'agency', label: 'Cơ quan', text: agency ?? 'mọi cơ quan của tỉnh' }, { key: 'procedures', label: 'Thủ tục', text: everyProcedure ? 'mọi thủ tục' : '', parts: procedures.map((code) => ({ key: code, label: code })) },
    { key: 'eform', label: 'Tờ khai', text: eform ?? 'không dùng ô của tờ khai' },
    { key: 'file', label: 'Tệp Word', text: file?.name ?? 'chưa có', parts: (file?.lines ?? []).map((line, at) => ({ key: `dong-${String(at)}`, label: `Dòng ${String(at + 1)}`, text: line })) },
  ];
}

/** Paper templates as a kind of bản soạn (mẫu giấy): a Word file, what it is for, checked against the data dictionary, published as the next version. */
export function paperTemplateKind({ unknownProcedures, knowsAgency }: TemplateNeighbours): ProposalKind {
  const check = async (db: Db, content: TemplateContent): Promise<readonly Finding[]> => {
    const unknown = await unknownProcedures(db, content.procedures);
    return [
      ...(content.title.trim() === '' ? [finding('title', 'Tên mẫu', 'Ghi tên mẫu.')] : []),
      ...(content.agency !== null && !await knowsAgency(db, content.agency) ? [finding('agency', 'Cơ quan', `Không có cơ quan mã ${content.agency}. Chọn lại cơ quan.`)] : []),
      ...unknown.map((code) => finding('procedures', 'Thủ tục', `Không có thủ tục mã ${code} trong danh mục. Sửa hoặc bỏ mã.`)),
      ...whichProcedures(content),
      ...(content.procedures.length === 0 && !content.everyProcedure ? [finding('procedures', 'Thủ tục', 'Chưa có thủ tục nào: mẫu sẽ không được dùng từ ngày áp dụng.', false)] : []),
      ...await fileFindings(db, content),
    ];
  };
  return {
    kind: 'paper-template', label: 'Mẫu giấy',
    read: (content) => {
      const read = TemplateContent.safeParse(content);
      return read.success ? ok(asJson(read.data)) : refuse(read.error.issues.map(({ path }) => finding(path.join('.'), `Nội dung ${path.join('.')}`, 'Không đúng hình dạng của một mẫu giấy.')));
    },
    empty: (key) => (/^[a-z][a-z0-9-]{2,79}$/u.test(key) ? asJson(nothing) : null),
    current: async (db, key) => {
      const newest = (await listTemplates(db, key))[0];
      if (newest === undefined) return null;
      const { title, paper: of, everyProcedure, agency, procedures, eform, file: sha256 } = newest;
      const bytes = await findFile(db, sha256) ?? new Uint8Array();
      const { paper } = inspectTemplate(bytes, { paper: of, answers: [] });
      return { version: newest.version, content: asJson({ title, paper: of, everyProcedure, agency, procedures, eform, file: { sha256, name: `${key}.docx`, size: bytes.length, lines: paper === null ? [] : templateLines(paper) } }) };
    },
    title: (content) => contentIn(content).title,
    check: (db, { content }) => check(db, contentIn(content)),
    luggage: templateLuggage,
    describe,
    publish: async (tx, { key, content, decision, validFrom, by, at }) => {
      const { file, ...about } = contentIn(content);
      const blocking = (await check(tx, contentIn(content))).filter(({ blocks }) => blocks);
      if (file === null || blocking.length > 0) return refuse(blocking);
      const version = ((await listTemplates(tx, key))[0]?.version ?? 0) + 1;
      await insertTemplate(tx, { key, version, ...about, file: file.sha256, validFrom, decision }, { by: by.id, at });
      return ok({ version });
    },
  };
}
