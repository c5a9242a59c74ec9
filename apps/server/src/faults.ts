// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { type FieldFault, problem } from '@motcua/http-kit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Pages } from './pages/routes.ts';
import { fieldFaults } from './field-words.ts';

const isPage = (request: FastifyRequest): boolean => !request.url.startsWith('/api/') && request.method === 'GET';

type Words = { readonly status: number; readonly code: string; readonly title: string; readonly detail?: string; readonly errors?: readonly FieldFault[] };

const known: Readonly<Record<string, Words>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'body-too-large', title: 'Nội dung gửi lên quá lớn.', detail: 'Rút gọn, hoặc tách thành nhiều tệp nhỏ hơn.' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'upload-too-large', title: 'Tệp quá lớn. Nhiều nhất 20 MB.', detail: 'Chụp lại ở cỡ vừa hoặc tách làm hai tệp.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'media-type-refused', title: 'Kiểu nội dung này chưa dùng được.', detail: 'Gửi dạng application/json, hoặc multipart/form-data khi tải tệp.' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 415, code: 'media-type-refused', title: 'Kiểu nội dung này chưa dùng được.', detail: 'Tải tệp dạng multipart/form-data.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'body-unreadable', title: 'Chưa có nội dung gửi lên.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'body-unreadable', title: 'Nội dung gửi lên không đọc được.', detail: 'Gửi lại dạng JSON đúng chuẩn.' },
};

function wordsOf(fault: FastifyError, operation: string | undefined): Words | undefined {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const errors = fieldFaults(operation, fault.validation);
    return { status: 422, code: 'fields-to-mend', title: `Còn ${errors.length} chỗ cần sửa.`, errors };
  }
  const words = known[fault.code];
  if (words !== undefined) return words;
  if (fault.statusCode === 429) return { status: 429, code: 'too-many', title: 'Quá nhiều lượt trong một phút.', detail: 'Chờ một phút rồi làm tiếp.' };
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) return { status: fault.statusCode, code: 'request-unreadable', title: 'Yêu cầu gửi lên không đọc được.', detail: 'Tải lại trang rồi làm lại.' };
  // A character PostgreSQL cannot keep (NUL) or a text that is no value of its column: the sender's input, not our fault.
  if (['22021', '22P05', '22P02', '22007', '22008', '22003'].includes(fault.code)) return { status: 422, code: 'text-unreadable', title: 'Nội dung có ký tự hoặc giá trị không lưu được.', detail: 'Xóa ký tự lạ rồi gửi lại.' };
  return undefined;
}

/** Answers an address that cannot even be read (a broken % sign): it never reaches a route. */
export const unreadableAddress = (pages: Pages) => (_fault: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  // No hook has run: nobody is signed in as far as this answer knows.
  request.actor = { kind: 'visitor' };
  if (isPage(request)) void pages.error(request, reply, 404);
  else void reply.code(400).type('application/problem+json').send(problem({ status: 400, code: 'request-unreadable', title: 'Địa chỉ này không đọc được.', detail: 'Kiểm tra lại địa chỉ.' }));
};

/** Answers everything that is no answer of a route: bad input in words, faults with an incident number and no details. */
export function answerFaults(app: FastifyInstance, pages: Pages): void {
  app.setErrorHandler((fault: FastifyError, request, reply): FastifyReply => {
    const words = wordsOf(fault, request.routeOptions.schema?.operationId);
    if (words !== undefined) return isPage(request) ? pages.error(request, reply, words.status) : reply.code(words.status).type('application/problem+json').send(problem(words));
    const incident = randomBytes(3).toString('hex').toUpperCase();
    request.log.error({ err: fault, incident, route: request.routeOptions.url });
    if (isPage(request)) return pages.error(request, reply, 500, incident);
    return reply.code(500).type('application/problem+json').send(problem({
      status: 500, code: 'fault', incident, title: 'Chưa làm được việc vừa bấm. Không có gì bị mất, việc chưa được ghi nhận.', detail: `Thử lại. Nếu vẫn vậy, gọi số điện thoại hỗ trợ và đọc mã sự cố ${incident}.`,
    }));
  });
  app.setNotFoundHandler((request, reply): FastifyReply => (isPage(request)
    ? pages.error(request, reply, 404)
    : reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'not-found', title: 'Không có địa chỉ này.' }))));
}
