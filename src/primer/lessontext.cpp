// SPDX-License-Identifier: MIT
#include "primer/lessontext.h"

#include <QFile>
#include <QStringList>

namespace lapwing::primer {
namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString pageFor(const QLocale &locale)
{
    const QString language = locale.name().section(u'_', 0, 0);
    const QString translated = QStringLiteral(":/help/%1/primer.md").arg(language);
    return QFile::exists(translated) ? translated : QStringLiteral(":/help/primer.md");
}

QList<LessonText> textsOf(const QString &page)
{
    QList<LessonText> texts;
    for (const QString &line : contentsOf(page).split(u'\n')) {
        if (line.startsWith(u"## "))
            texts << LessonText{line.mid(3).trimmed(), {}};
        else if (!texts.isEmpty())
            texts.last().markdown += line + u'\n';
    }
    for (LessonText &text : texts)
        text.markdown = text.markdown.trimmed() + u'\n';
    return texts;
}

QString sourceOf(const Lesson &lesson)
{
    return shownPartOf(QStringLiteral(":/primer/%1.cpp").arg(QLatin1String(lesson.source)));
}

QString shownPartOf(const QString &path)
{
    const QString part = contentsOf(path)
                             .section(QStringLiteral("// [example]\n"), 1)
                             .section(QStringLiteral("// [end]"), 0, 0);
    return part.isEmpty() ? part : part.trimmed() + u'\n';
}

} // namespace lapwing::primer
