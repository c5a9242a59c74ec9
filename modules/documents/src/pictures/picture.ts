// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '@motcua/kernel';
import { helperProcess } from '../helper/helper.ts';
import { InkAnswer, type InkPicture, type PictureFault, type PictureKind } from './model.ts';

const ask = helperProcess({ program: fileURLToPath(new URL('./inker.ts', import.meta.url)), name: 'the inker', retireAfter: 100, patience: 20_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=512'] });

/** Bytes of a picture at most. */
export const mostPictureBytes = 5 * 1024 * 1024;

const whose: Readonly<Record<PictureKind, string>> = { officer: 'chữ ký', seal: 'con dấu' };

const words: Readonly<Record<PictureFault | 'too-heavy' | 'empty', (of: string) => string>> = {
  'empty': () => 'Tệp trống, không có nội dung. Chọn lại tệp ảnh PNG hoặc JPG.',
  'too-heavy': () => 'Ảnh nặng hơn 5 MB. Cắt sát phần cần dùng rồi lưu lại thành PNG.',
  'not-a-picture': () => 'Tệp này không phải ảnh PNG hoặc JPG. Quét hoặc chụp lại rồi lưu thành PNG.',
  'animated': () => 'Ảnh PNG này có nhiều khung chuyển động. Lưu lại thành PNG một khung.',
  'damaged': () => 'Ảnh bị hỏng, không mở được. Mở tệp trên máy để kiểm tra, lưu lại thành PNG rồi chọn lại.',
  'too-many-dots': () => 'Ảnh lớn hơn 40 triệu điểm ảnh. Quét ở 600 dpi và cắt sát phần cần dùng.',
  'too-few-dots': (of) => `Hình ${of} quá nhỏ nên in ra sẽ vỡ: ${of === 'chữ ký' ? 'nét chữ cần rộng ít nhất 200, cao ít nhất 40 điểm ảnh' : 'đường kính cần ít nhất 280 điểm ảnh'}. Quét ở 300–600 dpi.`,
  'dark-ground': () => 'Nền ảnh tối. Ký hoặc đóng dấu trên giấy trắng, quét hoặc chụp nơi đủ sáng.',
  'no-ink': (of) => `Chưa thấy ${of} trong ảnh: nét quá nhạt hoặc ảnh trống. Dùng mực đậm trên giấy trắng rồi quét lại.`,
  'too-much-ink': (of) => `Ảnh có nhiều vùng đậm quanh ${of}. Cắt sát ${of}, nền trắng đều, không để bóng đổ rồi chọn lại.`,
  'not-round': () => 'Hình con dấu bị méo hoặc còn nét khác bên cạnh. Đóng dấu riêng trên giấy trắng, quét thẳng, cắt quanh dấu.',
};

/**
 * Makes a picture of a hand-written signature or of a seal ready for papers: opened in a process of its own, white ground taken away, cut to its ink, coloured blue or red, written anew as PNG.
 *
 * @returns refused with what is wrong and what to do, in Vietnamese
 * @legal nd-30-2020/digital-signature
 */
export async function inkPicture(kind: PictureKind, bytes: Uint8Array): Promise<Result<InkPicture, string>> {
  const of = whose[kind];
  if (bytes.length === 0) return refuse(words.empty(of));
  if (bytes.length > mostPictureBytes) return refuse(words['too-heavy'](of));
  try {
    const answer = InkAnswer.parse(await ask({ kind, bytes }));
    return 'fault' in answer ? refuse(words[answer.fault](of)) : ok({ png: answer.png, width: answer.width, height: answer.height });
  } catch {
    return refuse(words.damaged(of));
  }
}
