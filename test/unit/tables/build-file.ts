import { deflateRawSync } from 'node:zlib';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { storeArchive } from '../../../adapters/tables/store-archive.ts';

/** A text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text in UTF-16 with or without a byte order mark. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'little' ? bytes : bytes.swap16());
}

/** A text in Big5, by asking the decoder what each pair of bytes means. */
export function big5(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((sign) => big5Codes().get(sign) ?? [...utf8(sign)]));
}

let codes: ReadonlyMap<string, readonly number[]> | null = null;

function big5Codes(): ReadonlyMap<string, readonly number[]> {
  if (codes !== null) return codes;
  const decoder = new TextDecoder('big5');
  const made = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf9; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\uFFFD' && !made.has(sign)) made.set(sign, [lead, trail]);
    }
  codes = made;
  return made;
}

/** An XLSX file of the sheets by name. */
export async function xlsx(sheets: Readonly<Record<string, SheetData>>): Promise<Uint8Array> {
  const list = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data, dateFormat: 'yyyy/mm/dd' }));
  return new Uint8Array(await writeExcelFile(list).toBuffer());
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX file of one sheet whose `<sheetData>` is given as it is; what writers other than our own put there. */
export function rawXlsx(
  sheetData: string,
  { name = '工作表1', styles = '', workbook = '' }: { name?: string; styles?: string; workbook?: string } = {},
): Uint8Array {
  return storeArchive(
    new Map([
      [
        'xl/workbook.xml',
        utf8(
          `<workbook xmlns:r="${relationships}">${workbook}<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        ),
      ],
      [
        'xl/_rels/workbook.xml.rels',
        utf8(
          `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
        ),
      ],
      [
        'xl/styles.xml',
        utf8(
          `<styleSheet>${styles}<cellXfs count="1"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>`,
        ),
      ],
      ['xl/worksheets/sheet1.xml', utf8(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`)],
    ]),
  );
}

/** An inline text cell. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A ZIP archive of one packed part whose headers can lie about its size. */
export function packedArchive(name: string, body: Uint8Array, claimedBytes: number): Uint8Array {
  const stored = Buffer.from(storeArchive(new Map([[name, deflateRawSync(body)]])));
  const central = stored.indexOf('PK\x01\x02', 0, 'latin1');
  stored.writeUInt16LE(8, 8);
  stored.writeUInt16LE(8, central + 10);
  stored.writeUInt32LE(claimedBytes, 22);
  stored.writeUInt32LE(claimedBytes, central + 24);
  return new Uint8Array(stored);
}
