// SPDX-License-Identifier: EUPL-1.2
import type { StorageFault, UploadRefusal, UploadRule } from '../model.ts';
import { splitName } from './file-name.ts';

const officeFile = 'application/vnd.openxmlformats-officedocument.';

/** The extensions people give to files of a kind. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  [`${officeFile}wordprocessingml.document`]: ['.docx'],
  [`${officeFile}spreadsheetml.sheet`]: ['.xlsx'],
};

/** A file without a byte. */
export const emptyFile = (): UploadRefusal => ({ code: 'upload-empty', text: 'Tệp trống, không có nội dung. Ông/bà mở lại tệp trên máy để kiểm tra rồi tải lên lần nữa.' });

/** The disk is full. */
export const storageFull = (): StorageFault =>
  ({ code: 'storage-full', text: 'Hệ thống tạm hết chỗ lưu tệp nên chưa nhận được tệp này. Ông/bà thử lại sau ít phút; thông tin đã nhập vẫn còn.' });

/** The store of files does not answer. */
export const storageUnreachable = (): StorageFault =>
  ({ code: 'storage-unreachable', text: 'Kho lưu tệp tạm thời không kết nối được nên chưa nhận được tệp này. Ông/bà thử lại sau ít phút; thông tin đã nhập vẫn còn.' });

/** The stream broke off. */
export const unreadable = (): UploadRefusal => ({ code: 'upload-unreadable', text: 'Đường truyền bị ngắt khi đang tải tệp. Ông/bà tải lại tệp này.' });

/** More bytes than allowed. `size` in bytes, null when the stream was cut before its end was known. */
export function tooLarge(size: number | null, maxBytes: number): UploadRefusal {
  const most = Math.floor(maxBytes / 1024 / 1024);
  const weight = size === null ? `hơn ${String(most)} MB` : `${String(Math.max(Math.round(size / 1024 / 1024), most + 1))} MB`;
  return {
    code: 'upload-too-large',
    text: `Tệp nặng ${weight}, nhiều nhất ${String(most)} MB. Ông/bà quét ở độ phân giải 200 dpi hoặc tách thành nhiều tệp.`,
  };
}

const mismatch = (extension: string): UploadRefusal => ({
  code: 'upload-type-mismatch',
  text: `Nội dung tệp không phải loại ${extension} như tên gọi. Ông/bà mở tệp bằng đúng phần mềm, lưu lại thành PDF, JPG hoặc PNG rồi tải lên.`,
});

const refusedType = (extension: string): UploadRefusal => ({
  code: 'upload-type-refused',
  text: `${extension === '' ? 'Loại tệp này' : `Tệp ${extension}`} chưa dùng được. Chọn ảnh JPG, PNG hoặc PDF.`,
});

/** Whether a content of this type may come in under this name; null when it may. */
export function typeRefusal(file: { readonly name: string; readonly mediaType: string | null }, rule: UploadRule): UploadRefusal | null {
  const { extension } = splitName(file.name);
  const promised = Object.entries(extensions).find(([, names]) => names.includes(extension))?.[0];
  const allowed = file.mediaType !== null && rule.mediaTypes.includes(file.mediaType);
  if (promised !== undefined && promised !== file.mediaType) return mismatch(extension);
  if (!allowed || promised === undefined) return refusedType(extension);
  return null;
}
