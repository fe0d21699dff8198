// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <vector>

namespace lapwing::report {

/// Text from outside as it may be seen: control characters as their pictures (U+2400 and on); what turns
/// the direction of writing, has no glyph or is half a character as U+FFFD. All of it is XML then.
[[nodiscard]] QString visible(const QString &text);

/// With two decimals at most, the point whatever the locale.
[[nodiscard]] QString plainNumber(double value);

/// One attribute. A null text leaves it out.
struct Attribute {
    Attribute(const char *attribute, const char *text) // NOLINT(google-explicit-constructor)
        : name(attribute), value(QString::fromLatin1(text))
    {
    }
    Attribute(const char *attribute, QString text) : name(attribute), value(std::move(text)) { }
    Attribute(const char *attribute, double number)
        : name(attribute), value(plainNumber(number)) { }

    const char *name;
    QString value;
};
using Attributes = std::initializer_list<Attribute>;

/// Writes markup that is XML and HTML at once: every element is closed, every text and every attribute
/// is visible() and escaped.
class Markup {
public:
    void open(const char *name, Attributes attributes = {});
    void close(); ///< the element that was opened last
    void text(const QString &text);
    void lineBreak(); ///< in the file alone

    void empty(const char *name, Attributes attributes = {}); ///< <name/>
    void element(const char *name, Attributes attributes, const QString &text);
    void element(const char *name, const QString &text) { element(name, {}, text); }
    void raw(const QByteArray &markup) { m_bytes += markup; } ///< is markup already

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void begin(const char *name, Attributes attributes);

    QByteArray m_bytes;
    std::vector<const char *> m_open;
};

} // namespace lapwing::report
