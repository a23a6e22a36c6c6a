import "server-only";

const header = Buffer.from("5047434f50590aff0d0a000000000000000000", "hex");
const epoch2000 = 946_684_800_000_000;

/** Tuples in Postgres' binary COPY format, in one growing buffer. Every field is written with its length before it. */
export class CopyBuffer {
  private buffer: Buffer;
  private view: DataView;
  private position = 0;

  constructor(size = 1 << 18) {
    this.buffer = Buffer.allocUnsafeSlow(size);
    this.view = new DataView(this.buffer.buffer);
  }

  get length(): number {
    return this.position;
  }

  private room(bytes: number): void {
    if (this.position + bytes <= this.buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.position + bytes));
    this.buffer.copy(grown, 0, 0, this.position);
    this.buffer = grown;
    this.view = new DataView(grown.buffer);
  }

  start(): void {
    this.room(header.length);
    this.position += header.copy(this.buffer, this.position);
  }

  tuple(fields: number): void {
    this.room(2);
    this.view.setInt16(this.position, fields);
    this.position += 2;
  }

  end(): void {
    this.tuple(-1);
  }

  private nothing(): void {
    this.room(4);
    this.view.setInt32(this.position, -1);
    this.position += 4;
  }

  int4(value: number): void {
    this.room(8);
    this.view.setInt32(this.position, 4);
    this.view.setInt32(this.position + 4, value);
    this.position += 8;
  }

  int8(value: number): void {
    this.room(12);
    this.view.setInt32(this.position, 8);
    this.view.setBigInt64(this.position + 4, BigInt(value));
    this.position += 12;
  }

  float8(value: number | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.room(12);
    this.view.setInt32(this.position, 8);
    this.view.setFloat64(this.position + 4, value);
    this.position += 12;
  }

  float4(value: number | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.room(8);
    this.view.setInt32(this.position, 4);
    this.view.setFloat32(this.position + 4, value);
    this.position += 8;
  }

  /** Microseconds since 1970, written as Postgres counts: since 2000. */
  timestamp(micros: number | null): void {
    if (micros === null) {
      this.nothing();
      return;
    }
    this.int8(micros - epoch2000);
  }

  text(value: string | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.room(4 + value.length * 3);
    const at = this.position;
    this.position += 4;
    this.chars(value);
    this.view.setInt32(at, this.position - at - 4);
  }

  /** A bytea whose bytes `write` adds with the raw methods below. */
  bytes(write: (to: CopyBuffer) => void): void {
    this.room(4);
    const at = this.position;
    this.position += 4;
    write(this);
    this.view.setInt32(at, this.position - at - 4);
  }

  byte(value: number): void {
    this.room(1);
    this.buffer[this.position++] = value;
  }

  short(value: number): void {
    this.room(2);
    this.view.setUint16(this.position, value);
    this.position += 2;
  }

  double(value: number): void {
    this.room(8);
    this.view.setFloat64(this.position, value);
    this.position += 8;
  }

  /** Text with its length in two bytes; the caller keeps it below 64 kB. */
  shortText(value: string): void {
    this.room(2 + value.length * 3);
    const at = this.position;
    this.position += 2;
    this.chars(value);
    this.view.setUint16(at, this.position - at - 2);
  }

  /** Plain ASCII by hand: a call into the runtime costs more than forty bytes. */
  private chars(value: string): void {
    const start = this.position;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        this.position = start + this.buffer.write(value, start, "utf8");
        return;
      }
      this.buffer[this.position++] = code;
    }
  }

  /** What was written so far, as a copy; the buffer starts anew. */
  take(): Buffer {
    const taken = Buffer.from(this.buffer.subarray(0, this.position));
    this.position = 0;
    return taken;
  }
}
