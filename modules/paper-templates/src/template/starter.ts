// SPDX-License-Identifier: EUPL-1.2
import { columns, line, writeDocx } from '../docx/write.ts';

const center = { align: 'center' } as const;
const bold = { align: 'center', bold: true } as const;

/**
 * A Word file to begin from (tệp Word để bắt đầu): a decision with every part it needs and all its fields in place.
 *
 * @param heading - what kind of paper it is
 * @legal nd-30-2020/layout
 */
export function starterTemplate(heading = 'QUYẾT ĐỊNH'): Uint8Array {
  const head = columns(
    { width: 200, inner: line('{cơ quan cấp trên}', { ...center, size: 12 }) + line('{cơ quan}', { ...bold, size: 12, rule: true }) + line('Số: {số văn bản}', center) },
    { width: 260, inner: line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...bold, size: 12 }) + line('Độc lập - Tự do - Hạnh phúc', { ...bold, rule: true }) + line('{nơi ban hành}, {ngày ban hành}', { ...center, italic: true }) },
  );
  const foot = columns(
    { width: 175, inner: line('Nơi nhận:', { bold: true, italic: true, size: 12 }) + line('{#nơi nhận}', { size: 11 }) + line('- {tên nơi nhận};', { size: 11 }) + line('{/nơi nhận}', { size: 11 }) + line('{mã QR}') },
    { width: 284, inner: line('{thay mặt}', bold) + line('{ký thay}', bold) + line('{chức vụ người ký}', bold) + line('{chỗ dấu}{chỗ ký}', center) + line('{họ tên người ký}', bold) },
  );
  const text = { align: 'both', first: 28 } as const;
  const body = [
    head, line(heading, { ...bold, size: 14 }), line('{tên văn bản}', bold), line('{#căn cứ}'), line('Căn cứ {nội dung căn cứ};', { ...text, italic: true }), line('{/căn cứ}'),
    line('Cấp cho: {chủ hồ sơ}, số định danh {số định danh}, địa chỉ: {địa chỉ}.', text), line('{#nội dung khai}'), line('{tên ô}: {trả lời}', text), line('{/nội dung khai}'),
    line('{#điều khoản}'), line('{nội dung điều}', text), line('{/điều khoản}'), foot, line(''),
  ].join('');
  const number = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  return writeDocx({ body, header: number });
}
