import "server-only";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { decodeProfile, encodeProfile } from "#lib/domain/profile/codec";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";

const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Every zstd frame begins with this byte; no format of the domain's codec does. */
const compressed = 0x28;
/** Below this many bytes compression costs more than it saves. */
const worthwhile = 512;

/** A Profile as it is stored: packed by the domain's codec, then zstd at its fastest, which halves it. */
export function packProfile(profile: Profile, spec: ProfileSpec): Buffer {
  const bytes = encodeProfile(profile, spec);
  return bytes.length < worthwhile ? Buffer.from(bytes) : zstdCompressSync(bytes, fast);
}

export const unpackProfile = (body: Buffer, spec: ProfileSpec): Profile =>
  decodeProfile(body[0] === compressed ? zstdDecompressSync(body) : body, spec);
