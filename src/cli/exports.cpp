// SPDX-License-Identifier: MIT
#include "cli/exports.h"

#include "cli/command.h"
#include "report/export.h"
#include "report/json/json.h"
#include "text/failure.h"

namespace lapwing::cli {

plan::Redaction disclosureOf(const QCommandLineParser &given)
{
    return given.isSet(QStringLiteral("full-urls")) ? plan::Redaction::Full
                                                    : plan::Redaction::Redacted;
}

QString readExports(const QCommandLineParser &given, Exports &exports)
{
    exports.documentToOut = given.isSet(QStringLiteral("json"));
    for (const QString &path : given.values(QStringLiteral("export"))) {
        if (path == u"-") {
            if (exports.documentToOut)
                return Text::tr("Only one run document can go to standard output: use --json or a "
                                "single --export -");
            exports.documentToOut = true;
        } else if (report::formatOf(path) == nullptr) {
            return Text::tr("--export %1: the file name must end in %2.")
                .arg(path, report::knownEndings());
        } else {
            exports.files << path;
        }
    }
    return {};
}

bool deliver(const report::Document &document, const Exports &exports, const QStringList &lines,
             Streams &streams, const std::function<void(const QString &)> &note)
{
    bool written = true;
    for (const QString &path : exports.files) {
        if (const auto failure = report::save(document, path)) {
            written = false;
            note(Text::tr("%1: %2 %3").arg(path, text::sentence(*failure), failure->detail));
        }
    }
    if (exports.documentToOut) {
        write(streams.out, harmlessJson(report::toJson(document)));
    } else {
        for (const QString &line : lines)
            say(streams.out, line);
    }
    if (streams.out.broken)
        note(Text::tr("Could not write to standard output."));
    return written && !streams.out.broken;
}

} // namespace lapwing::cli
