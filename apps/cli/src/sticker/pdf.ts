import type { Font, Mark } from './sheet.ts';
import { PAGE } from './sheet.ts';

/** PDF points to a millimetre. */
const POINT = 72 / 25.4;
const pt = (mm: number): string => String(Math.round(mm * POINT * 100) / 100);

/**
 * Chinese without embedding a font: the predefined character collection Adobe-GB1, with the encoding UTF-16 (ISO 32000-1, 9.7.5.2),
 * which every viewer draws with a font that it has. ASCII is set in two of the standard fonts (9.6.2.2).
 */
const FONTS = {
  song: '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
  sans: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  mono: '<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold>>',
} as const satisfies Record<Font, string>;
const DESCENDANT =
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000/FontDescriptor 7 0 R>>';
const DESCRIPTOR =
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>';

/** The first object of the pages: those before it are catalogue, page tree, fonts and what the Chinese one is made of. */
const FIRST_PAGE = 8;

/** A sheet as a PDF 1.5 file: ASCII throughout, so that its bytes are its characters. */
export function sheetPdf(pages: readonly (readonly Mark[])[]): string {
  const size = `[0 0 ${pt(PAGE.width)} ${pt(PAGE.height)}]`;
  const kids = pages.map((_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    FONTS.song,
    FONTS.sans,
    FONTS.mono,
    DESCENDANT,
    DESCRIPTOR,
    ...pages.flatMap((marks, i) => {
      const content = marks.map(drawn).join('\n');
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox${size}/Resources<</Font<</song 3 0 R/sans 4 0 R/mono 5 0 R>>>>/Contents ${FIRST_PAGE + 2 * i + 1} 0 R>>`,
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** PDF counts from the bottom. */
function drawn(mark: Mark): string {
  const box = (height: number) => `${pt(mark.x)} ${pt(PAGE.height - mark.y - height)}`;
  switch (mark.kind) {
    case 'text':
      return `BT /${mark.font} ${pt(mark.size)} Tf ${box(0)} Td ${mark.font === 'song' ? utf16(mark.text) : ascii(mark.text)} Tj ET`;
    case 'square':
      return `${box(mark.height)} ${pt(mark.width)} ${pt(mark.height)} re f`;
    case 'frame':
      return `q 0.6 G 0.5 w [4 4] 0 d ${box(mark.height)} ${pt(mark.width)} ${pt(mark.height)} re S Q`;
  }
}

const ascii = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;

function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<${units.join('')}>`;
}
