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

enum class NetrcFault {
    NotUtf8,
    OpenQuotationMark,
    UnknownWord, ///< where machine, default, login, password, account or macdef is expected
    NoMachine,   ///< a login before the first machine
    NoValue,     ///< behind the last word
    MachineName, ///< none, or no host name
};

/// What is wrong with a netrc, without any token of it; text/accesserror.h has the sentences.
struct NetrcError {
    NetrcFault fault = NetrcFault::NotUtf8;
    int line = 0; ///< from 1

    friend bool operator==(const NetrcError &, const NetrcError &) = default;
};

/// The file that ftp began and curl, wget and git read: tokens machine, default, login, password, account
/// and macdef; quotation marks and the backslashes between them as curl reads them. Where one of those
/// words is expected, "#" begins a comment; a password may begin with it.
[[nodiscard]] tl::expected<std::vector<Login>, NetrcError> netrcFrom(const QByteArray &bytes);

/// The first that speaks of this host, else the default; null: none. A machine without a login speaks
/// of it too: nothing is sent there.
[[nodiscard]] const Login *loginFor(const std::vector<Login> &logins, const QString &host);

} // namespace lapwing::plan
