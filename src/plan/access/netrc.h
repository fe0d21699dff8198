// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>
#include <vector>

namespace lapwing::plan {

/// What ~/.netrc says of one machine. Its password is a secret: never shown.
struct Login {
    QString
        machine; ///< a host in the form of hostFrom(); empty: "default", for every other machine
    QString user;
    QString password;

    friend bool operator==(const Login &, const Login &) = default;
};

/// The file that ftp began and curl, wget and git read: tokens machine, default, login, password, account
/// and macdef; quotation marks and the backslashes between them as curl reads them. Where one of those
/// words is expected, "#" begins a comment; a password may begin with it. The error is a sentence
/// that names the line and holds no token of the file.
[[nodiscard]] tl::expected<std::vector<Login>, QString> netrcFrom(const QByteArray &bytes);

/// The first that speaks of this host, else the default; null: none. A machine without a login speaks
/// of it too: nothing is sent there.
[[nodiscard]] const Login *loginFor(const std::vector<Login> &logins, const QString &host);

} // namespace lapwing::plan
