// SPDX-License-Identifier: MIT
#include "text/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <memory>

namespace lapwing::text {
namespace {

const QString folder = QStringLiteral(":/translations");
const QString prefix = QStringLiteral("lapwing_");
const QString source = QStringLiteral("en"); ///< what the source is written in
const QString ofLanguage = QStringLiteral("catalogue of a language");

QString &spoken()
{
    static QString code = source;
    return code;
}

/// "ko-Kore-KR" is "ko".
QString codeOf(const QString &tag)
{
    return tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

/// The first that there is of those that the system wants.
QString languageOfSystem()
{
    const QStringList known = languages();
    if (isForPrograms())
        return source;
    for (const QString &tag : QLocale::system().uiLanguages()) {
        if (known.contains(codeOf(tag)))
            return codeOf(tag);
    }
    return source;
}

/// Where the system speaks the language, its numbers and dates may be those of another country.
QLocale localeFor(const QString &chosen)
{
    const QLocale system = QLocale::system();
    const bool isOfSystem = chosen.isEmpty() || codeOf(system.name()) == chosen
        || (chosen == source && system.language() == QLocale::C);
    return isOfSystem ? system : QLocale(chosen);
}

/// Other threads may be copying the one before just now, so it is kept.
void setLocale(const QLocale &locale)
{
    static QList<QLocale> before;
    if (QLocale() == locale)
        return;
    before << QLocale();
    QLocale::setDefault(locale);
}

/// What is installed last is asked first.
void install(const QString &name, const QString &from, const QString &as)
{
    auto *catalogue = new QTranslator(QCoreApplication::instance());
    catalogue->setObjectName(as);
    if (catalogue->load(name, from))
        QCoreApplication::installTranslator(catalogue);
    else
        delete catalogue;
}

} // namespace

QStringList languages()
{
    QStringList codes{source};
    for (const QString &name : QDir(folder).entryList({prefix + u'*'}, QDir::Files, QDir::Name)) {
        const QString code = name.mid(prefix.size()).section(u'.', 0, 0);
        if (code != source)
            codes << code;
    }
    return codes;
}

QString nameOfLanguage(const QString &code)
{
    return code == source ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
}

QString language()
{
    return spoken();
}

QString chosenLanguage()
{
    const QSettings window(QStringLiteral("Lapwing"), QStringLiteral("lapwing"));
    return window.value(QLatin1String(languageKey)).toString();
}

/// C.UTF-8 as well.
bool isForPrograms()
{
    const QString all = qEnvironmentVariable("LC_ALL").section(u'.', 0, 0);
    return all == QLatin1String("C") || all == QLatin1String("POSIX");
}

void speak(const QString &chosen)
{
    const bool isKnown = languages().contains(chosen);
    const QString code = isKnown ? chosen : languageOfSystem();
    QCoreApplication *application = QCoreApplication::instance();
    for (const QTranslator *before : application->findChildren<QTranslator *>(ofLanguage))
        delete before;
    if (!application->findChild<QTranslator *>(source)) // forms of counts, in any language
        install(prefix + source, folder, source);
    if (code != source) {
        install(QStringLiteral("qtbase_") + code,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath), ofLanguage);
        install(prefix + code, folder, ofLanguage);
    }
    setLocale(localeFor(isKnown ? code : QString()));
    spoken() = code;
    Q_EMIT LanguageNews::instance().changed();
}

LanguageNews &LanguageNews::instance()
{
    static LanguageNews news;
    return news;
}

} // namespace lapwing::text
