// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

struct stat;

namespace lapwing::engine {

struct Sidecar;

// What a part has in Provenance::stateAttribute until it is finished: with it no other program's file for a part of
// ours, nor, by the inode, a copy that somebody made of one; but see PartFile::takeOverMoved().

void markPart(int file, const struct stat &it, const QByteArray &entry);
/// The entry that is marked there; empty: none, or that of another file.
[[nodiscard]] QByteArray entryMarkedIn(int file, const struct stat &it);
/// The sidecar is of this file, or of the one that this is a copy of.
[[nodiscard]] bool isSidecarOf(int file, const struct stat &it, const Sidecar &sidecar);

/// The entry, by its digest, that what has this name says it is a part of; empty: it does not. Blocks. By this alone, and
/// not by its name, a part is found again: what made it take another number may be gone.
[[nodiscard]] QByteArray entryOfPart(int folder, const QByteArray &part);

} // namespace lapwing::engine
