// SPDX-License-Identifier: EUPL-1.2
import type { PublicationFault } from '../model.ts';

type Code = PublicationFault['code'];

/** What is wrong and what to do, in the words of the person who draws the process. */
const words: Readonly<Record<Code, string>> = {
  'xml-broken': 'Tệp không đọc được như một mô hình BPMN 2.0. Hãy xuất lại tệp từ công cụ vẽ.',
  'wrong-namespace': 'Tệp không phải BPMN 2.0 (sai không gian tên). Hãy xuất tệp theo chuẩn BPMN 2.0.',
  'no-process': 'Tệp không có quy trình nào. Hãy vẽ một quy trình.',
  'several-processes': 'Tệp có nhiều quy trình không gọi nhau. Hãy tách mỗi quy trình thành một tệp.',
  'call-unknown': 'Chưa chọn quy trình được gọi, hoặc quy trình ấy không có trong tệp. Hãy chọn lại.',
  'call-in-circle': 'Quy trình gọi vòng trở lại chính nó. Hãy bỏ một lời gọi.',
  'no-start': 'Quy trình chưa có điểm bắt đầu. Hãy thêm một sự kiện bắt đầu.',
  'several-starts': 'Quy trình có nhiều điểm bắt đầu. Hãy giữ một sự kiện bắt đầu.',
  'no-end': 'Quy trình chưa có điểm kết thúc. Hãy thêm một sự kiện kết thúc.',
  'unsupported-element': 'Hệ thống chưa chạy được thành phần này. Hãy thay bằng công việc của người (User Task), cổng hoặc hẹn giờ.',
  'unreachable-node': 'Không có đường nào đi tới đây từ điểm bắt đầu. Hãy nối vào quy trình hoặc xóa đi.',
  'dead-end': 'Từ đây không đi tới điểm kết thúc nào. Hãy nối tiếp tới một sự kiện kết thúc.',
  'flow-broken': 'Đường nối sai hoặc thiếu một đầu. Hãy vẽ lại đường nối.',
  'flow-without-condition': 'Đường ra của cổng loại trừ phải có điều kiện, trừ một đường mặc định.',
  'condition-not-readable': 'Điều kiện không đọc được theo FEEL. Hãy sửa, ví dụ: thieu = true.',
  'condition-misplaced': 'Chỉ đặt điều kiện trên đường ra của cổng loại trừ có từ hai đường ra.',
  'timer-not-readable': 'Hẹn giờ phải là khoảng thời gian ISO 8601 lớn hơn 0, ví dụ P2D hoặc PT4H.',
  'boundary-misplaced': 'Hẹn giờ bên lề phải gắn vào một công việc của người và không có đường vào.',
  'task-without-role': 'Công việc chưa có vai trò thực hiện (motcua:role).',
  'task-property-invalid': 'Thuộc tính của công việc không hợp lệ.',
  'return-target-invalid': 'Bước trả lại (motcua:returnTo) phải là một công việc đứng trước.',
  'join-never-fires': 'Cổng song song chờ những nhánh không bao giờ cùng tới: hồ sơ sẽ dừng mãi ở đây. Hãy dùng cùng loại cổng để rẽ và để nhập.',
  'cycle-without-task': 'Vòng lặp không có công việc nào: quy trình sẽ chạy mãi. Hãy thêm một công việc vào vòng.',
  'branches-multiply': 'Nhánh song song sinh thêm mãi mà không nhập lại. Hãy nhập các nhánh trước khi lặp.',
  'against-standard': 'Mô hình trái chuẩn BPMN 2.0. Chuẩn đòi hỏi:',
  'too-large': 'Mô hình quá lớn.',
  'too-many-situations': 'Quy trình có quá nhiều tình huống để kiểm tra hết. Hãy bớt nhánh song song, hoặc tách thành quy trình con.',
  'error-not-caught': 'Lỗi phát ra ở đây không ai bắt: quy trình dừng ngang, hồ sơ không còn bước nào. Hãy gắn sự kiện bắt lỗi vào mép quy trình con.',
  'repetition-invalid': 'Lặp theo danh sách chưa rõ. Hãy ghi danh sách (biến hoặc danh sách FEEL) và tên của từng phần tử.',
  'decision-invalid': 'Bảng quyết định còn lỗi.',
  'message-unknown': 'Tin chờ ở đây không phải tin hồ sơ nhận được. Hãy chọn một trong các tin có sẵn.',
};

/** A fault at an element (null: the whole file); `detail` is added to the sentence. */
export function fault(code: Code, at: { readonly id: string; readonly name: string } | null, detail = ''): PublicationFault {
  const where = at === null ? '' : `«${at.name === '' ? at.id : at.name}»: `;
  return { code, element: at?.id ?? null, name: at === null || at.name === '' ? null : at.name, text: `${where}${words[code]}${detail === '' ? '' : ` (${detail})`}` };
}
