// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { largestDocx, openDocx } from '../docx/open.ts';
import { columns, line, writeDocx } from '../docx/write.ts';
import { sampleData } from './data.ts';
import { fillDocx, inspectTemplate, printTemplate } from './fill.ts';
import { paperKindTitles, paperKinds } from './papers.ts';
import { starterOf } from './starter-letter.ts';
import { starterTemplate } from './starter.ts';

const at = Temporal.Instant.from('2026-11-26T09:41:00+07:00');
const printing = { title: 'Quyết định', author: 'UBND xã Mẫu', verifyUrl: 'https://motcua.example.vn/x/a', demonstration: false, mark: '', at };
const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
const printed = async (body: string, data = sampleData('result', [])): Promise<string> => textOf((await printTemplate(writeDocx({ body }), data, printing)).pdf);
const issuesOf = (bytes: Uint8Array, answers: readonly string[] = []): readonly string[] => inspectTemplate(bytes, { paper: 'result', answers }).issues.map(({ place, text }) => `${place}: ${text}`);
const body = (inner: string): Uint8Array => writeDocx({ body: inner });
const sound = line('{số văn bản}{chỗ ký}{chỗ dấu}');
const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;

describe('mẫu giấy từ tệp Word: a filled template', () => {
  test('is printed as PDF/A-2b with its text, its lists and the places of the signatures', async () => {
    const { pdf, places } = await printTemplate(starterTemplate(), sampleData('result', []), printing);
    const text = textOf(pdf);

    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B/u);
    for (const words of ['QUYẾT ĐỊNH', 'Số: 12/QĐ-UBND', 'Cấp cho: Nguyễn Văn Mẫu', 'TM. ỦY BAN NHÂN DÂN', 'Trần Thị Mẫu']) expect(text).toContain(words);
    expect(text.match(/Căn cứ Luật Mẫu/gu)).toHaveLength(2);
    expect(text).not.toMatch(/[{}\uE000\uE001]/u);
    expect(places.map(({ name, page, width, height }) => [name, page, Math.round(width), Math.round(height)])).toEqual([['agency', 1, 125, 57], ['officer', 1, 145, 57]]);
  });

  test('takes markup and field names in a person’s answers as text', async () => {
    const data = sampleData('result', []);

    const text = await printed(line('{chủ hồ sơ}'), { ...data, texts: { ...data.texts, 'chủ hồ sơ': '#panic() *x* {số văn bản} <w:br/> \uE000sign\uE001' } });

    expect(text.trim()).toBe('#panic() *x* {số văn bản} <w:br/> sign');
  });

  test('repeats the rows of a table, joins cells, and keeps tabs, breaks and page numbers', async () => {
    const cell = (inner: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${inner}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>
      <w:tr>${cell(line('Bảng kê'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(line('{#nơi nhận}{tên nơi nhận}'))}${cell(line('ghi chú{/nơi nhận}'))}</w:tr></w:tbl>`;
    const tabbed = '<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs></w:pPr><w:r><w:t>Trái</w:t><w:tab/><w:t>Phải</w:t></w:r></w:p>';
    const number = '<w:p><w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:fldSimple w:instr=" PAGE "/><w:r><w:br w:type="page"/></w:r></w:p>';
    const data = sampleData('result', []);

    const text = await printed(table + tabbed + number + line('Trang hai'), { ...data, lists: { ...data.lists, 'nơi nhận': [{ 'tên nơi nhận': 'Như Điều 1' }, { 'tên nơi nhận': 'Lưu: VT' }] } });

    expect(text).toMatch(/Bảng kê[\s\S]*Như Điều 1\s+ghi chú[\s\S]*Lưu: VT\s+ghi chú/u);
    expect(text).toMatch(/Trái\.{10,}\s?Phải/u);
    expect(text).toContain('Trang 1');
    expect(text.split('\f')[1]).toContain('Trang hai');
  });

  test('numbers its paragraphs as Word does, also those a list repeats', async () => {
    const level = (at: number, format: string, text: string): string => `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Điều %1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const numbered = (at: number, text: string): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const file = writeDocx({ body: numbered(0, 'Cấp phép') + numbered(1, 'khoản một') + numbered(1, 'khoản hai') + numbered(0, '{#căn cứ}{nội dung căn cứ}{/căn cứ}') + numbered(1, 'khoản mới'), more: { 'word/numbering.xml': numbering } });
    const data = sampleData('result', []);

    const text = textOf((await printTemplate(file, { ...data, lists: { ...data.lists, 'căn cứ': [{ 'nội dung căn cứ': 'Luật A' }, { 'nội dung căn cứ': 'Luật B' }] } }, printing)).pdf);

    expect(text.split('\n').map((one) => one.trim().replace(/\s+/gu, ' ')).filter((one) => one !== '' && one !== '\f')).toEqual(['Điều 1. Cấp phép', 'a) khoản một', 'b) khoản hai', 'Điều 2. Luật A', 'Điều 3. Luật B', 'a) khoản mới']);
  });

  test('stands in the columns of its page, broken where Word breaks them', async () => {
    const file = writeDocx({ body: line('Bên trái') + run('<w:br w:type="column"/>') + line('Bên phải'), section: '<w:cols w:num="2" w:space="720"/>' });

    const text = textOf((await printTemplate(file, sampleData('result', []), printing)).pdf);

    expect(text).toMatch(/Bên trái\s+Bên phải/u);
  });

  test.each(paperKinds.filter((paper) => paper !== 'result'))('of a letter is begun, checked and printed with a sample: %s', async (paper) => {
    const bytes = starterOf(paper);
    const { pdf, places } = await printTemplate(bytes, sampleData(paper, []), printing);
    const text = textOf(pdf);

    expect(inspectTemplate(bytes, { paper, answers: [] }).issues).toEqual([]);
    expect(text).toContain(paperKindTitles[paper].toLocaleUpperCase('vi').split(' ').slice(0, 3).join(' '));
    expect(text).not.toMatch(/[{}\uE000\uE001]/u);
    expect(places.map(({ name }) => name)).toEqual(paper === 'extension' ? ['officer'] : []);
  });

  test('is also had as a Word file, the places of signatures left blank', async () => {
    const filled = await fillDocx(starterTemplate(), sampleData('result', []));
    const words = strFromU8(unzipSync(filled)['word/document.xml'] ?? new Uint8Array());

    expect(words).toContain('Nguyễn Văn Mẫu');
    expect(words).not.toMatch(/[{}\uE000]/u);
    expect(openDocx(filled).ok).toBe(true);
  });

  test('is the same file when printed again', async () => {
    const [one, two] = [await printTemplate(starterTemplate(), sampleData('result', []), printing), await printTemplate(starterTemplate(), sampleData('result', []), printing)];

    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
  });
});

describe('soát mẫu giấy: the check of a template', () => {
  test('finds nothing in the file to begin from', () => {
    expect(issuesOf(starterTemplate())).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ['a field nobody knows, with its place and a likely one', sound + line('{tên cơ qan}'), /^đoạn 2: Không có trường «tên cơ qan».*Có phải/u],
    ['a field of a list outside of it', sound + line('{tên nơi nhận}'), /đoạn 2: «tên nơi nhận» chỉ dùng trong danh sách «nơi nhận»/u],
    ['a list that is not closed', sound + line('{#căn cứ}{nội dung căn cứ}'), /Danh sách «căn cứ» chưa đóng/u],
    ['a list closed that was not opened', sound + line('{/căn cứ}'), /không có \{#căn cứ\} ở trước/u],
    ['a list in a list', sound + line('{#căn cứ}{#nơi nhận}{/nơi nhận}{/căn cứ}'), /không lồng danh sách/u],
    ['a list named as a field', sound + line('{căn cứ}'), /«căn cứ» là danh sách/u],
    ['half a field', sound + line('Số: {số văn bản'), /Ngoặc nhọn chưa đủ đôi/u],
    ['no place for the signature', line('{số văn bản}{chỗ dấu}'), /Thiếu \{chỗ ký\}/u],
    ['two places for the seal', sound + line('{chỗ dấu}'), /\{chỗ dấu\} có hai lần/u],
    ['an answer the form does not have', sound + line('{tờ khai.childNam}'), /Tờ khai của mẫu không có ô «childNam».*«childName»/u],
    ['a field within a cell', sound + columns({ width: 100, inner: line('x') }, { width: 100, inner: line('{lạ}') }), /bảng 1, hàng 1, cột 2, đoạn 1: Không có trường «lạ»/u],
    ['code', sound + line('{constructor.constructor("return process")()}'), /Không có trường/u],
  ])('finds %s', (_what, inner, words) => {
    expect(issuesOf(body(inner), ['childName']).join('\n')).toMatch(words);
  });

  test.each<[string, string, RegExp]>([
    ['a floating drawing', run('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'), /Hình vẽ, hộp chữ không in được/u],
    ['an old picture', run('<w:pict/>'), /Hình vẽ kiểu cũ/u],
    ['a change not yet accepted', '<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>', /Còn thay đổi chưa chấp nhận/u],
    ['a comment', run('<w:commentReference w:id="1"/>'), /Lời bình/u],
    ['a footnote', run('<w:footnoteReference w:id="1"/>'), /Chú thích cuối trang/u],
    ['a field of Word that fetches something', '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x "/></w:p>', /Trường «INCLUDEPICTURE/u],
    ['hidden letters', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>', /Chữ ẩn/u],
    ['another font, which is printed otherwise', '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>x</w:t></w:r></w:p>', /Phông «Arial» in bằng Tinos/u],
    ['what it has never heard of', run('<w:hologram/>'), /Phần «w:hologram» không in được/u],
    ['columns of different widths', '', /^Trang: Các cột rộng khác nhau/mu],
    ['a text box', run('<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"/></w:drawing>'), /^đoạn 2: Hình đặt tự do/mu],
  ])('names %s instead of dropping it', (_what, inner, words) => {
    const file = inner === '' ? writeDocx({ body: sound, section: '<w:cols w:num="2" w:equalWidth="0"/>' }) : body(sound + inner);

    expect(issuesOf(file).join('\n')).toMatch(words);
  });
});

describe('soát mẫu giấy, phiếu: what a letter may not leave out', () => {
  const lacking = (paper: (typeof paperKinds)[number], text: string): string => inspectTemplate(body(line(text)), { paper, answers: [] }).issues.filter(({ blocks }) => blocks).map((issue) => issue.text).join('\n');

  test('blocks a receipt without its code, its number and its days', () => {
    expect(lacking('receipt', 'Giấy tiếp nhận {chủ hồ sơ}')).toMatch(/Thiếu \{số văn bản\}[\s\S]*Thiếu \{ngày ban hành\}[\s\S]*Thiếu \{mã QR\}[\s\S]*Thiếu \{mã hồ sơ\}[\s\S]*\{#thành phần hồ sơ\}[\s\S]*Thiếu \{lúc hẹn trả\}/u);
  });

  test('blocks a field of another paper, and takes the national heading for advice', () => {
    const { issues } = inspectTemplate(body(line('{hẹn mới}')), { paper: 'refusal', answers: [] });

    expect(issues.filter(({ blocks }) => blocks).map(({ text }) => text).join('\n')).toMatch(/Không có trường «hẹn mới»/u);
    expect(issues.filter(({ blocks }) => !blocks).map(({ text }) => text).join('\n')).toMatch(/Quốc hiệu/u);
  });
});

describe('tệp Word xấu: a hostile file', () => {
  const bomb = (): Uint8Array => writeDocx({ body: line('x'), more: { 'word/big.xml': ' '.repeat(40 * 1024 * 1024) } });

  test.each<[string, () => Uint8Array, RegExp]>([
    ['no file at all', () => new Uint8Array(), /không mở được/u],
    ['a text that says it is one', () => new TextEncoder().encode('PK tôi là tệp Word'), /không mở được/u],
    ['half a file', () => starterTemplate().slice(0, 900), /không mở được/u],
    ['a huge file', () => new Uint8Array(largestDocx + 1), /nặng hơn 4 MB/u],
    ['a bomb', bomb, /bung ra quá lớn/u],
    ['thousands of parts', () => writeDocx({ body: line('x'), more: Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`word/p${String(at)}.xml`, '<x/>'])) }), /quá nhiều phần/u],
    ['macros', () => writeDocx({ body: line('x'), more: { 'word/vbaProject.bin': 'x' } }), /word\/vbaProject\.bin: Tệp có macro/u],
    ['a macro document', () => writeDocx({ body: line('x'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), /Tệp có macro/u],
    ['a link outside', () => writeDocx({ body: line('x'), relations: '<Relationship Id="r9" Type="http://x/hyperlink" Target="http://evil.example/x" TargetMode="External"/>' }), /document\.xml\.rels: Có liên kết ra ngoài tới «http:\/\/evil\.example/u],
    ['an embedded object', () => writeDocx({ body: line('x'), more: { 'word/embeddings/oleObject1.bin': 'x' } }), /nhúng/u],
    ['a template of elsewhere', () => writeDocx({ body: line('x'), relations: '<Relationship Id="r9" Type="http://x/attachedTemplate" Target="t.dotm"/>' }), /attachedTemplate/u],
    ['entities that multiply', () => writeDocx({ body: line('x'), more: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' } }), /word\/styles\.xml: Phần này của tệp không đọc được/u],
    ['broken XML', () => writeDocx({ body: '<w:p><w:r>' }), /word\/document\.xml: Phần này của tệp không đọc được/u],
    ['a way out of the package', () => writeDocx({ body: line('x'), more: { '../../etc/passwd.xml': '<x/>' } }), /đường dẫn lạ/u],
    ['endless depth', () => writeDocx({ body: '<w:sdt><w:sdtContent>'.repeat(200) + '</w:sdtContent></w:sdt>'.repeat(200) }), /không đọc được/u],
  ])('with %s is refused with what and where', (_what, make, words) => {
    expect(issuesOf(make()).join('\n')).toMatch(words);
  });
});
