import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A square picture: four bytes (red, green, blue, opacity) for each point, line by line. */
export interface Picture {
  readonly size: number;
  readonly points: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bytesPerPoint = 4;
const bitsPerChannel = 8;
const colourWithOpacity = 6;

/** The picture as a PNG. Packed by a program of its own and not by the machine's zlib, so that it is the same on every machine. */
export function encodePng({ size, points }: Picture): Uint8Array {
  const header = new Uint8Array(13);
  const numbers = new DataView(header.buffer);
  numbers.setUint32(0, size);
  numbers.setUint32(4, size);
  header.set([bitsPerChannel, colourWithOpacity], 8);
  const width = size * bytesPerPoint;
  // Each line begins with its filter; 0 is none.
  const lines = new Uint8Array(size * (width + 1));
  for (let line = 0; line < size; line++)
    lines.set(points.subarray(line * width, (line + 1) * width), line * (width + 1) + 1);
  const chunks = [chunk('IHDR', header), chunk('IDAT', zlibSync(lines, { level: 9 })), chunk('IEND', new Uint8Array())];
  return Buffer.concat([signature, ...chunks]);
}

/** Length, name, content, and the checksum of both. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
