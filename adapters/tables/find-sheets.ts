/** A sheet of a workbook and the part of the archive that holds it. */
export interface SheetPlace {
  readonly name: string;
  /** Counted from 1 among all sheets, also those that hold a chart. */
  readonly number: number;
  readonly part: string;
}

/** The sheets in their order. Reads only the two small lists of a workbook: its names, and where each name's part stands. */
export function findSheets(workbook: string, relations: string): readonly SheetPlace[] {
  const targets = new Map(
    elements(relations, 'Relationship')
      .filter((attributes) => attributes.get('Type')?.endsWith('/worksheet'))
      .map((attributes) => [attributes.get('Id'), attributes.get('Target')]),
  );
  const named = elements(workbook, 'sheet').filter((attributes) => (attributes.get('name') ?? '') !== '');
  return named.flatMap((attributes, index) => {
    const target = targets.get(attributes.get('id'));
    if (target === undefined) return [];
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{ name: attributes.get('name') ?? '', number: index + 1, part }];
  });
}

function elements(xml: string, tag: string): readonly ReadonlyMap<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${tag}\\s([^<>]*)>`, 'g'))].map(
    ([, text = '']) =>
      new Map(
        [...text.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, name = '', double, single]): readonly [string, string] => [name, decodeEntities(double ?? single ?? '')],
        ),
      ),
  );
}

const entities: ReadonlyMap<unknown, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities.get(name) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
