// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"
#include "report/document.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace lapwing::report {

/// A way to write a document down, known by the ending of the file's name.
struct Format {
    const char *ending; ///< ".json"
    /// Else why it cannot be written, translated.
    tl::expected<QByteArray, QString> (*bytesOf)(const Document &document);
};

/// By the ending of the file's name, whatever its case; nullptr: no format has it.
[[nodiscard]] const Format *formatOf(const QString &path);

/// Of all formats, for help and for what is said of a wrong one.
[[nodiscard]] QStringList endings();
/// What an ending may be, in words: ".json, .csv or .md".
[[nodiscard]] QString knownEndings();

/// Writes atomically: the old file stands until the new one is whole. Into a pipe or a device that is there
/// it writes, and waits for the reader. Absent: it worked.
/// Ask formatOf() first: a path without a format is an `internal` failure.
[[nodiscard]] std::optional<record::Failure> save(const Document &document, const QString &path);
/// The same of what is written down already.
[[nodiscard]] std::optional<record::Failure> saveBytes(const QByteArray &bytes,
                                                       const QString &path);

} // namespace lapwing::report
