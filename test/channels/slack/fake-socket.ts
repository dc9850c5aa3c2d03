import { createHash, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's side of Socket Mode. */
export interface FakeSocket {
  /** Sockets that are open. */
  readonly open: () => number;
  /** Answers `apps.connections.open`. */
  offer(origin: string): { readonly url: string };
  /** Sends a payload, and resolves with what the app acknowledges it with; rejects where it does not in time. */
  send(type: 'events_api' | 'interactive' | 'slash_commands', payload: unknown, withinMs?: number): Promise<unknown>;
  /** Breaks all connections. */
  break(): void;
}

/** WebSockets as RFC 6455 has them, as much of it as small text messages need. */
export function openFakeSocket(server: Server): FakeSocket {
  const sockets = new Set<Duplex>();
  const waiting = new Map<string, (payload: unknown) => void>();
  server.on('upgrade', (request, socket: Duplex) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    readFrames(socket, (opcode, payload) => {
      if (opcode === 0x8) socket.end(frame(0x8, payload));
      else if (opcode === 0x9) socket.write(frame(0xa, payload));
      else if (opcode === 0x1) {
        const { envelope_id: envelope, payload: body } = JSON.parse(payload.toString());
        waiting.get(envelope)?.(body);
      }
    });
    socket.write(frame(0x1, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))));
  });
  return {
    open: () => sockets.size,
    offer: (origin) => ({ url: `${origin.replace('http', 'ws')}/link?ticket=${randomUUID()}` }),
    send(type, payload, withinMs = 3_000) {
      const [socket] = sockets;
      if (socket === undefined) return Promise.reject(new Error('no socket is open'));
      const envelope = randomUUID();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const timer = setTimeout(() => reject(new Error('not acknowledged')), withinMs);
      waiting.set(envelope, resolve);
      const message = { type, envelope_id: envelope, payload, accepts_response_payload: type !== 'events_api' };
      socket.write(frame(0x1, Buffer.from(JSON.stringify(message))));
      return promise.finally(() => clearTimeout(timer));
    },
    break() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
  };
}

/** A whole frame from the server, which does not mask. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
  if (length >= 126) head.writeUInt32BE(length, 6);
  return Buffer.concat([head, payload]);
}

/** Frames of a client, which masks. */
function readFrames(socket: Duplex, onFrame: (opcode: number, payload: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const [first = 0, second = 0] = rest;
      const short = second & 0x7f;
      const headLength = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < headLength + 4) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? rest.readUInt32BE(6) : short;
      if (rest.length < headLength + 4 + length) return;
      const mask = rest.subarray(headLength, headLength + 4);
      const masked = rest.subarray(headLength + 4, headLength + 4 + length);
      const payload = Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
      rest = rest.subarray(headLength + 4 + length);
      onFrame(first & 0x0f, payload);
    }
  });
}
