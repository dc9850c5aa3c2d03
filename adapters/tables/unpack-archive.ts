import { crc32, inflateRawSync } from 'node:zlib';
import { archiveEntriesMax, unpackedBytesMax } from './limits.ts';
import type { FileProblem } from './table.ts';

/** The parts of an archive; nothing is unpacked before it is asked for. */
export interface Archive {
  readonly names: readonly string[];
  /**
   * Unpacks one part. Contract: null where there is none; throws an `ArchiveError` where it is broken, encrypted, or where this
   * archive has unpacked more than `unpackedBytesMax` in all, whatever its headers say.
   */
  unpack(name: string): Uint8Array | null;
}

/** Ends the reading of an archive; caught where the file is read, it never leaves this folder. */
export class ArchiveError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'ArchiveError';
    this.problem = problem;
  }
}

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** Reads the directory at the end of a ZIP archive. Throws an `ArchiveError`. */
export function openArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guard(() => readDirectory(buffer));
  let left = unpackedBytesMax;
  return {
    names: [...entries.keys()],
    unpack: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.bytes > left) throw new ArchiveError('bomb');
      const unpacked = guard(() => unpackEntry(buffer, entry));
      left -= unpacked.length;
      return unpacked;
    },
  };
}

function readDirectory(buffer: Buffer): ReadonlyMap<string, Entry> {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1) throw new ArchiveError('broken');
  const count = buffer.readUInt16LE(end + 10);
  if (count > archiveEntriesMax) throw new ArchiveError('bomb');
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw new ArchiveError('broken');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place));
    const name = buffer.toString('utf8', at + 46, at + 46 + (nameBytes ?? 0));
    if (entries.has(name)) throw new ArchiveError('broken');
    entries.set(name, {
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packedBytes: buffer.readUInt32LE(at + 20),
      bytes: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return entries;
}

function unpackEntry(buffer: Buffer, entry: Entry): Uint8Array {
  const { flags, method, crc, packedBytes, bytes, offset } = entry;
  if ((flags & 1) !== 0) throw new ArchiveError('encrypted');
  if (buffer.readUInt32LE(offset) !== 0x04034b50) throw new ArchiveError('broken');
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  if (start + packedBytes > buffer.length || (method !== 0 && method !== 8)) throw new ArchiveError('broken');
  const packed = buffer.subarray(start, start + packedBytes);
  const unpacked = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) });
  if (unpacked.length !== bytes || crc32(unpacked) !== crc) throw new ArchiveError('broken');
  return unpacked;
}

/** What a broken archive makes Node throw (a place outside of the file, bytes that do not inflate) is one thing to its reader. */
function guard<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveError('bomb', error);
    if (error instanceof RangeError || code.startsWith('Z_')) throw new ArchiveError('broken', error);
    throw error;
  }
}
