// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

namespace lapwing::text {

/// The languages that people can read here, by their codes: "en" first, and each that has a catalogue.
[[nodiscard]] QStringList languages();
/// What speakers call it: "English", "한국어".
[[nodiscard]] QString nameOfLanguage(const QString &code);
/// The one that is spoken now, as HTML names it too: "ko".
[[nodiscard]] QString language();

/// What the settings of the window name; empty: as the system says.
[[nodiscard]] QString chosenLanguage();
/// The key of it in those settings.
constexpr auto languageKey = "settings/language";

/// LC_ALL is C, as scripts set it to read what a program says: the system's language is English then.
[[nodiscard]] bool isForPrograms();

/// For main(), once there is an application, and again when another language is chosen: from now on words, numbers
/// and dates are those of `chosen`, or of the system's language where that is empty or unknown.
void speak(const QString &chosen);

/// Tells who shows words that they are others now.
class LanguageNews : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static LanguageNews &instance();

Q_SIGNALS:
    void changed();
};

/// Says something now, and again in each language that is chosen while `owner` lives.
template<typename Say>
void inEachLanguage(QObject *owner, Say say)
{
    say();
    QObject::connect(&LanguageNews::instance(), &LanguageNews::changed, owner, std::move(say));
}

} // namespace lapwing::text
