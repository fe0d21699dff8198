// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/source.h"
#include "record/failure.h"

#include <QByteArray>
#include <QDateTime>

#include <fcntl.h>
#include <optional>
#include <sys/stat.h>

/// Inside this folder only: what is done to the files of a folder by system calls that block.
namespace lapwing::engine {

inline constexpr int newFile = O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR;
/// Of a file that is there: never through a link, and no wait for the other end of a pipe.
inline constexpr int oldFile = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

/// Renames without replacing, also where the file system cannot do so by itself (NFS). 0 or an errno.
[[nodiscard]] int renameWithoutReplacing(int folder, const QByteArray &from, int toFolder,
                                         const QByteArray &to);

// The folder `name` in this one, through no link. Negative: errno says why.
[[nodiscard]] int enterFolder(int folder, const QByteArray &name);
/// Makes it first when it is missing, as `isMade` says then.
[[nodiscard]] int makeAndEnterFolder(int folder, const QByteArray &name, bool *isMade = nullptr);
/// The same folder, held until it is closed or unlocked: no run removes it for being empty. Closed and negative where one did
/// before; a negative one stays as it is.
[[nodiscard]] int heldFolder(int folder);
/// Unless somebody holds it, or anything is in it.
void removeUnusedFolder(int above, const QByteArray &name);

/// 0, or an errno.
[[nodiscard]] int writeAll(int file, QByteArrayView bytes);

/// Up to `count` bytes from `offset` on; fewer at the end or on an error.
[[nodiscard]] QByteArray readAt(int file, qint64 offset, qint64 count);

/// The first 64 KiB. Absent when there is no file of this name that can be read.
[[nodiscard]] std::optional<QByteArray> readSmallFile(int folder, const QByteArray &name);

/// Empty also where there are no extended attributes.
[[nodiscard]] QByteArray attributeOf(int file, const char *name);
/// Where there are none, the file does without.
void setAttribute(int file, const char *name, const QByteArray &value);
void removeAttribute(int file, const char *name);

/// What a file that was finished remembers; absent when it remembers nothing, or is not as it was then.
[[nodiscard]] std::optional<Provenance> provenanceOf(int file);
void setProvenance(int file, const Provenance &provenance);

[[nodiscard]] qint64 inodeOf(const struct stat &it);
/// Nanoseconds since 1970.
[[nodiscard]] qint64 modifiedAt(const struct stat &it);
/// To the second, which is all that HTTP has. A disk that cannot take it is no reason to fail.
void setModified(int file, const QDateTime &time);

/// The failure that an errno stands for.
[[nodiscard]] record::Failure failureOf(int errorNumber, const char *call);

} // namespace lapwing::engine
