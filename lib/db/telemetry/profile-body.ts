import "server-only";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { decodeProfile, encodeProfile } from "#lib/domain/profile/codec";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";

const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A Profile as it is stored: packed by the domain's codec, then zstd at its fastest, which halves it. */
export const packProfile = (profile: Profile, spec: ProfileSpec): Buffer => zstdCompressSync(encodeProfile(profile, spec), fast);

export const unpackProfile = (body: Buffer, spec: ProfileSpec): Profile => decodeProfile(zstdDecompressSync(body), spec);
