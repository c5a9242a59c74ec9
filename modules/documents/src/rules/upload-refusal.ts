// SPDX-License-Identifier: EUPL-1.2
import type { StorageFault, UploadRefusal, UploadRule } from '../model.ts';
import type { ContentFault, Limits } from '../inspection/model.ts';
import { splitName } from './file-name.ts';

const officeFile = 'application/vnd.openxmlformats-officedocument.';

/** The extensions people give to files of a kind. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  'image/tiff': ['.tif', '.tiff'],
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

const faults: Readonly<Record<ContentFault, (limits: Limits) => UploadRefusal>> = {
  'locked': () => ({ code: 'upload-locked', text: 'Tệp PDF được đặt mật khẩu nên cán bộ không mở được. Ông/bà mở tệp, in lại thành PDF không mật khẩu rồi tải lên.' }),
  'damaged': () => ({ code: 'upload-damaged', text: 'Tệp bị hỏng, không mở được. Ông/bà mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.' }),
  'active': () => ({ code: 'upload-active', text: 'Tệp có mã lệnh, tệp đính kèm hoặc liên kết tự chạy bên trong. Ông/bà in lại thành PDF thường rồi tải lên.' }),
  'too-many-pages': ({ maxPages }) => ({ code: 'upload-too-many-pages', text: `Tệp có hơn ${String(maxPages)} trang. Ông/bà tách thành nhiều tệp.` }),
  'image-too-large': ({ maxPixels }) => ({ code: 'upload-image-too-large', text: `Ảnh lớn hơn ${String(Math.floor(maxPixels / 1_000_000))} triệu điểm ảnh. Ông/bà chụp lại hoặc quét ở 200–300 dpi.` }),
  'bomb': () => ({ code: 'upload-bomb', text: 'Tệp bung ra quá lớn, không phải một giấy tờ thông thường. Ông/bà lưu lại thành PDF rồi tải lên.' }),
};

/** Why a content is not taken in. */
export const contentRefusal = (fault: ContentFault, limits: Limits): UploadRefusal => faults[fault](limits);

/** A virus was found. */
export const infected = (name: string): UploadRefusal => ({ code: 'upload-infected', text: `Tệp có vi-rút (${name}). Ông/bà quét vi-rút trên máy, rồi tải lên bản sạch.` });

/** Whether a content of this type may come in under this name; null when it may. */
export function typeRefusal(file: { readonly name: string; readonly mediaType: string | null }, rule: UploadRule): UploadRefusal | null {
  const { extension } = splitName(file.name);
  const promised = Object.entries(extensions).find(([, names]) => names.includes(extension))?.[0];
  const allowed = file.mediaType !== null && rule.mediaTypes.includes(file.mediaType);
  if (promised !== undefined && promised !== file.mediaType) return mismatch(extension);
  if (!allowed || promised === undefined) return refusedType(extension);
  return null;
}
