// SPDX-License-Identifier: MIT
#include "report/csv.h"

#include "measure/times.h"
#include "report/amounts.h"

#include <cmath>

namespace lapwing::report {
namespace {

QString cell(const std::optional<record::Stamp> &stamp)
{
    return stamp ? QString::number(seconds(*stamp), 'f', 9) : QString();
}

template<typename Integer>
QString cell(const std::optional<Integer> &number)
{
    return number ? QString::number(*number) : QString();
}

bool isFormula(const QString &text)
{
    if (text.isEmpty() || !QStringLiteral("=+-@\t\r\n").contains(text.front()))
        return false;
    bool number = false;
    const double value =
        text.toDouble(&number); // takes "-inf" too, which is no number to a spreadsheet
    return !number || !std::isfinite(value);
}

/// RFC 4180, section 2, rules 5 to 7.
QString quoted(QString text)
{
    if (isFormula(text))
        text.prepend(QLatin1Char('\''));
    const auto special = [](QChar c) { return QStringLiteral(",\"\r\n").contains(c); };
    if (std::none_of(text.cbegin(), text.cend(), special))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

/// What is known of one line of the table.
struct Line {
    const record::RunFacts &facts;
    const record::TaskRecord &task;
    measure::TaskTimes times;
    plan::Disclosure disclosure;
};

struct Column {
    const char *title;
    QString (*text)(const Line &);
};

// clang-format off
constexpr Column columns[] = {
    {"mode", [](const Line &line) { return toString(line.facts.mode); }},
    {"round", [](const Line &line) { return QString::number(line.facts.round); }},
    {"id", [](const Line &line) { return QString::number(line.task.id); }},
    {"name", [](const Line &line) { return line.task.name; }},
    {"url", [](const Line &line) { return plan::shown(line.task.url, line.disclosure); }},
    {"state", [](const Line &line) { return record::wordFor(told(line.task.state, line.facts)); }},
    {"error", [](const Line &line) { return line.task.failure ? line.task.failure->code : QString(); }},
    {"status", [](const Line &line) { return cell(line.task.status); }},
    {"protocol", [](const Line &line) { return line.task.protocol; }},
    {"bytes", [](const Line &line) { return QString::number(line.task.bytes); }},
    {"size", [](const Line &line) { return cell(line.task.size); }},
    {"queued_s", [](const Line &line) { return cell(line.times.queued); }},
    {"setup_s", [](const Line &line) { return cell(line.times.setUp); }},
    {"own_s", [](const Line &line) { return cell(line.times.own); }},
    {"wait_s", [](const Line &line) { return cell(line.times.wait); }},
    {"receive_s", [](const Line &line) { return cell(line.times.receive); }},
    {"commit_s", [](const Line &line) { return cell(line.times.commit); }},
    {"start_s", [](const Line &line) { return cell(line.task.start); }},
    {"end_s", [](const Line &line) { return cell(line.task.end); }},
    {"attempts", [](const Line &line) { return QString::number(line.task.attempts.size()); }},
    {"path", [](const Line &line) { return line.task.path; }},
    {"kept", [](const Line &line) { return QString::number(line.task.kept); }},
    {"already_there", [](const Line &line) { return line.task.alreadyThere ? QStringLiteral("true") : QStringLiteral("false"); }},
};
// clang-format on

template<typename TextOf>
void appendRow(QString &table, TextOf textOf)
{
    QStringList cells;
    for (const Column &column : columns)
        cells << quoted(textOf(column));
    table += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

} // namespace

QByteArray toCsv(const Document &document)
{
    QString table;
    appendRow(table, [](const Column &column) { return QString::fromLatin1(column.title); });
    for (const record::Run &run : document.runs) {
        for (const record::TaskRecord &task : run.tasks) {
            const Line line{run.facts, task, measure::timesOf(task), document.disclosure};
            appendRow(table, [&line](const Column &column) { return column.text(line); });
        }
    }
    return table.toUtf8();
}

} // namespace lapwing::report
