// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace lapwing::test {

/// A self-signed certificate for localhost and 127.0.0.1, and its key, as PEM files.
/// It is its own authority: give `certificate` to whoever shall trust it.
struct Certificate {
    QString certificate;
    QString key;
};

/// Made anew in `folder` with the openssl program; nothing where there is none.
[[nodiscard]] std::optional<Certificate> makeCertificate(const QString &folder);

} // namespace lapwing::test
