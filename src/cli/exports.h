// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "report/document.h"

#include <QCommandLineParser>

#include <functional>

namespace lapwing::cli {

/// What is to be written, where, and how much of it may be seen.
struct Exports {
    QStringList files;          ///< each has an ending that is known
    bool documentToOut = false; ///< --json, --export -
    plan::Redaction redaction = plan::Redaction::Redacted;
};

/// --full-urls
[[nodiscard]] plan::Redaction disclosureOf(const QCommandLineParser &given);

/// --export and --json. What is wrong with them; empty: nothing.
[[nodiscard]] QString readExports(const QCommandLineParser &given, Exports &exports);

/// Writes everything that was asked for, whatever came before; `lines` only where the document does not go
/// to standard output. `note` is told what could not be written. False: one of it could not.
[[nodiscard]] bool deliver(const report::Document &document, const Exports &exports,
                           const QStringList &lines, Streams &streams,
                           const std::function<void(const QString &)> &note);

} // namespace lapwing::cli
