// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/access.h"

namespace lapwing::ui {

/// The files with credentials and certificates. Reading them may wait for a disk. Every error is a sentence that
/// names the file and shows nothing of what is in it.
struct AccessFiles {
    bool netrc = false;
    QString cookieFile;
    QString caCertificateFile;

    [[nodiscard]] bool isEmpty() const
    {
        return !netrc && cookieFile.isEmpty() && caCertificateFile.isEmpty();
    }
    /// What they hold; the error when one cannot be used.
    [[nodiscard]] std::optional<QString> addTo(plan::Access &access) const;
};

/// Where ~/.netrc is.
[[nodiscard]] QString netrcPath();

[[nodiscard]] tl::expected<std::vector<plan::Login>, QString> readNetrc();
/// At least one, and no line that is none: the error names the first such line, and what is wrong with it.
[[nodiscard]] tl::expected<std::vector<plan::Cookie>, QString> readCookies(const QString &path);
/// Absent: there is a certificate in it.
[[nodiscard]] std::optional<QString> errorOfCertificates(const QString &path);

} // namespace lapwing::ui
