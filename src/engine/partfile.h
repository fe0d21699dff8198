// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// A file on its way to its name, by system calls that block: for the thread pool alone.
/// Everything is relative to the open folder, so that a folder renamed or replaced by a link
/// meanwhile leads nowhere else. What we did not make is never opened, truncated or removed.
class PartFile {
public:
    using MaybeFailure = std::optional<record::Failure>;

    /// `folder` is a descriptor that outlives this.
    PartFile(int folder, QString name) : m_folder(folder), m_name(std::move(name)) { }
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// Makes "NAME.part", or the next number that is free, when first called.
    [[nodiscard]] MaybeFailure write(const QByteArray &bytes);
    /// To the disk; makes the file when nothing was written (an empty one).
    [[nodiscard]] MaybeFailure sync();
    /// Gives it its final name without replacing: a taken one gets " (1)". Returns the name.
    [[nodiscard]] tl::expected<QString, record::Failure> publish();
    /// Removes the part; when published, nothing.
    void remove();

private:
    [[nodiscard]] MaybeFailure create();

    int m_folder;
    QString m_name;
    QByteArray m_part; ///< empty while there is none of ours
    int m_file = -1;
};

/// The failure that an errno stands for.
[[nodiscard]] record::Failure failureOf(int errorNumber, const char *call);

} // namespace lapwing::engine
