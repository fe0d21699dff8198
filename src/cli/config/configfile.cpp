// SPDX-License-Identifier: MIT
#include "cli/config/configfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

namespace lapwing::cli {
namespace {

constexpr qint64 maxSize = 1024 * 1024; ///< bytes; far more than a person writes

struct Assignment {
    QString name;
    QString value;
};

bool saysNothing(const QString &line)
{
    return line.trimmed().isEmpty() || line.trimmed().startsWith(u'#');
}

/// Quotes around a value keep the spaces at its ends.
QString unquoted(const QString &text)
{
    const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    return isQuoted ? text.mid(1, text.size() - 2) : text;
}

/// Absent: it is no assignment.
std::optional<Assignment> assignmentIn(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^\\s*([\\w-]+)\\s*=(.*)$"));
    const QRegularExpressionMatch found = form.match(line);
    if (saysNothing(line) || !found.hasMatch())
        return std::nullopt;
    return Assignment{found.captured(1), unquoted(found.captured(2).trimmed())};
}

bool isOf(const QString &line, const Setting &setting)
{
    const auto assignment = assignmentIn(line);
    return assignment && assignment->name == QLatin1String(setting.name);
}

QString lineFor(const Setting &setting, const QString &value)
{
    const bool needsQuotes = value != value.trimmed() || value != unquoted(value);
    return QStringLiteral("%1 = %2").arg(QLatin1String(setting.name),
                                         needsQuotes ? u'"' + value + u'"' : value);
}

QString faultOf(const QString &line)
{
    const auto assignment = assignmentIn(line);
    if (!assignment)
        return Text::tr("expected 'option = value', for example 'at-once = 12'.");
    const auto setting = settingCalled(assignment->name);
    if (!setting)
        return setting.error();
    if (assignment->value.isEmpty())
        return Text::tr("%1 needs a value.").arg(assignment->name);
    return isSecret(**setting, assignment->value)
        ? Text::tr("this file is plain text and no place for a password; use the variable %1.")
              .arg(variableOf(**setting))
        : QString();
}

} // namespace

QString ConfigFile::path()
{
    const QString told = qEnvironmentVariable("LAPWING_CONFIG");
    return told.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/lapwing/lapwing-cli.conf")
                          : told;
}

Read<ConfigFile> ConfigFile::read()
{
    ConfigFile made;
    QFile file(path());
    made.m_exists = file.exists();
    if (!made.m_exists)
        return made;
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Text::tr("%1: %2").arg(file.fileName(), file.errorString()));
    const QByteArray bytes = file.read(maxSize + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(Text::tr("%1: %2").arg(file.fileName(), file.errorString()));
    if (bytes.size() > maxSize)
        return tl::unexpected(
            Text::tr("%1: %2").arg(file.fileName(), Text::tr("it is too large.")));
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    made.m_lines = text.split(u'\n');
    if (made.m_lines.constLast().isEmpty())
        made.m_lines.removeLast();
    return made;
}

std::optional<ConfigFile::Value> ConfigFile::value(const Setting &setting) const
{
    for (qsizetype line = m_lines.size(); line > 0; --line) {
        if (isOf(m_lines.at(line - 1), setting))
            return Value{assignmentIn(m_lines.at(line - 1))->value, static_cast<int>(line)};
    }
    return std::nullopt;
}

QString ConfigFile::placeOf(int line)
{
    return Text::tr("%1, line %2").arg(path()).arg(line);
}

QString ConfigFile::fault() const
{
    for (qsizetype place = 0; place < m_lines.size(); ++place) {
        if (saysNothing(m_lines.at(place)))
            continue;
        if (const QString fault = faultOf(m_lines.at(place)); !fault.isEmpty())
            return Text::tr("%1: %2").arg(placeOf(static_cast<int>(place + 1)), fault);
    }
    return {};
}

void ConfigFile::set(const Setting &setting, const QString &value)
{
    const std::optional<Value> there = this->value(setting);
    if (there)
        m_lines[there->line - 1] = lineFor(setting, value);
    else
        m_lines << lineFor(setting, value);
}

bool ConfigFile::unset(const Setting &setting)
{
    return m_lines.removeIf([&setting](const QString &line) { return isOf(line, setting); }) > 0;
}

/// What is written comes in the place of what was there: nobody would get a pipe or a device back, /dev/null above all.
QString ConfigFile::save() const
{
    if (const QFileInfo there(path()); there.exists() && !there.isFile())
        return Text::tr("%1: %2").arg(
            path(), Text::tr("it is not a regular file; no configuration can be saved there."));
    QSaveFile file(path());
    const QByteArray bytes = (m_lines.join(u'\n') + u'\n').toUtf8();
    const bool isWritten = QDir().mkpath(QFileInfo(path()).absolutePath())
        && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : Text::tr("%1: %2").arg(path(), file.errorString());
}

} // namespace lapwing::cli
