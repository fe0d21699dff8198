// SPDX-License-Identifier: MIT
#include "openwith/application.h"

#include "openwith/keyfile.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::ui {
namespace {

const QString entryGroup = u"Desktop Entry"_s;

/// "de-CH" is "de_CH" there.
QString nameIn(const KeyFile &file, const QStringList &languages)
{
    for (const QString &language : languages) {
        const QString key = QString(language).replace(u'-', u'_');
        for (const QString &each : {key, key.section(u'_', 0, 0)}) {
            const QString name = file.text(entryGroup, u"Name[%1]"_s.arg(each));
            if (!name.isEmpty())
                return name;
        }
        if (key.section(u'_', 0, 0) == u"en")
            break; // the plain name is English
    }
    return file.text(entryGroup, u"Name"_s);
}

/// The words of a command line: at blanks outside double quotes, in which a backslash keeps the next character.
/// Absent: a quote is not closed.
std::optional<QStringList> wordsOf(const QString &exec)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    bool isWord = false;
    for (qsizetype i = 0; i < exec.size(); ++i) {
        const QChar c = exec[i];
        if (c == u'"') {
            isQuoted = !isQuoted;
            isWord = true;
        } else if (c == u' ' && !isQuoted) {
            if (isWord)
                words << std::exchange(word, {});
            isWord = false;
        } else {
            const bool isEscape = isQuoted && c == u'\\' && i + 1 < exec.size();
            word += isEscape ? exec[++i] : c;
            isWord = true;
        }
    }
    if (isWord)
        words << word;
    return isQuoted ? std::nullopt : std::optional(words);
}

QString asUrl(const QString &path)
{
    return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
}

/// What a field code within a word stands for; a list of files is for words of their own.
QString valueOf(QChar code, const Application &application, const QString &path)
{
    switch (code.unicode()) {
    case u'%':
        return u"%"_s;
    case u'f':
        return path;
    case u'u':
        return asUrl(path);
    case u'c':
        return application.name;
    case u'k':
        return application.file;
    default:
        return {}; // deprecated
    }
}

QString expanded(const QString &word, const Application &application, const QString &path)
{
    QString text;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool isCode = word[i] == u'%' && i + 1 < word.size();
        text += isCode ? valueOf(word[++i], application, path) : QString(word[i]);
    }
    return text;
}

QStringList argumentsFrom(const QString &word, const Application &application,
                          const QStringList &paths)
{
    if (word == u"%F")
        return paths;
    if (word == u"%U") {
        QStringList urls;
        for (const QString &path : paths)
            urls << asUrl(path);
        return urls;
    }
    if (word == u"%i")
        return application.icon.isEmpty() ? QStringList()
                                          : QStringList{u"--icon"_s, application.icon};
    const QString text = expanded(word, application, paths.value(0));
    const bool isNothing = text.isEmpty() && word.startsWith(u'%');
    return isNothing ? QStringList() : QStringList{text};
}

LaunchCommand commandOf(const QStringList &words, const Application &application,
                        const QStringList &paths)
{
    QStringList all;
    for (const QString &word : words)
        all << argumentsFrom(word, application, paths);
    return {all.value(0), all.mid(1)};
}

bool hasCode(const QStringList &words, const QStringList &codes)
{
    for (const QString &word : words) {
        for (qsizetype i = 0; i + 1 < word.size(); ++i) {
            if (word[i] == u'%' && codes.contains(word.mid(i++, 2)))
                return true;
        }
    }
    return false;
}

} // namespace

std::optional<Application> readApplication(const QByteArray &entry, const QStringList &languages)
{
    const KeyFile file = KeyFile::read(entry);
    const auto isTrue = [&file](const QString &key) {
        return file.value(entryGroup, key) == u"true";
    };
    Application application{{},
                            {},
                            nameIn(file, languages),
                            file.text(entryGroup, u"Exec"_s),
                            file.text(entryGroup, u"TryExec"_s),
                            file.text(entryGroup, u"Icon"_s)};
    const bool isProgram = file.value(entryGroup, u"Type"_s) == u"Application"
        && !application.name.isEmpty() && !application.exec.isEmpty();
    if (!isProgram || isTrue(u"Hidden"_s) || isTrue(u"Terminal"_s))
        return std::nullopt;
    return application;
}

std::vector<LaunchCommand> commandsFor(const Application &application, const QStringList &paths)
{
    std::optional<QStringList> words = wordsOf(application.exec);
    if (!words || words->isEmpty() || words->front().startsWith(u'%'))
        return {};
    const bool takesAll = hasCode(*words, {u"%F"_s, u"%U"_s});
    if (!takesAll && !hasCode(*words, {u"%f"_s, u"%u"_s}))
        *words << u"%f"_s; // it says nothing of files, and is offered for them
    if (takesAll)
        return {commandOf(*words, application, paths)};
    std::vector<LaunchCommand> commands;
    for (const QString &path : paths)
        commands.push_back(commandOf(*words, application, {path}));
    return commands;
}

} // namespace lapwing::ui
